import type { Plan } from '../plan/index.js';
import { membersByCluster, type SurvivalDatabase } from '../survival/index.js';
import { differencesOf } from './differences.js';
import { type Entry, entriesOf, paired, standingFor, storeOf } from './entries.js';
import { isUntouched } from './facts.js';
import { Judge, type LossChanges, standingKey } from './judged.js';
import { linkImpacts } from './links.js';
import { comparedLosses } from './losses.js';
import type { DatabaseImpact, DatabaseState, Impact } from './model.js';
import { stateOf, survivalStateOf } from './state.js';
import { clusterImpacts, sumsOf } from './totals.js';

const known = new WeakMap<readonly Plan[], WeakMap<readonly Plan[], Impact>>();
const nobody: readonly Plan[] = [];

/**
 * What a change does to databases, links and clusters. Databases of which nothing differs are counted and not judged, and those that
 * stand alike are judged once.
 *
 * @param before what gave the old output; undefined when that does not say it
 */
export function impactOf(before: readonly Plan[] | undefined, after: readonly Plan[]): Impact {
  const own = known.get(after) ?? new WeakMap<readonly Plan[], Impact>();
  known.set(after, own);
  const present = own.get(before ?? nobody);
  if (present) return present;
  const impact = findImpact(before, after);
  own.set(before ?? nobody, impact);
  return impact;
}

function findImpact(before: readonly Plan[] | undefined, after: readonly Plan[]): Impact {
  const judge = new Judge();
  const databases: DatabaseImpact[] = [];
  const renamed = new Map<string, string>();
  let unchanged = 0;
  for (const pair of paired(entriesOf(before ?? []), entriesOf(after))) {
    if (pair.before && pair.after && pair.before.plan.name !== pair.after.plan.name)
      renamed.set(pair.after.plan.name, pair.before.plan.name);
    const impact = databaseImpact(pair.before, pair.after, before !== undefined, judge);
    if (impact) databases.push(impact);
    else unchanged += 1;
  }
  const sums = { before: before && sumsOf(before), after: sumsOf(after) };
  return {
    known: before !== undefined,
    databases,
    unchanged,
    links: linkImpacts(before, after, renamed),
    clusters: clusterImpacts(sums.before, sums.after),
    total: { before: sums.before?.total, after: sums.after.total },
  };
}

const noLosses: LossChanges = { worse: [], better: [], leftOut: undefined };

/** Undefined when nothing differs. */
function databaseImpact(
  before: Entry | undefined,
  after: Entry | undefined,
  isKnown: boolean,
  judge: Judge,
): DatabaseImpact | undefined {
  const entry = after ?? before;
  if (!entry || (before && after && isUntouched(before, after))) return undefined;
  const old = before && sideOf(before, after);
  const young = after && sideOf(after, before);
  if (old && young && isSame(old, young)) return undefined;
  const head = {
    program: entry.plan.name,
    programBefore: before && after && before.plan.name !== after.plan.name ? before.plan.name : undefined,
    name: entry.part === undefined ? entry.name : `${entry.name} on ${entry.part}`,
    before: old && stateWith(old, judge),
    after: young && stateWith(young, judge),
  };
  if (!old || !young || !head.before || !head.after) {
    const kind = old ? 'removed' : isKnown ? 'added' : 'unknown';
    return { kind, ...head, differences: [], ...noLosses, replaced: false };
  }
  const replaced = !isStaying(old.subject.database, young.subject.database);
  const differences = differencesOf(head.before, head.after);
  const losses = replaced || old.key === young.key ? noLosses : judge.once(old, young, lossesOf);
  // Figures may differ by less than is told.
  if (differences.length + losses.worse.length + losses.better.length === 0) return undefined;
  return { kind: 'changed', ...head, differences, ...losses, replaced };
}

function lossesOf(before: Side, after: Side): LossChanges {
  const store = after.entry.fleet === undefined ? undefined : storeOf(after.subject);
  return comparedLosses(standing(before), standing(after), store);
}

interface Side {
  readonly entry: Entry;
  readonly subject: ReturnType<typeof standingFor>;
  readonly state: Omit<DatabaseState, 'survival'>;
  readonly key: string;
}

function sideOf(entry: Entry, other: Entry | undefined): Side {
  const subject = standingFor(entry, other);
  const { landscape } = entry;
  return {
    entry,
    subject,
    state: stateOf(entry, subject),
    key: standingKey({ database: subject.database, landscape }),
  };
}

function standing({ entry: { landscape }, subject: { database } }: Side) {
  return { database, landscape };
}

function isSame(one: Side, other: Side): boolean {
  const asked = ({ subject }: Side) => subject.plans[0].source.survive;
  return (
    one.key === other.key &&
    asked(one) === asked(other) &&
    JSON.stringify(one.state) === JSON.stringify(other.state)
  );
}

function isStaying(before: SurvivalDatabase, after: SurvivalDatabase): boolean {
  const clusters = membersByCluster(before);
  return [...membersByCluster(after).keys()].some((name) => clusters.has(name));
}

function stateWith(side: Side, judge: Judge): DatabaseState {
  const { entry, subject, state } = side;
  return { ...state, survival: survivalStateOf(entry, subject, judge.of(standing(side), side.key)) };
}
