import { defineRule } from '../rule.js';
import { forwardingChanges } from './forwardings.js';

/** slice.local is forwarded to another address. */
export const addressChange = defineRule({
  id: 'dns/address-change',
  severity: 'info',
  changeClass: 'quorum',
  why: 'names of the slice do not resolve on the cluster from the moment kubeslice-dns has another address until CoreDNS has read the new one, up to two minutes; a replica that starts in between finds nobody',
  source: 'coredns/coredns plugin/reload/reload.go',
  messages: {
    changed: (p: { cluster: string; from: string; to: string }) =>
      `slice.local on ${p.cluster} was forwarded to ${p.from} and will be to ${p.to}`,
  },
  checkChange(change, report) {
    for (const { object, cluster, before, after } of forwardingChanges(change)) {
      if (before === undefined || after === undefined || before === after) continue;
      report('changed', { cluster, from: before, to: after })
        .at(change.placeAt(object, '.kubesliceDNS'))
        .about(change.nameOf(object))
        .fix(`compare it with the Service kubeslice-system/kubeslice-dns of ${cluster}`);
    }
  },
});
