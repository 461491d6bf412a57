import { objectText } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { gatewayChanges } from './gateway-entries.js';

/** A NodePort that becomes a LoadBalancer never goes back. */
export const gatewayLoadBalancer = defineRule({
  id: 'slice/gateway-load-balancer',
  severity: 'info',
  changeClass: 'one-way',
  why: 'KubeSlice’s webhook accepts the way to a LoadBalancer and refuses the way back',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    changed: (p: { object: string; cluster: string }) =>
      `the gateways of ${p.cluster} in ${p.object} become a LoadBalancer, and stay one`,
  },
  checkChange(change, report) {
    for (const { object, cluster, verdict } of gatewayChanges(change)) {
      if (verdict !== 'raised') continue;
      report('changed', { object: objectText(object), cluster })
        .at(change.placeAt(object, 'slice.gateway.services'))
        .about(change.nameOf(object))
        .fix(`see first that a Service of type LoadBalancer gets an address on ${cluster}`);
    }
  },
});
