import { loadBalancerProvider } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { firstSitesOf } from '../sites.js';

/** What may connect from outside the cluster is narrower than everybody. */
export const openToAll = defineRule({
  id: 'provider/open-to-all',
  severity: 'warning',
  why: 'the login of the database is open to whoever finds the address, and only its passwords stand before the data',
  source: 'k3s-io/k3s pkg/cloudprovider/servicelb.go',
  messages: {
    everybody: (p: { database: string; network: string }) =>
      `${p.network} lets everybody connect to ${p.database}`,
    nodes: (p: { database: string; cluster: string }) =>
      `${p.database} is open on every address of the nodes of ${p.cluster}: ServiceLB knows no private ones`,
  },
  checkPlan(plan, report) {
    for (const { home, source } of firstSitesOf(plan)) {
      const { service } = source;
      const { exposure = 'cluster', allowFrom, addressPool } = service ?? {};
      if (!service || exposure === 'cluster') continue;
      const index = allowFrom?.findIndex((network) => network.endsWith('/0')) ?? -1;
      if (allowFrom && index >= 0) {
        report('everybody', { database: source.name, network: allowFrom[index] ?? '' })
          .at(valueSpan(allowFrom, index))
          .fix('name the networks of the clients');
      } else if (
        !allowFrom &&
        exposure === 'internal-load-balancer' &&
        addressPool === undefined &&
        loadBalancerProvider(home.source) === 'servicelb'
      ) {
        report('nodes', { database: source.name, cluster: home.name })
          .at(valueSpan(service, 'exposure'))
          .fix('add allowFrom with the networks that may connect');
      }
    }
  },
});
