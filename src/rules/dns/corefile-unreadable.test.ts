import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';

const text = change(
  goodTopology,
  '  - name: ams\n    distribution: k3s\n',
  '  - name: ams\n    distribution: kubeadm\n    corefile: corefiles\n',
);

describe('dns/corefile-unreadable', () => {
  test('reports a file that cannot be read', () => {
    const files = { corefiles: { problem: 'it is a folder' } };
    expect(findingsOf(text, true, files)).toEqual([
      'error dns/corefile-unreadable 14:15 corefiles cannot be used: it is a folder',
    ]);
    expect(fixesOf(text, files)).toEqual(['name a text file that holds the Corefile of ams']);
  });

  test('is content with one that can', () => {
    expect(findingsOf(text, true, { corefiles: '.:53 {\n}\n' })).toEqual([]);
  });
});
