import { loadBalancerProvider } from '../../plan/index.js';
import { headSpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { sitesOf } from '../sites.js';

/** A database behind a load balancer is on a cluster that gives it one, and for a private address it is known how to ask. */
export const loadBalancer = defineRule({
  id: 'provider/load-balancer',
  severity: 'error',
  why: 'without a load balancer the service waits for an address for ever, and one that is not asked for a private address may give a public one',
  source: 'kubernetes/api core/v1/types.go',
  messages: {
    none: (p: { database: string; cluster: string }) =>
      `${p.database} is to have a load balancer, and ${p.cluster} has none`,
    unknown: (p: { database: string; cluster: string }) =>
      `${p.database} is to have a private address, and who gives addresses on ${p.cluster} is not known`,
  },
  checkPlan(plan, report) {
    for (const { name, home, source } of sitesOf(plan)) {
      const { service } = source;
      const { exposure = 'cluster', addressPool } = service ?? {};
      if (!service || exposure === 'cluster') continue;
      const { capabilities } = home.source;
      if (capabilities?.loadBalancer === false) {
        report('none', { database: name, cluster: home.name })
          .at(valueSpan(service, 'exposure'))
          .related(valueSpan(capabilities, 'loadBalancer'), 'no load balancer')
          .fix('write exposure: cluster, or correct capabilities.loadBalancer');
      } else if (
        exposure === 'internal-load-balancer' &&
        addressPool === undefined &&
        loadBalancerProvider(home.source) === undefined
      ) {
        report('unknown', { database: name, cluster: home.name })
          .at(valueSpan(service, 'exposure'))
          .related(headSpan(home.source), 'the cluster')
          .fix('write capabilities.loadBalancerProvider on the cluster, such as metallb');
      }
    }
  },
});
