import { objectText } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { entryText, gatewayChanges } from './gateway-entries.js';

/** An entry about gateways stays in the list: without it a member falls back to NodePort over UDP. */
export const gatewayFallback = defineRule({
  id: 'slice/gateway-fallback',
  severity: 'warning',
  changeClass: 'quorum',
  why: 'the webhook compares only the entries of the new list, so this passes, and the tunnels of the member are made anew in another way, which a firewall may not let through',
  source:
    'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go, service/service_helper.go',
  messages: {
    changed: (p: { object: string; cluster: string; from: string; to: string }) =>
      `the gateways of ${p.cluster} in ${p.object} are ${p.from} and become ${p.to} without a word: no entry names it`,
  },
  checkChange(change, report) {
    for (const { object, cluster, before, after, verdict } of gatewayChanges(change)) {
      if (verdict !== 'unseen') continue;
      report('changed', {
        object: objectText(object),
        cluster,
        from: entryText(before),
        to: entryText(after),
      })
        .at(change.placeAt(object, 'slice.gateway.services'))
        .about(change.nameOf(object))
        .fix(`keep the entry of ${cluster}, with ${entryText(before)}`);
    }
  },
});
