import { type GatewayService, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { hasNetwork, repeatsOf, sliceConfigsOf } from './objects.js';

/** A member has one gateway service. */
export const gatewayServices = defineRule({
  id: 'slice/gateway-services',
  severity: 'error',
  why: 'KubeSlice refuses a slice that lists a cluster twice among its gateway services, or a service without a cluster',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    twice: (p: { cluster: string }) => `the gateway of ${p.cluster} is described twice`,
    nameless: () => 'a gateway service names no cluster',
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
  checkManifests(manifests, report) {
    for (const config of sliceConfigsOf(manifests)) {
      if (!hasNetwork(config)) continue;
      const services = config.root.at('spec', 'sliceGatewayProvider', 'sliceGatewayServiceType').items();
      const clusters = services.map((service) => service.at('cluster'));
      for (const cluster of clusters) {
        if (cluster.text === '')
          report('nameless').at(cluster.span).fix('name a member of the slice, or * for all others');
      }
      for (const { text, first, again } of repeatsOf(clusters)) {
        report('twice', { cluster: text })
          .at(again.span, 'again here')
          .related(first.span, 'first here')
          .fix('keep one of the two');
      }
    }
  },
});
