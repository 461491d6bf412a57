import type {
  NetworkPolicyIngressRule,
  NetworkPolicyPeer,
  NetworkPolicyPort,
  NetworkPolicySpec,
} from '../../imports/index.js';
import type { StatefulSetDatabasePlan } from '../../plan/index.js';
import { ports, selectorOf } from './names.js';

/** Only clients reach the servers, and only members and the arbitrator reach what members tell each other. */
export function memberPolicy(database: StatefulSetDatabasePlan): NetworkPolicySpec {
  const peers = peersOf(database);
  return {
    podSelector: { matchLabels: selectorOf(database, 'database') },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [
      { from: clientsOf(database), ports: [tcp(ports.mysql)] },
      { from: peers, ports: memberPorts },
      ...metricsRules(database),
    ],
    egress: [{ ports: dnsPorts(database) }, { to: peers, ports: memberPorts }],
  };
}

/** The arbitrator hears the group, and nobody else. */
export function arbitratorPolicy(database: StatefulSetDatabasePlan): NetworkPolicySpec {
  const members = [{ podSelector: { matchLabels: selectorOf(database, 'database') } }];
  return {
    podSelector: { matchLabels: selectorOf(database, 'arbitrator') },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: members, ports: groupPorts }],
    egress: [{ ports: dnsPorts(database) }, { to: members, ports: groupPorts }],
  };
}

const groupPorts = [tcp(ports.group), udp(ports.group)];
const memberPorts = [...groupPorts, tcp(ports.incremental), tcp(ports.transfer), tcp(ports.census)];

function tcp(port: number): NetworkPolicyPort {
  return { protocol: 'TCP', port };
}

function udp(port: number): NetworkPolicyPort {
  return { protocol: 'UDP', port };
}

function peersOf(database: StatefulSetDatabasePlan): NetworkPolicyPeer[] {
  const members = { podSelector: { matchLabels: selectorOf(database, 'database') } };
  if (!database.arbitrator) return [members];
  return [members, { podSelector: { matchLabels: selectorOf(database, 'arbitrator') } }];
}

function clientsOf({ clients }: StatefulSetDatabasePlan): NetworkPolicyPeer[] {
  return [
    { podSelector: {} },
    ...clients.namespaces.map(namespacePeer),
    ...clients.networks.map((cidr) => ({ ipBlock: { cidr } })),
  ];
}

function metricsRules({ metrics }: StatefulSetDatabasePlan): NetworkPolicyIngressRule[] {
  if (!metrics) return [];
  const from =
    metrics.fromNamespace === undefined ? { namespaceSelector: {} } : namespacePeer(metrics.fromNamespace);
  return [{ from: [from], ports: [tcp(ports.metrics)] }];
}

function namespacePeer(name: string): NetworkPolicyPeer {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}

/** A policy judges the port of the pod that answers, and OpenShift's DNS pods listen at another one. */
function dnsPorts({ home }: StatefulSetDatabasePlan): NetworkPolicyPort[] {
  const own = home.source.distribution === 'openshift' ? [53, 5353] : [53];
  return own.flatMap((port) => [udp(port), tcp(port)]);
}
