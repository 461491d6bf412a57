import type { Edit } from '../../diagnostics/index.js';
import { type DatabasePlan, type Plan, pinOf, spreadUnder, statedSpread } from '../../plan/index.js';
import {
  explainSuggestion,
  type Goal,
  goals,
  type LayoutLimits,
  type LayoutRequest,
  type LayoutSuggestion,
  type Layouts,
  meets,
  type PlacedOrdinals,
  type Running,
  shortageWords,
  suggestLayouts,
} from '../../survival/index.js';
import { valueSpan } from '../../topology/index.js';
import { mostMariadb } from '../replica-counts.js';
import { onceForAlike } from './alike.js';
import type { Judged } from './judged.js';
import { placementEdits } from './placement-edits.js';
import { runningOf } from './running.js';

/** What to do about a goal that is not met. */
export interface Remedy {
  readonly text: string;
  /** What `--fix` writes; empty when the fix is not certain. */
  readonly edits: readonly Edit[];
  /** Why the clusters there are can never meet it, in two lines; empty when they can. */
  readonly proof: readonly string[];
}

/**
 * Layouts that meet a goal, the cheapest first, in words; and as edits where one is certain. Of a goal that the file does not ask for
 * it is said that it can be left unmet.
 */
export function remedyFor(goal: Goal, judged: Judged, plan: Plan): Remedy {
  const pin = pinOf(judged.source);
  if (!pin) return remedyForFree(goal, judged, plan);
  // Without it the rest is judged as it is written.
  const database = { ...judged.database, spread: statedSpread(judged.plans[0]) };
  const place = pin.unit === 'node' ? 'on one node' : 'in one zone';
  const free = `take ${pin.label} out of scheduling.nodeSelector, which keeps all replicas ${place}`;
  if (meets(goal, database, judged.landscape))
    return { text: `${free}; or ${acceptedWords(judged)}`, edits: [], proof: [] };
  const rest = remedyForFree(goal, { ...judged, database }, plan);
  return { ...rest, text: `${free}, and then: ${rest.text}`, edits: [] };
}

/** What to write where the layout stays as it is. */
function acceptedWords({ database, landscape, plans, source: { survive } }: Judged): string {
  if (survive === undefined) return 'write survive: none to accept it';
  const kept = goals
    .slice(1, goals.indexOf(survive))
    .findLast((goal) => meets(goal, { ...database, spread: spreadUnder(goal, plans[0]) }, landscape));
  return kept === undefined
    ? 'write survive: none to accept it'
    : `write survive: ${kept}, the most it keeps where it stands`;
}

function remedyForFree(goal: Goal, judged: Judged, plan: Plan): Remedy {
  const { database, landscape, plans } = judged;
  const [first] = plans;
  if (first.provider === 'kubedb' && !first.distributed) return { text: undistributed, edits: [], proof: [] };
  const present = presentOf(plans);
  const running = runningOf(plan, first);
  const { suggestions, ...rest } = layoutsFor({
    // Of all that stand alike one is asked for.
    database: { ...database, name: nameless },
    landscape,
    goal,
    provider: limitsOf(first),
    candidates: candidatesFor(plan, first),
    running,
    order: present.map(({ cluster }) => cluster),
  });
  // Where the replicas may stay as they are, nothing else is worth saying.
  const spreading = suggestions.filter((each) => isOnlySpread(each, present));
  const [best] = suggestions;
  const [spread] = spreading;
  const layouts = { ...rest, suggestions: spread ? spreading : suggestions };
  return {
    text: textOf(layouts, judged, present, running),
    edits: spread ? spreadEdits(spread, judged) : best?.certain ? placementEdits(best, judged) : [],
    proof: (rest.impossible?.proof ?? []).map((line) => line.replaceAll(nameless, database.name)),
  };
}

/** Stands for the name of a database. */
const nameless = '\0';

function layoutsFor(request: LayoutRequest): Layouts {
  const { database, landscape, running, goal, candidates, order, provider } = request;
  const about = [goal, candidates, order, provider, typeof running === 'string' ? running : [...running]];
  return onceForAlike(database, landscape, about, () => suggestLayouts(request));
}

