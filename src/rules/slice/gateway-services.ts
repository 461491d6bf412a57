import { type GatewayService, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** A member has one gateway service. */
export const gatewayServices = defineRule({
  id: 'slice/gateway-services',
  severity: 'error',
  why: 'KubeSlice refuses a slice that lists a cluster twice among its gateway services',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    twice: (p: { cluster: string }) => `the gateway of ${p.cluster} is described twice`,
  },
  checkTopology({ slice }, report) {
    const seen = new Map<string, GatewayService>();
    for (const service of slice?.gateway?.services ?? []) {
      const { cluster } = service;
      const first = seen.get(cluster);
      if (!first) {
        seen.set(cluster, service);
        continue;
      }
      report('twice', { cluster })
        .at(valueSpan(service, 'cluster'), 'again here')
        .related(valueSpan(first, 'cluster'), 'first here')
        .fix('keep one of the two');
    }
  },
});
