import type { Edit } from '../../diagnostics/index.js';
import type { DatabasePlan, Plan } from '../../plan/index.js';
import {
  explainSuggestion,
  type Goal,
  type LayoutLimits,
  type LayoutSuggestion,
  type Layouts,
  type PlacedOrdinals,
  type Running,
  shortageWords,
  suggestLayouts,
} from '../../survival/index.js';
import { mostMariadb } from '../replica-counts.js';
import type { Judged } from './judged.js';
import { placementEdits } from './placement-edits.js';

/** What to do about a goal that is not met. */
export interface Remedy {
  readonly text: string;
  /** What `--fix` writes; empty when the fix is not certain. */
  readonly edits: readonly Edit[];
  /** Why the clusters there are can never meet it, in two lines; empty when they can. */
  readonly proof: readonly string[];
}

/** Layouts that meet a goal, the cheapest first, in words; and as edits where one is certain. */
export function remedyFor(goal: Goal, judged: Judged, plan: Plan): Remedy {
  const { database, landscape, plans } = judged;
  const [first] = plans;
  if (first.provider === 'kubedb' && !first.distributed) return { text: undistributed, edits: [], proof: [] };
  const present = presentOf(plans);
  const running = runningOf(plan, first);
  const layouts = suggestLayouts({
    database,
    landscape,
    goal,
    provider: limitsOf(first),
    candidates: candidatesFor(plan, first),
    running,
    order: present.map(({ cluster }) => cluster),
  });
  const [best] = layouts.suggestions;
  return {
    text: textOf(layouts, goal, present, running),
    edits: best?.certain ? placementEdits(best, judged) : [],
    proof: layouts.impossible?.proof ?? [],
  };
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

/** Members of the slice, then clusters that say how the slice would reach them. */
function candidatesFor({ clusters, slice }: Plan, { distributed }: DatabasePlan): string[] {
  if (!distributed || !slice) return [];
  const others = slice.source.clusters
    ? []
    : clusters.filter(({ member, fleet, source }) => {
        return !member && fleet === undefined && source.networkInterface !== undefined;
      });
  return [...slice.members, ...others].map(({ name }) => name);
}

function presentOf(plans: Judged['plans']): PlacedOrdinals[] {
  return plans.flatMap(({ placements }) =>
    placements.map(({ cluster, ordinals }) => ({ cluster: cluster.name, ordinals })),
  );
}

/** Replicas on one cluster each never move to another. */
function runningOf({ committed }: Plan, database: DatabasePlan): Running {
  if (!committed || database.provider !== 'kubedb') return 'unknown';
  const ordinals = committed(database);
  if (ordinals === undefined) return 'nothing';
  return ordinals.size === 0 ? 'unknown' : ordinals;
}

function textOf(
  { suggestions, impossible, shortages }: Layouts,
  goal: Goal,
  present: readonly PlacedOrdinals[],
  running: Running,
): string {
  const ways: string[] = [];
  const fresh = firstText(suggestions, present, ({ kind }) => kind === 'new');
  const grown = firstText(suggestions, present, ({ kind }) => kind !== 'new');
  if (running === 'unknown' && fresh !== undefined && grown !== undefined && fresh !== grown)
    ways.push(`if nothing runs yet, ${fresh}; if it runs, ${grown}`);
  else if (fresh !== undefined || grown !== undefined) ways.push(fresh ?? grown ?? '');
  if (shortages.length > 0) ways.push(shortages.map(shortageWords).join(', '));
  const instead = impossible?.instead;
  if (ways.length === 0 || instead !== undefined)
    ways.push(`write survive: ${instead ?? 'none'}${instead === undefined || instead === 'none' ? '' : ', the most these clusters can keep'}`);
  return ways.join('; or ').replace(`survive: ${goal}, the most these clusters can keep`, 'survive: none');
}

function firstText(
  suggestions: readonly LayoutSuggestion[],
  present: readonly PlacedOrdinals[],
  isMeant: (suggestion: LayoutSuggestion) => boolean,
): string | undefined {
  const found = suggestions.find(isMeant);
  return found && explainSuggestion(found, present);
}
