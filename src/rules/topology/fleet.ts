import type { Report, Span } from '../../diagnostics/index.js';
import { clusterNames, mostInFleet } from '../../plan/index.js';
import { type Cluster, keySpan, type Topology, valueSpan } from '../../topology/index.js';
import { clusterReferences } from '../cluster-references.js';
import { kubedbDatabases } from '../databases.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

const messages = {
  name: (p: { fleet: string; name: string; more: number }) =>
    `the fleet ${p.fleet} names ${p.name}${p.more === 0 ? '' : ` and ${p.more} more like it`}, which no cluster can be called`,
  many: (p: { fleet: string }) => `the fleet ${p.fleet} has more than ${mostInFleet} clusters`,
  single: (p: { fleet: string; name: string }) => `the fleet ${p.fleet} is the one cluster ${p.name}`,
  field: (p: { fleet: string; fields: readonly string[] }) =>
    `the clusters of the fleet ${p.fleet} cannot share ${firstOf(p.fields)}`,
  reference: (p: { fleet: string; by: string; more: number }) =>
    `${p.by} ${p.more === 0 ? 'names' : `and ${p.more} more ${p.more === 1 ? 'place' : 'places'} name`} the fleet ${p.fleet}, where a single cluster is meant`,
};

/** A fleet counts clusters that are alike, each with a name of its own, and stands only where each of them is on its own. */
export const fleet = defineRule({
  id: 'topology/fleet',
  severity: 'error',
  why: 'a fleet stands for many clusters: what is one address or one machine cannot be all of theirs, and a slice, a link or a replica needs to know which of them is meant',
  messages,
  checkTopology(topology, report) {
    const fleets = new Map<string, Cluster>();
    for (const cluster of topology.clusters) {
      if (cluster.fleet === undefined) continue;
      fleets.set(cluster.name, cluster);
      checkNames(cluster, report);
      checkFields(cluster, report);
    }
    if (fleets.size > 0) checkReferences(topology, fleets, report);
  },
});

const dnsLabel = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

function checkNames(cluster: Cluster, report: Report<typeof messages>): void {
  const { name } = cluster;
  const names = clusterNames(cluster);
  const span = valueSpan(cluster, 'fleet');
  const [first = ''] = names;
  const bad = names.filter((each) => !dnsLabel.test(each));
  if (names.length > mostInFleet) {
    report('many', { fleet: name }).at(span).fix('split it into several fleets');
  } else if (bad.length > 0) {
    report('name', { fleet: name, name: shown(bad[0]), more: bad.length - 1 })
      .at(span)
      .fix(
        'use lower-case letters, digits and hyphens, at most 63 characters, a letter or digit at both ends',
      );
  } else if (typeof cluster.fleet === 'string' && names.length === 1) {
    report('single', { fleet: name, name: first })
      .at(span)
      .fix(`count them, as in ${name}-{001..050}, list them, or remove fleet where it is one cluster`);
  }
}

function shown(name = ''): string {
  return name === '' ? 'an empty name' : name.length > 40 ? `${name.slice(0, 40)}…` : name;
}

/** What is one machine, one address or one file of one cluster. */
const ownFields = [
  'hub',
  'context',
  'apiServer',
  'networkInterface',
  'nodeIPs',
  'gatewayNodes',
  'kubesliceDNS',
  'corefile',
] as const satisfies readonly (keyof Cluster)[];

function checkFields(cluster: Cluster, report: Report<typeof messages>): void {
  const given = ownFields.filter((field) => cluster[field] !== undefined && cluster[field] !== false);
  const [first, ...others] = given;
  if (first === undefined) return;
  const open = report('field', { fleet: cluster.name, fields: given }).at(keySpan(cluster, first));
  for (const field of others) open.related(keySpan(cluster, field), field);
  open.fix(
    first === 'context'
      ? 'remove it: the context of each cluster is its name'
      : 'remove it, or make the cluster that has it an entry of its own',
  );
}

interface Place {
  readonly by: string;
  readonly span: Span;
}

function checkReferences(
  topology: Topology,
  fleets: ReadonlyMap<string, Cluster>,
  report: Report<typeof messages>,
): void {
  const places = new Map<string, Place[]>();
  for (const { name, by, span } of singleReferences(topology)) {
    if (!fleets.has(name)) continue;
    const known = places.get(name);
    if (known) known.push({ by, span });
    else places.set(name, [{ by, span }]);
  }
  for (const [name, [first, ...others]] of places) {
    if (!first) continue;
    const open = report('reference', { fleet: name, by: first.by, more: others.length }).at(first.span);
    for (const { by, span } of others.slice(0, 4)) open.related(span, by);
    open.fix('make the cluster that is meant an entry of its own, and name that');
  }
}

/** Where the name of one cluster must stand: everywhere but in the placement of a database that lives on one each. */
function* singleReferences(topology: Topology): Generator<Place & { readonly name: string }> {
  yield* clusterReferences({ ...topology, databases: kubedbDatabases(topology) });
  for (const { name, mariadbOperator } of topology.databases) {
    const multiCluster = mariadbOperator?.multiCluster;
    for (const member of multiCluster?.members ?? []) {
      yield { name: member.cluster, by: `a member of ${name}`, span: valueSpan(member, 'cluster') };
    }
  }
}
