import { objectText } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { entryText, gatewayChanges } from './gateway-entries.js';

/** The gateways of a member keep their protocol, and a LoadBalancer stays one. */
export const gatewayFrozen = defineRule({
  id: 'slice/gateway-frozen',
  severity: 'error',
  changeClass: 'immutable',
  why: 'KubeSlice’s webhook lets a NodePort become a LoadBalancer and nothing else; a member without an entry counts as NodePort over UDP',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    changed: (p: { object: string; cluster: string; from: string; to: string }) =>
      `the gateways of ${p.cluster} in ${p.object} are ${p.from} and would be ${p.to}, which is refused`,
  },
  checkChange(change, report) {
    for (const { object, cluster, before, after, verdict } of gatewayChanges(change)) {
      if (verdict !== 'refused') continue;
      report('changed', {
        object: objectText(object),
        cluster,
        from: entryText(before),
        to: entryText(after),
      })
        .at(change.placeAt(object, 'slice.gateway.services'))
        .about(change.nameOf(object))
        .fix(
          `write ${entryText(before)} for ${cluster}; for anything else it leaves the slice and joins again`,
        );
    }
  },
});