function isOnlySpread(suggestion: LayoutSuggestion, present: readonly PlacedOrdinals[]): boolean {
  const { spread, arbitrator, placement } = suggestion;
  if (spread === undefined || arbitrator) return false;
  return (
    placement.length === present.length &&
    placement.every(({ cluster, ordinals }, index) => {
      return present[index]?.cluster === cluster && present[index].ordinals.join() === ordinals.join();
    })
  );
}

/** A spread that is stated and contradicts the goal, where the nodes for another are known to be there, and it can change. */
function spreadEdits({ spread, needs }: LayoutSuggestion, { source }: Judged): readonly Edit[] {
  const isFinal = spread === 'node' && source.provider === 'mariadb-operator';
  if (spread === undefined || source.spread?.[spread] === undefined || needs.length > 0 || isFinal) return [];
  return [{ span: valueSpan(source.spread, spread), text: 'DoNotSchedule' }];
}

const undistributed =
  'KubeDB keeps replicas on different nodes only where a slice distributes them: add a slice, or write survive: none';

function limitsOf({ provider, engine }: DatabasePlan): LayoutLimits {
  return {
    sites: provider === 'kubedb' ? 'many' : 'one',
    mostReplicas: mostMariadb,
    arbitrator: provider === 'statefulset' && engine === 'mariadb',
    // The operator's webhook lets nobody change it.
    nodeSpreadIsFinal: provider === 'mariadb-operator',
  };
}

/** As many as the strictest goal takes beside the one that a database has at least. */
const mostCandidates = 4;

/** The first members of the slice that hold no replica, then clusters that say how the slice would reach them. */
function candidatesFor({ clusters, slice }: Plan, { distributed, placements }: DatabasePlan): string[] {
  if (!distributed || !slice) return [];
  const taken = new Set(placements.map(({ cluster }) => cluster.name));
  const others = slice.source.clusters
    ? []
    : clusters.filter(({ member, fleet, source }) => {
        return !member && fleet === undefined && source.networkInterface !== undefined;
      });
  return [...slice.members, ...others]
    .map(({ name }) => name)
    .filter((name) => !taken.has(name))
    .slice(0, mostCandidates);
}

function presentOf(plans: Judged['plans']): PlacedOrdinals[] {
  return plans.flatMap(({ placements }) =>
    placements.map(({ cluster, ordinals }) => ({ cluster: cluster.name, ordinals })),
  );
}

function textOf(
  { suggestions, impossible, shortages }: Layouts,
  judged: Judged,
  present: readonly PlacedOrdinals[],
  running: Running,
): string {
  const { survive } = judged.source;
  const ways: string[] = [];
  const fresh = firstText(suggestions, present, ({ kind }) => kind === 'new');
  const grown = firstText(suggestions, present, ({ kind }) => kind !== 'new');
  const isSetting = suggestions.every((each) => isOnlySpread(each, present));
  if (isSetting && fresh !== undefined && (grown === undefined || grown === fresh)) ways.push(fresh);
  else if (running === 'nothing' && fresh !== undefined) ways.push(`place the replicas so: ${fresh}`);
  else if (fresh !== undefined && grown !== undefined && fresh !== grown)
    ways.push(`if nothing runs yet, ${fresh}; if it runs, ${grown}`);
  else if (grown !== undefined) ways.push(grown);
  else if (fresh !== undefined) ways.push(`if nothing runs yet, ${fresh}`);
  if (shortages.length > 0) ways.push(shortages.map(shortageWords).join(', '));
  if (survive === undefined || impossible || ways.length === 0) ways.push(acceptedWords(judged));
  return ways.join('; or ');
}

function firstText(
  suggestions: readonly LayoutSuggestion[],
  present: readonly PlacedOrdinals[],
  isMeant: (suggestion: LayoutSuggestion) => boolean,
): string | undefined {
  const found = suggestions.find(isMeant);
  return found && explainSuggestion(found, present);
}
