import { describe, expect, test } from 'vitest';
import { manifestFindingsOf } from '../testing.js';

const configMap = (name: string, key: string, text: string): string =>
  `apiVersion: v1
kind: ConfigMap
metadata: { name: ${name}, namespace: kube-system }
data:
  ${key}: |
${text.replace(/^(?=.)/gm, '    ')}`;
const own = (id: string, ...documents: readonly string[]): string[] =>
  manifestFindingsOf(documents.join('---\n')).filter((finding) => finding.split(' ')[1] === id);

const id = 'dns/port-unsaid';
const block = (port: string): string => `slice.local${port} {\n    forward . 10.43.0.101\n}\n`;

describe('dns/port-unsaid', () => {
  test('notes a block without a port', () => {
    expect(own(id, configMap('coredns-custom', 'a.server', block('')))).toEqual([
      'info dns/port-unsaid 5:3 the key a.server of coredns-custom has slice.local without a port',
    ]);
  });

  test('is content with a port, with other zones, and with a Corefile, which shows the port', () => {
    expect(own(id, configMap('coredns-custom', 'a.server', block(':53')))).toEqual([]);
    expect(own(id, configMap('coredns-custom', 'a.server', 'example.org {\n}\n'))).toEqual([]);
    expect(own(id, configMap('coredns', 'Corefile', block('')))).toEqual([]);
  });
});
