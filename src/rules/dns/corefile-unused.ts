import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

const readers = new Set(['kubeadm', 'kind', 'eks']);

/** A Corefile is named only where it is used. */
export const corefileUnused = defineRule({
  id: 'dns/corefile-unused',
  severity: 'warning',
  why: 'on this distribution slice.local gets into the DNS another way, and the file is never read',
  messages: {
    distribution: (p: { cluster: string; distribution: string }) =>
      `${p.cluster} names a corefile, which ${p.distribution} has no use for`,
  },
  checkTopology({ clusters }, report) {
    for (const cluster of clusters) {
      const { name, distribution, corefile } = cluster;
      if (corefile === undefined || readers.has(distribution)) continue;
      report('distribution', { cluster: name, distribution })
        .at(valueSpan(cluster, 'corefile'))
        .fix('remove it, or correct the distribution');
    }
  },
});
