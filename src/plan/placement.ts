import type { Placement } from '../topology/index.js';

/** The ordinals of one cluster, ascending. */
export interface DealtPlacement {
  readonly cluster: string;
  readonly ordinals: readonly number[];
}

/**
 * Gives every replica its ordinal. Ordinals that are said stand; counts are dealt out in turns over the clusters, in the
 * order of the placement, to the lowest ordinals left. Turns keep a majority whenever the highest ordinals go, as they
 * do on a scale-down: a,b,c,a,b survives any cluster at 5 and at 3 replicas, a,a,b,b,c does not at 3.
 */
export function dealOrdinals(placements: readonly Placement[]): DealtPlacement[] {
  const taken = new Set(placements.flatMap(({ replicas }) => (typeof replicas === 'number' ? [] : replicas)));
  const dealt = placements.map(({ cluster, replicas }) => ({
    cluster,
    ordinals: typeof replicas === 'number' ? [] : [...replicas],
    owed: typeof replicas === 'number' ? replicas : 0,
  }));
  let next = 0;
  while (dealt.some(({ owed }) => owed > 0)) {
    for (const entry of dealt) {
      if (entry.owed === 0) continue;
      while (taken.has(next)) next++;
      taken.add(next);
      entry.ordinals.push(next);
      entry.owed--;
    }
  }
  return dealt.map(({ cluster, ordinals }) => ({ cluster, ordinals: ordinals.sort((a, b) => a - b) }));
}
