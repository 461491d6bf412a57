import type { ChangeSubject, ObjectChange, OutputObject } from '../../changes/index.js';
import type { Report, Span } from '../../diagnostics/index.js';
import { databasesOf, type KubedbDatabasePlan } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { changedDatabases, ordinalsOf, policyNamed, policyNameOf } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';

const messages = {
  moved: (p: { database: string; ordinal: number; from: string; to: string }) =>
    `ordinal ${p.ordinal} of ${p.database} moves from ${p.from} to ${p.to}`,
};

/** A replica keeps its cluster for life. */
export const ordinalMoved = defineRule({
  id: 'placement/ordinal-moved',
  severity: 'error',
  changeClass: 'destructive',
  why: 'nothing moves its data: the running pod stays until its next restart, and then comes up on the other cluster with an empty volume while the old one is left behind',
  source: 'kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages,
  checkChange(change, report) {
    const pairs = policyPairs(change);
    if (pairs.length === 0) return;
    const databases = new Map(
      change.plans
        .flatMap((plan) => databasesOf(plan, 'kubedb'))
        .filter(({ distributed }) => distributed)
        .map((database) => [keyOf(database.home.name, database.placementPolicy), database]),
    );
    for (const { object, before, after } of pairs) {
      const database = databases.get(keyOf(after.cluster, after.manifest.name));
      if (database) checkDatabase(database, { object, before }, change, report);
    }
  },
});

interface Pair {
  /** The change to tell of. */
  readonly object: ObjectChange;
  readonly before: OutputObject;
  readonly after: OutputObject;
}

function keyOf(cluster: string, policy: string): string {
  return `${cluster} ${policy}`;
}

/** Policies that stay, and those that a database which stays is given in place of another. */
function policyPairs(change: ChangeSubject): Pair[] {
  const pairs: Pair[] = [];
  for (const object of change.of('PlacementPolicy', 'apps.k8s.appscode.com'))
    if (object.kind === 'changed') pairs.push({ object, before: object.before, after: object.after });
  for (const { object, old, young } of changedDatabases(change)) {
    const [from, to] = [policyNameOf(old), policyNameOf(young)];
    if (from === to) continue;
    const [before, after] = [policyNamed(change, 'before', from), policyNamed(change, 'after', to)];
    if (before && after) pairs.push({ object, before, after });
  }
  return pairs;
}

function checkDatabase(
  database: KubedbDatabasePlan,
  { object, before }: Pick<Pair, 'object' | 'before'>,
  change: ChangeSubject,
  report: Report<typeof messages>,
): void {
  const committed = ordinalsOf(before);
  for (const { cluster, ordinals } of database.placements) {
    for (const ordinal of ordinals) {
      const from = committed.get(ordinal);
      if (from === undefined || from === cluster.name) continue;
      report('moved', { database: database.name, ordinal, from, to: cluster.name })
        .at(placeOf(database, cluster.name, ordinal), `${database.name}-${ordinal} runs on ${from}`)
        .about(change.nameOf(object))
        .fix(
          `leave it where it is, in ordinals: ${layout(database, committed)}; or scale down below ${ordinal} first. If it was never applied, delete ${before.file.path} from the output`,
        );
      return;
    }
  }
}

/** The ordinal in the topology where it is said, else the count it was dealt from. */
function placeOf({ source }: KubedbDatabasePlan, cluster: string, ordinal: number): Span {
  const entry = source.placement.find((placement) => placement.cluster === cluster);
  if (!entry) return valueSpan(source, 'placement');
  if (typeof entry.replicas === 'number') return valueSpan(entry, 'replicas');
  return valueSpan(entry.replicas, entry.replicas.indexOf(ordinal));
}

/** The new number of replicas with every committed ordinal where it is, as it would be written. */
function layout(database: KubedbDatabasePlan, committed: ReadonlyMap<number, string>): string {
  const byCluster = new Map<string, number[]>(database.placements.map(({ cluster }) => [cluster.name, []]));
  for (const { cluster, ordinals } of database.placements) {
    for (const ordinal of ordinals) {
      const name = committed.get(ordinal) ?? cluster.name;
      byCluster.set(name, [...(byCluster.get(name) ?? []), ordinal]);
    }
  }
  return [...byCluster]
    .filter(([, ordinals]) => ordinals.length > 0)
    .map(([name, ordinals]) => `${name} [${ordinals.sort((a, b) => a - b).join(', ')}]`)
    .join(', ');
}
