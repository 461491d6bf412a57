import { readSlice } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { forwardingChanges, forwardingClusters } from './forwardings.js';

/** A member of a slice keeps its forwarding of slice.local. */
export const forwardingEnds = defineRule({
  id: 'dns/forwarding-ends',
  severity: 'warning',
  changeClass: 'quorum',
  why: 'replicas there find the others by names of the slice alone; what is on the cluster stays until somebody takes it away, and then none of them comes back from a restart',
  source: 'kubedb/apimachinery pkg/utils/grpc/mariadb/client.go',
  messages: {
    ends: (p: { cluster: string; object: string; target: string }) =>
      `nothing forwards slice.local on ${p.cluster} any more, where ${p.object} did to ${p.target}`,
  },
  checkChange(change, report) {
    const ended = forwardingChanges(change).filter(
      ({ before, after }) => before !== undefined && after === undefined,
    );
    if (ended.length === 0) return;
    const members = new Set(
      change
        .objectsOf('after', 'SliceConfig', 'controller.kubeslice.io')
        .flatMap((slice) => readSlice(slice).members),
    );
    const still = forwardingClusters(change);
    for (const { object, cluster, before } of ended) {
      if (!members.has(cluster) || still.has(cluster)) continue;
      const { kind, name } = (object.before ?? object.after).manifest;
      report('ends', { cluster, object: `${kind} ${name}`, target: before ?? '' })
        .at(change.placeAt(object, '.kubesliceDNS'))
        .about(change.nameOf(object))
        .fix(
          'keep kubesliceDNS of the cluster; or take its replicas away first, then the cluster off the slice',
        );
    }
  },
});
