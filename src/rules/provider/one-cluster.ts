import { type Database, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { isOnSites } from '../sites.js';
import { listed } from '../words.js';

/** A database that no slice carries has all its replicas on one cluster, unless it replicates between clusters. */
export const oneCluster = defineRule({
  id: 'provider/one-cluster',
  severity: 'error',
  why: 'each cluster would get a database of its own with the same name and other data, and nobody would notice before the first client asks the other one',
  source: 'mariadb-operator/mariadb-operator docs/multi-cluster.md',
  messages: {
    several: (p: { database: string; provider: string; clusters: readonly string[] }) =>
      `${p.database} has replicas on ${listed(p.clusters)}, and ${p.provider} runs it on one cluster`,
  },
  checkTopology({ databases, clusters }, report) {
    const fleets = new Set(clusters.filter(({ fleet }) => fleet !== undefined).map(({ name }) => name));
    for (const database of databases) {
      const { name, provider, placement, mariadbOperator } = database;
      if (!isOnSites(database) || mariadbOperator?.multiCluster) continue;
      const names = [...new Set(placement.map(({ cluster }) => cluster))];
      // Of fleets it is said that each of their clusters has its own.
      const second = placement.find(({ cluster }) => cluster !== names[0]);
      if (!second || names.every((each) => fleets.has(each))) continue;
      report('several', { database: name, provider, clusters: names })
        .at(valueSpan(second, 'cluster'), 'another cluster')
        .fix(remedyOf(database));
    }
  },
});

function remedyOf({ provider }: Database): string {
  const separate =
    'for databases that know nothing of each other, write an entry for each cluster, or make the clusters a fleet';
  return provider === 'mariadb-operator'
    ? `join them with mariadbOperator.multiCluster; ${separate}`
    : `put all replicas on one cluster; ${separate}`;
}
