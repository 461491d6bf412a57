import type { Report } from '../../diagnostics/index.js';
import { type Cluster, type Database, type Topology, valueSpan } from '../../topology/index.js';
import { undeclaredClusters } from '../cluster-references.js';
import { kubedbDatabases } from '../databases.js';
import { defineRule } from '../rule.js';

const messages = {
  cluster: (p: { name: string }) => `two clusters are called ${p.name}`,
  database: (p: { name: string; namespace: string }) =>
    `two databases are called ${p.name} in the namespace ${p.namespace}`,
  work: (p: { name: string; cluster: string }) =>
    `two databases called ${p.name} share the cluster ${p.cluster}`,
};

/**
 * A name means one cluster, and one database of its namespace. Where databases are distributed it means one database of
 * a cluster, whatever their namespaces and engines: OCM's work objects for pods and volumes carry neither.
 */
export const duplicateName = defineRule({
  id: 'topology/duplicate-name',
  severity: 'error',
  why: 'the name is all that tells their objects apart: those of the second would replace those of the first, or never come to be',
  source: 'kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages,
  checkTopology(topology, report) {
    checkClusters(topology, report);
    const reported = checkNamespaces(topology, report);
    if (topology.slice) checkWorks(topology, reported, report);
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

function checkNamespaces({ databases }: Topology, report: Report<typeof messages>): ReadonlySet<Database> {
  const seen = new Map<string, Database>();
  const reported = new Set<Database>();
  for (const database of databases) {
    const { name, namespace } = database;
    const first = seen.get(`${namespace}/${name}`);
    if (!first) {
      seen.set(`${namespace}/${name}`, database);
      continue;
    }
    reported.add(database);
    report('database', { name, namespace })
      .at(valueSpan(database, 'name'), 'again here')
      .related(valueSpan(first, 'name'), 'first here')
      .fix('give it a name of its own');
  }
  return reported;
}

function checkWorks(
  topology: Topology,
  reported: ReadonlySet<Database>,
  report: Report<typeof messages>,
): void {
  const seen = new Map<string, Database>();
  for (const database of kubedbDatabases(topology)) {
    if (reported.has(database)) continue;
    const { name, namespace, placement } = database;
    const clusters = new Set(placement.map(({ cluster }) => cluster));
    const shared = [...clusters].find((cluster) => seen.has(`${cluster}/${name}`));
    const first = shared === undefined ? undefined : seen.get(`${shared}/${name}`);
    if (shared === undefined || !first) {
      for (const cluster of clusters) seen.set(`${cluster}/${name}`, database);
      continue;
    }
    report('work', { name, cluster: shared })
      .at(valueSpan(database, 'name'), `of the namespace ${namespace}`)
      .related(valueSpan(first, 'name'), `of the namespace ${first.namespace}`)
      .fix(`give one of them another name, such as ${namespace}-${name}`);
  }
}
