import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from '../testing.js';

const second = '  - name: ams\n    distribution: k3s\n';
const naming = (distribution: string): string =>
  change(
    goodTopology,
    second,
    `  - name: ams\n    distribution: ${distribution}\n    corefile: ams.Corefile\n`,
  );

describe('dns/corefile-unused', () => {
  test.each(['k3s', 'rke2', 'aks', 'gke', 'openshift'])('reports a corefile on %s', (distribution) => {
    expect(findingsOf(naming(distribution))).toEqual([
      `warning dns/corefile-unused 14:15 ams names a corefile, which ${distribution} has no use for`,
    ]);
  });

  test.each(['kubeadm', 'kind', 'eks'])('is content with one on %s', (distribution) => {
    expect(findingsOf(naming(distribution))).toEqual([]);
  });
});
