import type { Report } from '../../diagnostics/index.js';
import type { ManifestSet } from '../../manifests/index.js';
import {
  explainSuggestion,
  type Landscape,
  membersByCluster,
  type SurvivalDatabase,
  stopsWrites,
  suggestLayouts,
} from '../../survival/index.js';
import { databaseObjects } from '../database-objects.js';
import {
  clustersByIndex,
  isGapless,
  type PlacementPolicyManifest,
  placementPolicies,
} from '../placement-policies.js';
import { mostMariadb } from '../replica-counts.js';
import { defineRule } from '../rule.js';

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
    const database = placedBy(byIndex, replicas);
    const clusters = [...membersByCluster(database)].sort(([one], [other]) => (one < other ? -1 : 1));
    const [cluster, members] =
      clusters.find(([each]) => stopsWrites(database, nowhere, [{ kind: 'cluster', cluster: each }])) ?? [];
    const rule = policy.rules.find((each) => each.cluster === cluster);
    if (cluster === undefined || !members || !rule || clusters.length === 1) continue;
    if (used && replicas % 2 === 0) continue;
    report('majority', { database: name, cluster, votes: replicas, held: members.length })
      .at(rule.field.at('replicaIndices').span)
      .fix(remedyFor(database));
  }
}

/** Manifests say nothing of what is in a cluster. */
const nowhere: Landscape = { clusters: [], hub: undefined };

/** Galera, as one vote for each replica comes to the same for the coordinators of Postgres when a whole cluster is lost. */
function placedBy(byIndex: ReturnType<typeof clustersByIndex>, replicas: number): SurvivalDatabase {
  return {
    name: '',
    namespace: '',
    engine: 'mariadb',
    protocol: { kind: 'galera', dirtyReads: false },
    members: Array.from({ length: replicas }, (_, ordinal) => ({
      name: String(ordinal),
      ordinal,
      cluster: byIndex.get(ordinal)?.cluster ?? '',
      zone: undefined,
      weight: 1,
      data: true,
    })),
    spread: { node: 'anywhere', zone: 'anywhere', arbitrator: 'anywhere' },
    onHub: false,
  };
}

/** Layouts that go on without any one cluster: one from scratch, and one that only adds to what runs. */
function remedyFor(database: SurvivalDatabase): string {
  const { suggestions } = suggestLayouts({
    database,
    landscape: nowhere,
    goal: 'cluster',
    provider: { sites: 'many', mostReplicas: mostMariadb, arbitrator: false },
    candidates: [],
    running: 'unknown',
  });
  const fresh = suggestions.find(({ kind }) => kind === 'new');
  const grown = suggestions.find(({ kind }) => kind !== 'new');
  if (!fresh) return grown ? explainSuggestion(grown) : '';
  const afresh = `if nothing runs yet, ${explainSuggestion(fresh)}`;
  return grown ? `${afresh}; if it runs, ${explainSuggestion(grown)}` : afresh;
}
