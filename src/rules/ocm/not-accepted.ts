import { defineRule } from '../rule.js';

/** A managed cluster that is kept in Git is accepted there. */
export const notAccepted = defineRule({
  id: 'ocm/not-accepted',
  severity: 'warning',
  why: 'left out it counts as false; a cluster that is not accepted gets no namespace, no permissions and no work, and one that was accepted loses its permissions',
  source: 'open-cluster-management-io/api cluster/v1/types.go',
  messages: {
    denied: (p: { cluster: string }) => `the ManagedCluster ${p.cluster} says hubAcceptsClient: false`,
    unsaid: (p: { cluster: string }) =>
      `the ManagedCluster ${p.cluster} does not say hubAcceptsClient, which counts as false`,
  },
  checkManifests(manifests, report) {
    for (const { name, root } of manifests.of('ManagedCluster', 'cluster.open-cluster-management.io')) {
      const accepts = root.at('spec', 'hubAcceptsClient');
      if (accepts.flag === true) continue;
      if (accepts.given && accepts.flag === undefined) continue;
      const open = accepts.given
        ? report('denied', { cluster: name }).at(accepts.span)
        : report('unsaid', { cluster: name }).at(root.at('spec').keySpan);
      open.fix('write hubAcceptsClient: true, or keep the object out of Git and use clusteradm accept');
    }
  },
});
