import type { Report, Span } from '../../diagnostics/index.js';
import type { ManifestSet } from '../../manifests/index.js';
import type { SlicePlan } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { contains, type Ipv4Network, ipv4Address, ipv4Network } from '../cidr.js';
import { addressOf, specialAddress } from '../ip-address.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

const messages = {
  private: (p: { servers: readonly string[]; clients: readonly string[] }) =>
    `${firstOf(p.servers)} would be the ${p.servers.length === 1 ? 'server' : 'servers'} of the tunnel to ${firstOf(p.clients)}, at private addresses only`,
};

interface Member {
  readonly name: string;
  readonly span: Span;
  /** Addresses that are said; none when KubeSlice finds them. */
  readonly nodeIPs: readonly string[];
  /** True when its gateways are reached through a load balancer. */
  readonly balanced: boolean;
}

/** The earlier of two members, which serves the tunnel, has addresses that the later one can reach. */
export const serverUnreachable = defineRule({
  id: 'slice/server-unreachable',
  severity: 'warning',
  why: 'the earlier member of a pair waits for the later one to connect to its nodes: one with public addresses most likely does not reach private ones, and the order can never be changed',
  source: 'kubeslice/kubeslice-controller service/worker_slice_gateway_service.go',
  messages,
  checkPlan({ slice }, report) {
    if (slice) check(membersOf(slice), report);
  },
  checkManifests(manifests, report) {
    for (const members of slicesAmong(manifests)) check(members, report);
  },
});

/** Of one slice everything is one finding: it is one order. */
function check(members: readonly Member[], report: Report<typeof messages>): void {
  const lastPublic = members.findLastIndex(isPublic);
  const servers = members.slice(0, Math.max(lastPublic, 0)).filter((one) => !one.balanced && isPrivate(one));
  const [server] = servers;
  if (!server) return;
  const clients = members.slice(members.indexOf(server) + 1).filter(isPublic);
  const [client] = clients;
  if (!client) return;
  report('private', {
    servers: servers.map(({ name }) => name),
    clients: clients.map(({ name }) => name),
  })
    .at(server.span)
    .related(client.span, 'public')
    .fix(
      `put ${client.name} before ${server.name} in the slice’s clusters if the slice does not exist yet; or write the addresses at which ${client.name} reaches it, or give its gateway a load balancer`,
    );
}

const privateNetworks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].flatMap(
  (cidr): readonly Ipv4Network[] | Ipv4Network => ipv4Network(cidr) ?? [],
);

/** Undefined for what is none of both, such as a loopback address. */
function isPrivateAddress(text: string): boolean | undefined {
  const address = ipv4Address(text);
  const known = addressOf(text);
  if (known && specialAddress(known) !== undefined) return undefined;
  return address === undefined ? undefined : privateNetworks.some((network) => contains(network, address));
}

function isPrivate({ nodeIPs }: Member): boolean {
  return nodeIPs.length > 0 && nodeIPs.every((address) => isPrivateAddress(address) === true);
}

function isPublic({ nodeIPs }: Member): boolean {
  return nodeIPs.length > 0 && nodeIPs.every((address) => isPrivateAddress(address) === false);
}

function membersOf({ members, source }: SlicePlan): Member[] {
  const balanced = new Set(
    (source.gateway?.services ?? [])
      .filter(({ type }) => type === 'LoadBalancer')
      .map(({ cluster }) => cluster),
  );
  return members.map(({ name, source: cluster }) => ({
    name,
    span: valueSpan(cluster, cluster.nodeIPs === undefined ? 'name' : 'nodeIPs'),
    nodeIPs: cluster.nodeIPs ?? [],
    balanced: balanced.has(name),
  }));
}

function* slicesAmong(manifests: ManifestSet): Generator<readonly Member[]> {
  const group = 'controller.kubeslice.io';
  const clusters = new Map(
    manifests.of('Cluster', group).map((cluster) => [`${cluster.namespace ?? ''}/${cluster.name}`, cluster]),
  );
  for (const { namespace = '', root } of manifests.of('SliceConfig', group)) {
    const spec = root.at('spec');
    if (spec.at('overlayNetworkDeploymentMode').text === 'no-network') continue;
    const services = spec.at('sliceGatewayProvider', 'sliceGatewayServiceType').items();
    const balanced = new Set(
      services
        .filter((service) => service.at('type').text === 'LoadBalancer')
        .map((service) => service.at('cluster').text),
    );
    yield spec
      .at('clusters')
      .items()
      .flatMap(({ text, span }): Member[] => {
        const nodeIPs = clusters.get(`${namespace}/${text}`)?.root.at('spec', 'nodeIPs');
        if (text === undefined || !nodeIPs) return [];
        return [
          {
            name: text,
            span: nodeIPs.given ? nodeIPs.span : span,
            nodeIPs: nodeIPs.items().flatMap((item) => item.text ?? []),
            balanced: balanced.has(text) || balanced.has('*'),
          },
        ];
      });
  }
}
