import type { GroupProtocol, Landscape, SurvivalDatabase } from './model.js';
import { type Places, placesOf } from './places.js';
import { groupProtocol } from './protocol.js';

/** Least number of whole clusters whose crash at the same moment stops writes. */
export function fewestClusters(database: SurvivalDatabase, landscape: Landscape): number {
  const places = placesOf(database, landscape);
  const voters = places.places.filter(
    ({ number }) => places.primary === undefined || number === places.primary,
  );
  return fewest(
    groupProtocol(database.protocol),
    places,
    voters.map(({ whole: { hits } }) => hits[0] ?? { weight: 0, count: 0, data: 0 }),
  );
}

/** Least number of replicas, arbitrators not among them, whose crash at the same moment stops writes. */
export function fewestReplicas(database: SurvivalDatabase, landscape: Landscape): number {
  const places = placesOf(database, landscape);
  const voters = database.members.filter(
    ({ data }, position) =>
      data && (places.primary === undefined || places.placeOf[position] === places.primary),
  );
  return fewest(
    groupProtocol(database.protocol),
    places,
    voters.map(({ weight }) => ({ weight, count: 1, data: 1 })),
  );
}

interface Part {
  readonly weight: number;
  readonly count: number;
  readonly data: number;
}

/**
 * Writes stop when too little is left of one of a few sums; for each sum alone, the largest parts are the fewest. Parts with data that
 * are all gone stop every kind.
 */
function fewest(protocol: GroupProtocol, { voting }: Places, parts: readonly Part[]): number {
  const copies = (kept: number): number => until(parts, 'data', voting.data - kept);
  switch (protocol.kind) {
    case 'galera':
      return Math.min(until(parts, 'weight', Math.ceil(voting.weight / 2)), copies(0));
    case 'raft':
      return Math.min(
        until(parts, 'count', Math.ceil(voting.count / 2)),
        copies(Math.min(voting.data, protocol.synchronous)),
      );
    case 'operator':
    case 'alone':
      return copies(0);
  }
}

/** How many of the largest parts it takes to have so much. */
function until(parts: readonly Part[], by: keyof Part, enough: number): number {
  let sum = 0;
  let taken = 0;
  for (const part of [...parts].sort((one, other) => other[by] - one[by])) {
    if (sum >= enough) return taken;
    sum += part[by];
    taken += 1;
  }
  return sum >= enough ? taken : Number.POSITIVE_INFINITY;
}
