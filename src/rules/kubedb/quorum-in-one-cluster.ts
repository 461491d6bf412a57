import type { Report } from '../../diagnostics/index.js';
import type { ManifestSet } from '../../manifests/index.js';
import { type DatabasePlan, databasesOf, type Plan } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { crowdedClusters } from '../crowded-clusters.js';
import { databaseObjects } from '../database-objects.js';
import {
  clustersByIndex,
  isGapless,
  type PlacementPolicyManifest,
  placementPolicies,
} from '../placement-policies.js';
import { isRefusedCount } from '../replica-counts.js';
import { defineRule } from '../rule.js';
import { type Layout, majorityCluster, safeLayouts } from './quorum-layout.js';

const messages = {
  majority: (p: { database: string; cluster: string; votes: number; held: number }) =>
    `${p.cluster} holds ${p.held} of the ${p.votes} votes of ${p.database}: without it, writes stop`,
};

/** No cluster holds half of a database's votes, unless the file asks to survive no more than a node or a zone. */
export const quorumInOneCluster = defineRule({
  id: 'kubedb/quorum-in-one-cluster',
  severity: 'warning',
  why: 'the replicas left have no majority: Galera refuses queries and Postgres elects no primary until that cluster is back',
  source: 'codership/galera gcomm/src/pc_proto.cpp',
  messages,
  checkPlan(plan, report) {
    for (const database of databasesOf(plan, 'kubedb')) {
      const { survive } = database.source;
      if (survive === 'none' || survive === 'node' || survive === 'zone') continue;
      checkPlanned(plan, database, report);
    }
  },
  checkManifests(manifests, report) {
    const users = databasesByPolicy(manifests);
    for (const policy of placementPolicies(manifests)) checkPolicy(policy, users, report);
  },
});

function checkPlanned(plan: Plan, database: DatabasePlan, report: Report<typeof messages>): void {
  const { name, placements, replicas, source, distributed } = database;
  // A number that is refused, or a cluster that cannot take its replicas, is laid out anew: kubedb/replicas, placement/spread-impossible.
  if (!distributed || isRefusedCount(database)) return;
  // All on one cluster is meant so, unless the file asks for more.
  if (placements.length === 1 && source.survive === undefined) return;
  const layout: Layout = placements.map(({ cluster, ordinals }) => [cluster.name, ordinals]);
  const cluster = majorityCluster(layout);
  const entry = source.placement.find((each) => each.cluster === cluster);
  const held = placements.find((each) => each.cluster.name === cluster)?.ordinals.length ?? 0;
  if (cluster === undefined || !entry) return;
  if (crowdedClusters(database).some(({ placement }) => placement.cluster.name === cluster)) return;
  report('majority', { database: name, cluster, votes: replicas, held })
    .at(valueSpan(entry, 'replicas'))
    .fix(
      placements.length === 1
        ? 'put the replicas on three clusters; or write survive: node, or zone, for what one cluster can promise'
        : `${safeLayouts(layout, spareCluster(plan, database))}; or write survive: none to accept it`,
    );
}

/** A member that holds no replica, else a cluster that could join. */
function spareCluster({ clusters }: Plan, { placements }: DatabasePlan): string {
  const taken = new Set(placements.map(({ cluster }) => cluster.name));
  const free = clusters.filter(({ name }) => !taken.has(name));
  return (free.find(({ member }) => member) ?? free[0])?.name ?? 'a third cluster';
}

interface User {
  readonly name: string;
  readonly replicas: number;
}

function databasesByPolicy(manifests: ManifestSet): ReadonlyMap<string, readonly User[]> {
  const users = new Map<string, User[]>();
  for (const { distributed, policy, name, replicas } of databaseObjects(manifests)) {
    if (!distributed) continue;
    const present = users.get(policy);
    if (present) present.push({ name, replicas });
    else users.set(policy, [{ name, replicas }]);
  }
  return users;
}

/** A policy nobody uses here is judged by all it names. */
function checkPolicy(
  policy: PlacementPolicyManifest,
  users: ReadonlyMap<string, readonly User[]>,
  report: Report<typeof messages>,
): void {
  if (!isGapless(policy)) return;
  const byIndex = clustersByIndex(policy);
  const used = users.get(policy.name);
  const known = used ?? [{ name: `the databases of ${policy.name}`, replicas: byIndex.size }];
  const judged = new Set<number>();
  for (const { name, replicas } of known) {
    if (replicas === 1 || replicas > byIndex.size || judged.has(replicas)) continue;
    judged.add(replicas);
    const byCluster = new Map<string, number[]>();
    for (let index = 0; index < replicas; index++) {
      const cluster = byIndex.get(index)?.cluster ?? '';
      byCluster.set(cluster, [...(byCluster.get(cluster) ?? []), index]);
    }
    const layout: Layout = [...byCluster].sort(([a], [b]) => (a < b ? -1 : 1));
    const cluster = majorityCluster(layout);
    const rule = policy.rules.find((each) => each.cluster === cluster);
    if (cluster === undefined || !rule || layout.length === 1) continue;
    const held = byCluster.get(cluster)?.length ?? 0;
    if (used && replicas % 2 === 0) continue;
    report('majority', { database: name, cluster, votes: replicas, held })
      .at(rule.field.at('replicaIndices').span)
      .fix(safeLayouts(layout, 'a third cluster'));
  }
}
