import { defineRule } from '../rule.js';
import { sliceConfigsOf } from './objects.js';

/** A slice that carries databases has no Istio gateways. A topology cannot ask for them. */
export const istioGateway = defineRule({
  id: 'slice/istio-gateway',
  severity: 'warning',
  why: 'with Istio gateways a slice carries HTTP services alone, and the traffic of a database does not pass',
  source: 'kubeslice/docs versioned_docs/version-1.5.0 slice creation, limitations',
  messages: {
    istio: (p: { slice: string }) => `the slice ${p.slice} carries a database and has Istio gateways`,
  },
  checkManifests(manifests, report) {
    const databases = ['MariaDB', 'Postgres'].flatMap((kind) => manifests.of(kind, 'kubedb.com'));
    const [database] = databases;
    if (!database) return;
    for (const { name, root } of sliceConfigsOf(manifests)) {
      const entry = root
        .at('spec', 'externalGatewayConfig')
        .items()
        .find((gateway) => {
          const enabled = gateway.at('ingress', 'enabled').flag || gateway.at('egress', 'enabled').flag;
          return enabled && gateway.at('gatewayType').text === 'istio';
        });
      if (!entry) continue;
      report('istio', { slice: name })
        .at(entry.at('gatewayType').span)
        .related(database.root.at('metadata', 'name').span, 'a database')
        .fix('write gatewayType: none, and give HTTP services a slice of their own');
    }
  },
});
