import { defineRule } from '../rule.js';
import { type ForwardingChange, forwardingChanges } from './forwardings.js';

/** Another object forwards slice.local on a cluster: the old one does not go by itself. */
export const leftBehind = defineRule({
  id: 'dns/left-behind',
  severity: 'warning',
  changeClass: 'quorum',
  why: 'objects of a cluster’s DNS are never pruned, and CoreDNS refuses all of a configuration in which a zone stands twice: names of the slice, or all of them, stop resolving at its next start',
  source: 'coredns/coredns plugin/reload/reload.go; k3s-io/k3s manifests/coredns.yaml',
  messages: {
    left: (p: { cluster: string; old: string; young: string }) =>
      `${p.old} on ${p.cluster} keeps slice.local, which ${p.young} forwards from now on`,
  },
  checkChange(change, report) {
    const changes = forwardingChanges(change);
    const left = new Map(
      changes.filter(({ after }) => after === undefined).map((each) => [each.cluster, each]),
    );
    for (const { object, cluster, before } of changes) {
      const old = left.get(cluster);
      if (before !== undefined || !old) continue;
      report('left', { cluster, old: nameOf(old), young: nameOf({ object }) })
        .at(change.placeAt(object, '.distribution'))
        .about(change.nameOf(object))
        .about(change.nameOf(old.object))
        .fix(`take slice.local out of ${nameOf(old)} on the cluster by hand, before wave 50-dns is applied`);
    }
  },
});

function nameOf({ object }: Pick<ForwardingChange, 'object'>): string {
  const { kind, name } = (object.after ?? object.before).manifest;
  return `${kind} ${name}`;
}
