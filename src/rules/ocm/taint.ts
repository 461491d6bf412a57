import { defineRule } from '../rule.js';

/** The taints of a managed cluster are such that its webhook lets every later change through. */
export const taint = defineRule({
  id: 'ocm/taint',
  severity: 'error',
  why: 'the webhook of the hub sets the times of taints itself and compares taints by their key: the first change after the creation is refused',
  source: 'open-cluster-management-io/ocm pkg/registration/webhook/v1/managedcluster_mutating.go',
  messages: {
    time: (p: { cluster: string; key: string }) =>
      `the taint ${p.key} of the ManagedCluster ${p.cluster} says timeAdded, which only the hub may set`,
    twice: (p: { cluster: string; key: string }) =>
      `the ManagedCluster ${p.cluster} has two taints with the key ${p.key}`,
  },
  checkManifests(manifests, report) {
    for (const { name, root } of manifests.of('ManagedCluster', 'cluster.open-cluster-management.io')) {
      const seen = new Map<string, ReturnType<typeof root.at>>();
      for (const entry of root.at('spec', 'taints').items()) {
        const key = entry.at('key').text ?? '';
        const time = entry.at('timeAdded');
        if (time.given) report('time', { cluster: name, key }).at(time.keySpan).fix('remove it');
        const first = seen.get(key);
        if (!first) seen.set(key, entry.at('key'));
        else
          report('twice', { cluster: name, key })
            .at(entry.at('key').span, 'again here')
            .related(first.span, 'first here')
            .fix('keep one, or give the second a key of its own');
      }
    }
  },
});
