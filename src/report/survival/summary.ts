import type { Plan } from '../../plan/index.js';
import {
  fewestClusters,
  fewestReplicas,
  type Goal,
  goals,
  goalWords,
  groupProtocol,
  joined,
  type Landscape,
  type Loss,
  lossesWords,
  membersByCluster,
  minimalCuts,
  type SurvivalDatabase,
  singleCuts,
  stopsWrites,
  strictestGoal,
} from '../../survival/index.js';
import { type SurvivalEntry, storeOf, survivalEntries } from './entries.js';

/** What a database survives, in short. */
export interface SurvivalSummary {
  readonly entry: SurvivalEntry;
  /** What its file asks for. */
  readonly asked: Goal | undefined;
  /** The strictest goal that it meets. */
  readonly met: Goal;
  /** The smallest single failures that stop writes. */
  readonly alone: readonly Loss[];
  /** Clusters whose loss alone does not stop writes. */
  readonly spared: readonly string[];
}

/** What a database survives, with what takes longer to find. */
export interface FullSummary extends SurvivalSummary {
  /** The smallest sets of failures that stop writes: one failure, or two at once. */
  readonly cuts: readonly (readonly Loss[])[];
  /** What was not tried for them. */
  readonly leftOut: string | undefined;
  /** How many clusters at the least have to be lost at once until writes stop. */
  readonly fewestClusters: number;
  /** How many replicas. */
  readonly fewestReplicas: number;
}

/** What the databases of an entry survive; those of a fleet are alike. */
export function summaryOf(entry: SurvivalEntry): SurvivalSummary {
  const [{ database, plans }] = entry.subjects;
  const { landscape } = entry;
  return {
    entry,
    asked: plans[0].source.survive,
    met: strictestGoal(database, landscape),
    alone: singleCuts(database, landscape),
    spared: clustersOf(database).filter((name) => !stopsWithout(database, landscape, name)),
  };
}

/**
 * The same with all that is known.
 *
 * @param inPairs whether two failures at once are tried
 */
export function fullSummaryOf(entry: SurvivalEntry, inPairs: boolean): FullSummary {
  const [{ database }] = entry.subjects;
  const { landscape } = entry;
  const summary = summaryOf(entry);
  const cuts = inPairs
    ? minimalCuts(database, landscape)
    : { cuts: summary.alone.map((loss) => [loss]), leftOut: 'two failures at once' };
  return {
    ...summary,
    ...cuts,
    fewestClusters: fewestClusters(database, landscape),
    fewestReplicas: fewestReplicas(database, landscape),
  };
}

function clustersOf(database: SurvivalDatabase): string[] {
  return [...membersByCluster(database).keys()];
}

function stopsWithout(database: SurvivalDatabase, landscape: Landscape, cluster: string): boolean {
  return stopsWrites(database, landscape, [{ kind: 'cluster', cluster }]);
}

/** Databases that are summed up one by one after a run of another command. */
const mostLines = 8;

/** What the databases of a program survive, a line each; empty where there is none. */
export function survivalLines(plans: readonly Plan[]): string[] {
  const entries = survivalEntries(plans);
  const lines = entries
    .slice(0, mostLines)
    .map((entry) => `${entry.name}: ${summaryWords(summaryOf(entry))}`);
  const more = entries.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more: dbspan whatif`] : lines;
}

/** Failures and clusters that are named. */
const mostCuts = 3;

/** `3 votes on 2 clusters; writes stop without demo-controller, go on without demo-worker`. */
export function summaryWords(summary: SurvivalSummary): string {
  const { entry, asked, met, spared } = summary;
  const parts = [sizeWords(entry)];
  const holds = asked !== undefined && asked !== 'none' && goals.indexOf(met) >= goals.indexOf(asked);
  if (holds) parts.push(`survives ${goalWords(met)} (survive: ${asked} holds)`);
  else if (met !== 'none') parts.push(`survives ${goalWords(met)}`);
  const ofClusters = goals.indexOf(met) >= goals.indexOf('cluster');
  if (!ofClusters) {
    const stops = stopWords(summary);
    const on = spared.length > 0 ? `go on without ${some(spared)}` : undefined;
    if (stops !== undefined) parts.push(`writes stop without ${stops}${on ? `, ${on}` : ''}`);
  }
  if (isAsynchronous(entry)) parts.push('a failover may lose what was not sent yet');
  return parts.join('; ');
}

/** Whether a replica takes over by itself that may lack what the primary answered. */
function isAsynchronous({ subjects: [{ database }] }: SurvivalEntry): boolean {
  const { protocol } = database;
  const group = groupProtocol(protocol);
  if (group.kind === 'raft') return group.synchronous === 0;
  return group.kind === 'operator' && !group.semiSynchronous;
}

/**
 * What stops writes, and where nothing does so alone, which two at once: `demo-controller`, `a node of fra and a node of ams`.
 * Undefined where neither is found.
 */
export function stopWords({
  entry,
  alone,
  cuts = [],
}: SurvivalSummary & Partial<FullSummary>): string | undefined {
  // Of two at once, those of one kind say enough; the smallest kind comes first.
  const alike = cuts.filter(
    ({ length, 0: first, 1: second }) => length === 2 && first?.kind === second?.kind,
  );
  const pairs = alike.filter(([first]) => first?.kind === alike[0]?.[0]?.kind);
  const sets = alone.length > 0 ? alone.map((loss) => [loss]) : pairs;
  const words = sets.map((losses) => cutWords(losses, entry));
  if (words.length === 0) return undefined;
  const more = words.length - mostCuts;
  return more > 1 ? `${words.slice(0, mostCuts).join(', or ')}, or ${more} others` : words.join(', or ');
}

function cutWords(losses: readonly Loss[], { landscape, fleet, subjects }: SurvivalEntry): string {
  const [subject] = subjects;
  const [first] = losses;
  if (losses.length === 1 && first?.kind === 'node' && subject.database.protocol.kind === 'alone')
    return 'its node';
  const text = lossesWords(losses, landscape);
  return fleet === undefined ? text : text.replaceAll(storeOf(subject), 'its cluster');
}

function some(names: readonly string[]): string {
  const more = names.length - mostCuts;
  return more > 1 ? `${names.slice(0, mostCuts).join(', ')} and ${more} others` : joined(names);
}

/** How many decide, and where they are. */
export function sizeWords({ subjects, fleet }: SurvivalEntry): string {
  const [{ database }] = subjects;
  const { protocol, members } = database;
  const clusters = [...membersByCluster(database).keys()];
  const where =
    fleet !== undefined
      ? `on each of ${subjects.length} clusters`
      : clusters.length === 1
        ? `on ${clusters[0]}`
        : `on ${clusters.length} clusters`;
  switch (protocol.kind) {
    case 'galera':
    case 'raft': {
      let votes = 0;
      for (const { weight } of members) votes += weight;
      return `${votes} ${votes === 1 ? 'vote' : 'votes'} ${where}`;
    }
    case 'operator':
      return `${members.length} replicas ${where}`;
    case 'alone':
      return `one server ${where}`;
    case 'clusters':
      return `${members.length} servers ${where}, the primary on ${protocol.primary}`;
  }
}
