import type { Field } from '../manifests/index.js';
import type { LoadBalancerProvider } from '../plan/index.js';
import type { Cluster, Database } from '../topology/index.js';
import { put } from './origins.js';

const azure = 'service.beta.kubernetes.io/azure-load-balancer';
const aws = 'service.beta.kubernetes.io/aws-load-balancer';
const google = 'networking.gke.io';

/** Annotations that a provider of addresses is asked by, and that dbspan writes itself. */
const asked: readonly (readonly [name: string, provider: LoadBalancerProvider, field: string | undefined])[] =
  [
    [`${azure}-internal`, 'azure', undefined],
    [`${azure}-internal-subnet`, 'azure', 'subnet'],
    [`${azure}-ipv4`, 'azure', 'address'],
    [`${aws}-scheme`, 'aws', undefined],
    [`${aws}-nlb-target-type`, 'aws', undefined],
    [`${aws}-target-group-attributes`, 'aws', undefined],
    [`${aws}-subnets`, 'aws', 'subnet'],
    [`${aws}-private-ipv4-addresses`, 'aws', 'address'],
    [`${google}/load-balancer-type`, 'gke', undefined],
    [`${google}/internal-load-balancer-subnet`, 'gke', 'subnet'],
    ['service.beta.kubernetes.io/openstack-internal-load-balancer', 'openstack', undefined],
    ['loadbalancer.openstack.org/subnet-id', 'openstack', 'subnet'],
    ['loadbalancer.openstack.org/enable-health-monitor', 'openstack', undefined],
    ['metallb.io/address-pool', 'metallb', 'addressPool'],
    ['metallb.io/loadBalancerIPs', 'metallb', 'address'],
  ];

const distributions: Partial<Record<LoadBalancerProvider, Cluster['distribution']>> = {
  azure: 'aks',
  aws: 'eks',
  gke: 'gke',
};

/**
 * How clients reach a database, from its service. Who gives the addresses is read from the annotations, and kept with the cluster.
 *
 * @param spec what says type, ranges and addresses
 */
export function readService(database: Database, cluster: Cluster, spec: Field, annotations: Field): void {
  const service: NonNullable<Database['service']> = {};
  const rest: Record<string, string> = {};
  let provider: LoadBalancerProvider | undefined;
  let isInternal = false;
  for (const [name, value] of annotations.entries()) {
    const known = asked.find(([each]) => each === name);
    if (!known || spec.at('type').text !== 'LoadBalancer') {
      if (value.text !== undefined && !isOfTools(name)) rest[name] = value.text;
      continue;
    }
    provider = known[1];
    if (known[2] !== undefined) put(service, known[2] as 'subnet', value.text, value);
    if (
      /^(?:true|internal|Internal)$/.test(value.text ?? '') &&
      known[2] === undefined &&
      !name.endsWith('monitor')
    )
      isInternal = true;
  }
  if (spec.at('type').text === 'LoadBalancer')
    put(service, 'exposure', isInternal ? 'internal-load-balancer' : 'load-balancer', spec.at('type'));
  const address = spec.at('loadBalancerIP');
  put(service, 'address', address.text, address);
  const ranges = spec.at('loadBalancerSourceRanges');
  const networks = ranges.items().flatMap(({ text }) => text ?? []);
  if (networks.length > 0) put(service, 'allowFrom', networks, ranges);
  if (Object.keys(rest).length > 0) put(service, 'annotations', rest, annotations);
  if (Object.keys(service).length > 0) database.service = service;
  if (provider !== undefined) keepProvider(cluster, provider, service);
}

function isOfTools(name: string): boolean {
  return /^(?:kubectl\.kubernetes\.io|argocd\.argoproj\.io)\//.test(name);
}

function keepProvider(
  cluster: Cluster,
  provider: LoadBalancerProvider,
  { addressPool }: NonNullable<Database['service']>,
): void {
  const distribution = distributions[provider];
  if (distribution !== undefined && cluster.distribution === 'other') cluster.distribution = distribution;
  // A pool names who gives the address; each cloud is that of its distribution.
  if (distribution === cluster.distribution || (provider === 'metallb' && addressPool !== undefined)) return;
  cluster.capabilities = { ...cluster.capabilities, loadBalancerProvider: provider };
}
