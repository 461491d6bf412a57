import type { Report } from '../../diagnostics/index.js';
import type { ManifestSet } from '../../manifests/index.js';
import { databaseObjects } from '../database-objects.js';
import {
  clustersByIndex,
  isGapless,
  type PlacementPolicyManifest,
  placementPolicies,
} from '../placement-policies.js';
import { defineRule } from '../rule.js';
import { type Layout, majorityCluster, safeLayouts } from './quorum-layout.js';

const messages = {
  majority: (p: { database: string; cluster: string; votes: number; held: number }) =>
    `${p.cluster} holds ${p.held} of the ${p.votes} votes of ${p.database}: without it, writes stop`,
};

/** No cluster of a PlacementPolicy holds half of a database's votes. */
export const quorumInOneCluster = defineRule({
  id: 'kubedb/quorum-in-one-cluster',
  severity: 'warning',
  why: 'the replicas left have no majority: Galera refuses queries and Postgres elects no primary until that cluster is back',
  source: 'codership/galera gcomm/src/pc_proto.cpp',
  messages,
  checkManifests(manifests, report) {
    const users = databasesByPolicy(manifests);
    for (const policy of placementPolicies(manifests)) checkPolicy(policy, users, report);
  },
});

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
