import type { Report } from '../../diagnostics/index.js';
import { type LoadBalancerProvider, loadBalancerProvider } from '../../plan/index.js';
import { type Database, keySpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { firstSitesOf, type SiteDatabase, sitesOf } from '../sites.js';

type Service = NonNullable<Database['service']>;
type Field = 'subnet' | 'address' | 'addressPool' | 'allowFrom';

const messages = {
  inside: (p: { database: string; field: Field }) =>
    `${p.database} is reached inside its cluster only, where service.${p.field} does nothing`,
  provider: (p: { database: string; field: Field; cluster: string; provider: string }) =>
    `service.${p.field} of ${p.database} means nothing to ${p.provider}, which gives the addresses on ${p.cluster}`,
  external: (p: { database: string; field: Field; provider: string }) =>
    `service.${p.field} of ${p.database} is for a private address, and ${p.provider} is asked for a public one`,
};

/** What is said of a load balancer is said where there is one, and one that can be told. */
export const serviceField = defineRule({
  id: 'provider/service-field',
  severity: 'error',
  why: 'nobody acts on it: the database gets another address than the file says, or is open to more than it says',
  source: 'kubernetes-sigs/cloud-provider-azure site/content/en/topics/loadbalancer.md',
  messages,
  checkPlan(plan, report) {
    for (const { provider, source } of firstSitesOf(plan)) {
      const { name, service } = source;
      if (service && isInside(service)) checkInside(name, provider, service, report);
    }
    const told = new Set<string>();
    for (const database of sitesOf(plan)) {
      const { service } = database.source;
      if (service && !isInside(service)) checkBalancer(database, service, told, report);
    }
  },
});

type Check = Report<typeof messages>;

function isInside({ exposure = 'cluster' }: Service): boolean {
  return exposure === 'cluster';
}

function checkInside(name: string, provider: string, service: Service, report: Check): void {
  for (const field of ['subnet', 'address', 'addressPool', 'allowFrom'] as const) {
    if (service[field] === undefined) continue;
    // Without an operator there is a network policy, which has them too.
    if (field === 'allowFrom' && provider === 'statefulset') continue;
    report('inside', { database: name, field })
      .at(keySpan(service, field))
      .fix(
        field === 'allowFrom'
          ? 'remove it, and write a NetworkPolicy of your own: the operator writes none'
          : 'remove it, or write exposure: internal-load-balancer',
      );
  }
}

/** Fields that each can be told, and those it can be told of a private address only. */
const known: Readonly<Record<LoadBalancerProvider, Readonly<Partial<Record<Field, 'any' | 'private'>>>>> = {
  azure: { subnet: 'private', address: 'any' },
  aws: { subnet: 'any', address: 'private' },
  gke: { subnet: 'private', address: 'any' },
  openstack: { subnet: 'any', address: 'any' },
  metallb: { address: 'any', addressPool: 'any' },
  servicelb: {},
};

function checkBalancer(
  { namespace, home, source }: SiteDatabase,
  service: Service,
  told: Set<string>,
  report: Check,
): void {
  const given = loadBalancerProvider(home.source);
  const said = home.source.capabilities?.loadBalancerProvider;
  // A pool is MetalLB's, unless the cluster says somebody else, or its cloud does.
  const isOpen = said === undefined && (given === undefined || given === 'servicelb');
  const provider = isOpen && service.addressPool !== undefined ? 'metallb' : given;
  // Nobody at all is provider/load-balancer.
  if (provider === undefined || home.source.capabilities?.loadBalancer === false) return;
  for (const field of ['subnet', 'address', 'addressPool'] as const) {
    if (service[field] === undefined) continue;
    const use = known[provider][field];
    // Several clusters may have the same kind of load balancer.
    const key = `${namespace}/${source.name} ${field} ${provider}`;
    if (told.has(key)) continue;
    told.add(key);
    if (use === undefined) {
      const open = report('provider', { database: source.name, field, cluster: home.name, provider }).at(
        keySpan(service, field),
      );
      open.fix(
        field === 'addressPool' && said === undefined
          ? 'write capabilities.loadBalancerProvider: metallb on the cluster, or remove it'
          : 'remove it, or correct capabilities.loadBalancerProvider of the cluster',
      );
    } else if (use === 'private' && service.exposure === 'load-balancer') {
      report('external', { database: source.name, field, provider })
        .at(keySpan(service, field))
        .fix('remove it, or write exposure: internal-load-balancer');
    }
  }
}
