import { failuresOf, meets } from './goal.js';
import { judge } from './judge.js';
import { clusterNamed } from './landscape.js';
import { byCluster } from './layouts-order.js';
import { impossibilityOf, shortagesOf } from './layouts-proof.js';
import { type Basis, type Found, search, shortened, undeclaredOf } from './layouts-search.js';
import { placed, type Site, settingsChanged, siteOf, tallied } from './layouts-site.js';
import type {
  LayoutCost,
  LayoutRequest,
  LayoutSuggestion,
  Layouts,
  NodesNeeded,
  Trap,
} from './layouts-types.js';

/**
 * Layouts that meet a goal, the cheapest first, each of them held against the model: whole, and at every odd number of replicas
 * that a scale-down reaches and at which its clusters can meet the goal.
 */
export function suggestLayouts(request: LayoutRequest): Layouts {
  const { running } = request;
  const nothing = typeof running !== 'string' && running.size === 0;
  const site = siteOf(nothing ? { ...request, running: 'nothing' } : request);
  if (site.present.length === 0) return { suggestions: [], shortages: [] };
  const suggestions = rankedSuggestions(site);
  const whole = meets(request.goal, request.database, request.landscape);
  const impossible = whole ? undefined : impossibilityOf(site);
  return {
    suggestions,
    ...(impossible && { impossible }),
    shortages: whole ? [] : shortagesOf(site),
  };
}

function rankedSuggestions(site: Site): LayoutSuggestion[] {
  const { running } = site.request;
  const all: LayoutSuggestion[] = [];
  if (running !== 'nothing') all.push(...onWhatRuns(site));
  if (typeof running === 'string') {
    const basis: Basis = { fixed: [], own: site.own };
    for (const found of search(site, basis, leastReplicas(site)))
      all.push(suggestion(site, found, { kind: 'new', fixed: [], exist: [] }));
  }
  // Where nothing has to change, there is nothing to say.
  const met = new Set(all.filter((each) => !changesAnything(site, each)).map(({ kind }) => kind));
  const useful = all.filter(({ kind }) => !met.has(kind));
  const best = useful.filter((each) => !useful.some((other) => isBetter(other, each)));
  best.sort((one, other) => compareCosts(one.cost, other.cost));
  return unique(best).map((each, index) => ({ ...each, certain: index === 0 && each.certain }));
}

/** As many as today; an even number votes no better than one fewer. */
function leastReplicas({ present, request, votes }: Site): number {
  const today = present.length;
  if (today > request.provider.mostReplicas) return 1;
  return votes && today % 2 === 0 ? today - 1 : today;
}

function onWhatRuns(site: Site): LayoutSuggestion[] {
  const exist = existing(site);
  const own = [...new Set([...site.own, ...exist])];
  const stay = (fixed: readonly string[]): Basis => ({ fixed, own });
  const least = leastReplicas(site);
  const grown = [...search(site, stay(exist), least), ...shortened(site, stay(exist))].map((found) =>
    suggestion(site, found, { kind: 'grown', fixed: exist, exist }),
  );
  if (grown.length > 0) return grown.filter((each) => !isTooLate(site, each));
  // What cannot be added to is scaled down first, to no fewer than have a majority.
  for (let kept = exist.length - 1; kept >= 3; kept--) {
    if (site.votes && kept % 2 === 0) continue;
    const fixed = exist.slice(0, kept);
    const found = search(site, stay(fixed), least);
    if (found.length === 0) continue;
    return found
      .map((each) => suggestion(site, each, { kind: 'rebuilt', fixed, exist }))
      .filter((each) => !isTooLate(site, each));
  }
  return [];
}

/** Clusters of the ordinals that exist, as far as they have no gap. */
function existing({ request, present }: Site): string[] {
  const { running } = request;
  if (typeof running === 'string') return [...present];
  const result: string[] = [];
  for (let cluster = running.get(0); cluster !== undefined; cluster = running.get(result.length))
    result.push(cluster);
  return result;
}

function isTooLate({ request }: Site, { spread }: LayoutSuggestion): boolean {
  return spread === 'node' && request.provider.nodeSpreadIsFinal === true;
}

interface Origin {
  readonly kind: LayoutSuggestion['kind'];
  /** Clusters of the ordinals that stay. */
  readonly fixed: readonly string[];
  /** Clusters of the ordinals that exist; none for a new layout. */
  readonly exist: readonly string[];
}

