import type { Report } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { objectsOf, type Server, serversOf } from './operator-objects.js';

const messages = {
  balancer: (p: { field: string; type: string }) =>
    `${p.field} is for a LoadBalancer, and the Service is a ${p.type}`,
  outside: (p: { field: string }) =>
    `${p.field} is for a Service that is reached from outside, not for a ClusterIP`,
  value: (p: { field: string; value: string; choices: string }) =>
    `${p.field} is ${p.value}, neither ${p.choices}`,
  name: (p: { name: string; owner: string }) => `the port name ${p.name} is that of ${p.owner}`,
  port: (p: { port: number; owner: string }) => `the port ${p.port} is that of ${p.owner}`,
};

/** Services that the operator makes of a spec are such as Kubernetes takes. */
export const service = defineRule({
  id: 'mariadb-operator/service',
  severity: 'error',
  why: 'Kubernetes refuses the Service that the operator makes of it, and the database stops there, without an address',
  source: 'mariadb-operator/mariadb-operator pkg/builder/service_builder.go',
  messages,
  checkManifests(manifests, report) {
    for (const server of serversOf(manifests)) {
      for (const name of ['service', 'primaryService', 'secondaryService'])
        checkService(server.spec.at(name), report);
      checkPorts(server, report);
    }
    for (const { root } of objectsOf(manifests, 'MaxScale')) {
      for (const name of ['kubernetesService', 'guiKubernetesService'])
        checkService(root.at('spec', name), report);
    }
  },
});

type Check = Report<typeof messages>;

const choices = [
  ['externalTrafficPolicy', ['Cluster', 'Local']],
  ['sessionAffinity', ['None', 'ClientIP']],
] as const;

function checkService(place: Field, report: Check): void {
  const type = place.at('type').text ?? 'ClusterIP';
  for (const name of ['loadBalancerSourceRanges', 'allocateLoadBalancerNodePorts', 'loadBalancerClass']) {
    const field = place.at(name);
    if (field.given && type !== 'LoadBalancer')
      report('balancer', { field: name, type })
        .at(field.keySpan)
        .fix('write type: LoadBalancer, or remove it');
  }
  for (const [name, values] of choices) {
    const field = place.at(name);
    const right: readonly string[] = values;
    if (field.text !== undefined && !right.includes(field.text))
      report('value', { field: name, value: field.text, choices: values.join(' nor ') })
        .at(field.span)
        .fix(`write ${values.join(' or ')}`);
    else if (field.given && name === 'externalTrafficPolicy' && type === 'ClusterIP')
      report('outside', { field: name }).at(field.keySpan).fix('remove it, or write another type');
  }
}

function checkPorts({ spec, galera, replication }: Server, report: Check): void {
  const names = new Map<string, string>([['mariadb', 'the server']]);
  const ports = new Map<number, string>([[spec.at('port').number ?? 3306, 'the server']]);
  const own: [string, number, string][] = [];
  if (galera || replication) {
    own.push(['agent', agentPort(spec, galera, 'port') ?? 5555, 'the agent']);
    own.push(['agent-probe', agentPort(spec, galera, 'probePort') ?? 5566, 'the probes']);
  }
  if (galera) own.push(['cluster', 4567, 'Galera'], ['ist', 4568, 'Galera'], ['sst', 4444, 'Galera']);
  for (const [name, port, owner] of own) {
    names.set(name, owner);
    ports.set(port, owner);
  }
  for (const item of spec.at('servicePorts').items()) {
    const [name, port] = [item.at('name'), item.at('port')];
    const remedy = 'give every port of servicePorts a name and a number of its own';
    const [nameOwner, portOwner] = [names.get(name.text ?? ''), ports.get(port.number ?? -1)];
    if (nameOwner !== undefined)
      report('name', { name: name.text ?? '', owner: nameOwner })
        .at(name.span)
        .fix(remedy);
    else if (portOwner !== undefined)
      report('port', { port: port.number ?? 0, owner: portOwner })
        .at(port.span)
        .fix(remedy);
    if (name.text) names.set(name.text, 'another');
    if (port.number !== undefined) ports.set(port.number, 'another');
  }
}

function agentPort(spec: Field, galera: boolean, name: string): number | undefined {
  return spec.at(galera ? 'galera' : 'replication', 'agent', name).number;
}
