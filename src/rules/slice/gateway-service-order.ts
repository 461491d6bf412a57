import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { hasNetwork, sliceConfigsOf } from './objects.js';

/** Among the gateway services `*` stands first. A topology has no `*`. */
export const gatewayServiceOrder = defineRule({
  id: 'slice/gateway-service-order',
  severity: 'warning',
  why: 'KubeSlice reads the list from the top and a later entry wins, so that a * takes away what the entries above it said; a protocol can never be changed back',
  source: 'kubeslice/kubeslice-controller service/service_helper.go',
  messages: {
    overridden: (p: { clusters: readonly string[] }) =>
      `the gateway service for * overrides that of ${firstOf(p.clusters)} above it`,
  },
  checkManifests(manifests, report) {
    for (const config of sliceConfigsOf(manifests)) {
      if (!hasNetwork(config)) continue;
      const services = config.root.at('spec', 'sliceGatewayProvider', 'sliceGatewayServiceType').items();
      const star = services.findIndex((service) => service.at('cluster').text === '*');
      const [first, ...others] = services.slice(0, Math.max(star, 0)).map((service) => service.at('cluster'));
      const place = services[star]?.at('cluster');
      if (!place || !first) continue;
      report('overridden', { clusters: [first, ...others].flatMap(({ text }) => text ?? []) })
        .at(place.span, 'later wins')
        .related(first.span, 'has no effect')
        .fix('move the entry for * to the top of the list');
    }
  },
});
