import type { LayoutSuggestion, PlacedOrdinals, Shortage } from './layouts-types.js';
import { joined } from './words.js';

/** `fra [0, 3], ams [1, 4], par [2]`. */
export function placementWords(placement: readonly PlacedOrdinals[]): string {
  return placement.map(({ cluster, ordinals }) => `${cluster} [${ordinals.join(', ')}]`).join(', ');
}

/**
 * What to do, in a clause that fits into the words of a fix: `fra [0, 3], ams [1, 4], par [2]` for a new layout, and
 * `add 3 on ams and 4 on a third cluster and run 5 replicas; do not stop at 4` for what grows.
 *
 * @param present the placement as it is now: a layout that leaves it alone does not repeat it
 */
export function explainSuggestion(
  suggestion: LayoutSuggestion,
  present: readonly PlacedOrdinals[] = [],
): string {
  const same = isSame(suggestion.placement, present);
  const settings = settingClauses(suggestion);
  const clauses = same && settings.length > 0 ? settings : [...layoutClauses(suggestion), ...settings];
  return `${clauses.join(', and ')}${trapClause(suggestion)}`;
}

function isSame(one: readonly PlacedOrdinals[], other: readonly PlacedOrdinals[]): boolean {
  const ordinals = new Map(other.map((entry) => [entry.cluster, entry.ordinals.join(' ')]));
  return (
    one.length === other.length &&
    one.every((entry) => ordinals.get(entry.cluster) === entry.ordinals.join(' '))
  );
}

function layoutClauses({ kind, placement, added, removed, replicas, cost }: LayoutSuggestion): string[] {
  const [only, ...others] = placement;
  const run = `run ${replicas} ${replicas === 1 ? 'replica' : 'replicas'}`;
  // On one cluster the number says it all.
  const alone = only !== undefined && others.length === 0 ? `${run} on ${only.cluster}` : undefined;
  if (kind === 'new') return [alone ?? placementWords(placement)];
  const places = joined(added.map(({ ordinal, cluster }) => `${ordinal} on ${cluster}`));
  if (removed.length === 0) {
    if (added.length > 0) return [alone ?? `add ${places} and ${run}`];
    return cost.settings > 0 ? [] : [run];
  }
  const gone = joined(removed.map(String));
  if (added.length === 0) return [`remove ${gone} and ${run}`];
  return [
    `scale down to ${removed[0] ?? replicas}, delete the volumes of ${gone}, then add ${places} and ${run}`,
  ];
}

function settingClauses({ spread, needs, arbitrator }: LayoutSuggestion): string[] {
  const clauses: string[] = [];
  if (spread !== undefined) {
    const nodes = joined(needs.map((each) => `${each.nodes} nodes on ${each.cluster}`));
    clauses.push(`set spread.${spread} to DoNotSchedule${nodes === '' ? '' : `, which takes ${nodes}`}`);
  }
  if (arbitrator !== undefined) {
    const zone = arbitrator.zones.length === 0 ? 'a third zone' : arbitrator.zones.join(' or ');
    clauses.push(
      arbitrator.change === 'add' ? `add an arbitrator in ${zone}` : `move the arbitrator to ${zone}`,
    );
  }
  return clauses;
}

function trapClause({ traps }: LayoutSuggestion): string {
  if (traps.length === 0) return '';
  const numbers = traps.map(({ replicas }) => String(replicas));
  return `; do not stop at ${numbers.length < 3 ? numbers.join(' or ') : joined(numbers).replace(' and ', ' or ')}`;
}

/** What is missing, and what to do about it. */
export function shortageWords(shortage: Shortage): string {
  const { cluster, needed, kind } = shortage;
  switch (kind) {
    case 'nodes':
      return `add nodes to ${cluster}: it needs ${needed} and has ${shortage.has}`;
    case 'zones':
      return `add zones to ${cluster}: it needs ${needed} and has ${shortage.has}`;
    case 'zones-unlisted':
      return `list the zones of ${cluster}: it needs ${needed}, and the file names none`;
  }
}