function suggestion(site: Site, found: Found, { kind, fixed, exist }: Origin): LayoutSuggestion {
  const { order, clusters, settings, newClusters } = found;
  const { running } = site.request;
  const now = typeof running === 'string' ? site.present : existing(site);
  const moved = now.filter((cluster, ordinal) => ordinal < order.length && order[ordinal] !== cluster).length;
  const kept = Math.min(fixed.length, order.length);
  const cost: LayoutCost = {
    moved: running === 'nothing' ? 0 : moved,
    fewer: order.length < leastReplicas(site) ? 1 : 0,
    replicas: order.length,
    clusters: newClusters.length,
    undeclared: undeclaredOf(found),
    changed: found.changed,
    settings: settingsChanged(settings),
  };
  return {
    kind,
    placement: byCluster(clusters, order),
    replicas: order.length,
    added:
      kind === 'new' ? [] : order.slice(kept).map((cluster, index) => ({ ordinal: kept + index, cluster })),
    removed: kind === 'new' ? [] : exist.slice(kept).map((_, index) => kept + index),
    movesNothing: moved === 0,
    newClusters: newClusters.filter(({ name }) => order.includes(name)),
    ...settings,
    needs: needsOf(site, found),
    traps: kind === 'new' ? [] : trapsOf(site, found, fixed, exist),
    cost,
    certain: isCertain(site, found, cost),
  };
}

function isCertain(site: Site, { only }: Found, { replicas, undeclared, settings }: LayoutCost): boolean {
  return (
    site.request.running === 'nothing' &&
    only &&
    replicas === site.present.length &&
    undeclared === 0 &&
    settings === 0
  );
}

function needsOf({ request }: Site, { settings, clusters, order }: Found): NodesNeeded[] {
  if (settings.spread !== 'node') return [];
  const { counts } = tallied(clusters, order);
  return clusters.flatMap((cluster, index) => {
    const nodes = counts[index] ?? 0;
    return nodes > 1 && clusterNamed(request.landscape, cluster).nodes === undefined
      ? [{ cluster, nodes }]
      : [];
  });
}

/** Numbers of replicas between those that run and those of the layout at which something stops writes that does not now. */
function trapsOf(site: Site, found: Found, fixed: readonly string[], exist: readonly string[]): Trap[] {
  const { goal, landscape } = site.request;
  const { order, settings } = found;
  const today = placed(site, exist, {});
  const traps: Trap[] = [];
  for (const step of stepsBetween(exist, order, fixed.length)) {
    const database = placed(site, step, settings);
    const worse = failuresOf(goal, database, landscape).filter((losses) => {
      const failure = { losses, manner: 'crash' } as const;
      return (
        judge(database, landscape, failure).writes === 'stop' &&
        judge(today, landscape, failure).writes === 'continue'
      );
    });
    const losses = worse.find(([loss, ...more]) => loss?.kind === 'cluster' && more.length === 0) ?? worse[0];
    if (!losses) continue;
    const counts = tallied(found.clusters, step).counts.filter((count) => count > 0);
    traps.push({ replicas: step.length, counts, losses });
  }
  return traps;
}

/** What runs on the way: the highest go down to those that stay, and the new ones come. */
function stepsBetween(
  exist: readonly string[],
  order: readonly string[],
  fixed: number,
): (readonly string[])[] {
  const kept = Math.min(fixed, order.length);
  const steps: (readonly string[])[] = [];
  for (let count = exist.length - 1; count > kept; count--) steps.push(exist.slice(0, count));
  if (kept < exist.length && kept < order.length) steps.push(exist.slice(0, kept));
  for (let count = kept + 1; count < order.length; count++) steps.push(order.slice(0, count));
  return steps;
}

/** A layout that is as it is now is no suggestion. */
function changesAnything(site: Site, { placement, replicas, cost }: LayoutSuggestion): boolean {
  if (cost.settings > 0 || replicas !== site.present.length) return true;
  return placement.some(({ cluster, ordinals }) =>
    ordinals.some((ordinal) => site.present[ordinal] !== cluster),
  );
}

const keys = ['moved', 'fewer', 'replicas', 'clusters', 'undeclared', 'changed', 'settings'] as const;

/** Whether one of the same kind is no worse in anything and better in something. */
function isBetter(one: LayoutSuggestion, other: LayoutSuggestion): boolean {
  if (one.kind !== other.kind) return false;
  return (
    keys.every((key) => one.cost[key] <= other.cost[key]) &&
    keys.some((key) => one.cost[key] < other.cost[key])
  );
}

export function compareCosts(one: LayoutCost, other: LayoutCost): number {
  for (const key of keys) if (one[key] !== other[key]) return one[key] - other[key];
  return 0;
}

/** Without those that another kind says as well. */
function unique(suggestions: readonly LayoutSuggestion[]): LayoutSuggestion[] {
  const seen = new Set<string>();
  return suggestions.filter(({ placement, spread, arbitrator }) => {
    const key = JSON.stringify([placement, spread, arbitrator]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
