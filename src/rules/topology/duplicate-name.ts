import type { Report } from '../../diagnostics/index.js';
import { clusterNames } from '../../plan/index.js';
import { type Cluster, type Database, type Topology, valueSpan } from '../../topology/index.js';
import { undeclaredClusters } from '../cluster-references.js';
import { meetingsOf, objectKey, type PlannedDatabase } from '../database-meetings.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

const messages = {
  cluster: (p: { name: string }) => `two clusters are called ${p.name}`,
  fleet: (p: { names: readonly string[]; fleet: string }) =>
    `the fleet ${p.fleet} has ${firstOf(p.names)}, as another entry has`,
  database: (p: { name: string; namespace: string }) =>
    `two databases are called ${p.name} in the namespace ${p.namespace}`,
  elsewhere: (p: { name: string; namespace: string; home: string; file: string }) =>
    `${p.file} has a database ${p.name} in the namespace ${p.namespace} of ${p.home} as well`,
};

/**
 * A name means one cluster, and one database of its namespace, over all files. That distributed databases need names of their
 * own over namespaces, too, is kubedb/names.
 */
export const duplicateName = defineRule({
  id: 'topology/duplicate-name',
  severity: 'error',
  why: 'the name is all that tells their objects apart: those of the second would replace those of the first, or never come to be',
  source: 'kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages,
  checkTopology(topology, report) {
    checkClusters(topology, report);
    checkFleets(topology, report);
    checkDatabases(topology, report);
  },
  checkProgram(plans, report) {
    const keyOf = ({ database }: PlannedDatabase): string => objectKey(database, database.name);
    const meetings = meetingsOf(
      plans,
      (each) => [{ text: keyOf(each) }],
      (each) => [keyOf(each)],
    );
    // A database on a fleet is there once for each of its clusters.
    const said = new Set<Database>();
    for (const { here, there } of meetings) {
      if (said.has(here.database.source)) continue;
      said.add(here.database.source);
      const { name, namespace, home, source } = here.database;
      report('elsewhere', { name, namespace, home: home.name, file: there.plan.file.name })
        .at(valueSpan(source, 'name'), 'again here')
        .related(valueSpan(there.database.source, 'name'), 'first here')
        .fix('remove it from one of the files, or give it a name of its own');
    }
  },
});

function checkClusters(topology: Topology, report: Report<typeof messages>): void {
  const seen = new Map<string, Cluster>();
  const [meant, ...others] = undeclaredClusters(topology).keys();
  for (const cluster of topology.clusters) {
    const { name } = cluster;
    const first = seen.get(name);
    if (!first) {
      seen.set(name, cluster);
      continue;
    }
    report('cluster', { name })
      .at(valueSpan(cluster, 'name'), 'again here')
      .related(valueSpan(first, 'name'), 'first here')
      .fix(
        meant !== undefined && others.length === 0
          ? `write ${meant}: other places name it, and no cluster has that name`
          : 'give it a name of its own, or remove it if both are the same cluster',
      );
  }
}

/** Names that fleets count, over all entries. Two entries of one name were reported. */
function checkFleets({ clusters }: Topology, report: Report<typeof messages>): void {
  if (clusters.every(({ fleet }) => fleet === undefined)) return;
  const seen = new Map<string, Cluster>(clusters.map((cluster) => [cluster.name, cluster]));
  for (const cluster of clusters) {
    if (cluster.fleet === undefined) continue;
    const taken: string[] = [];
    let other: Cluster | undefined;
    for (const name of clusterNames(cluster)) {
      const first = seen.get(name);
      if (!first) seen.set(name, cluster);
      else if (first !== cluster) {
        taken.push(name);
        other ??= first;
      }
    }
    if (!other) continue;
    report('fleet', { names: taken, fleet: cluster.name })
      .at(valueSpan(cluster, 'fleet'), 'again here')
      .related(valueSpan(other, other.fleet === undefined ? 'name' : 'fleet'), 'first here')
      .fix('leave each name to one entry; clusters that differ from the fleet are entries of their own');
  }
}

function checkDatabases({ databases }: Topology, report: Report<typeof messages>): void {
  const seen = new Map<string, Database>();
  for (const database of databases) {
    const { name, namespace } = database;
    const keys = keysOf(database);
    const first = keys.map((key) => seen.get(key)).find((each) => each !== undefined);
    if (!first) {
      for (const key of keys) seen.set(key, database);
      continue;
    }
    report('database', { name, namespace })
      .at(valueSpan(database, 'name'), 'again here')
      .related(valueSpan(first, 'name'), 'first here')
      .fix('give it a name of its own');
  }
}

/** What a name must be unique on: the hub for all databases of KubeDB, their clusters for those that live on one each. */
function keysOf({ name, namespace, provider, placement }: Database): string[] {
  const homes = placement.map(({ cluster }) => `${cluster}/${namespace}/${name}`);
  return provider === 'kubedb' ? [`${namespace}/${name}`, ...homes] : homes;
}
