import { inOneStep, type Network, partedFrom, reachDirectly } from './groups.js';
import type { GroupProtocol, Outcome, Reason, SurvivalDatabase } from './model.js';
import type { Hit, Places, Standing } from './places.js';

/** Whether writes go on, and with whom. */
export interface Decision {
  readonly writes: boolean;
  readonly reason: Reason;
  readonly votes: Outcome['votes'];
  /** By number: whether those who are left on a cluster go on; undefined for nobody. */
  readonly serves: ((cluster: number) => boolean) | undefined;
}

/** What is left after these hits. */
export function standingAfter(full: Standing, hits: readonly Hit[]): Standing {
  if (hits.length === 0) return full;
  const weights = full.weights.slice();
  const counts = full.counts.slice();
  const data = full.data.slice();
  for (const { place, weight, count, data: copies } of hits) {
    weights[place] = (weights[place] ?? 0) - weight;
    counts[place] = (counts[place] ?? 0) - count;
    data[place] = (data[place] ?? 0) - copies;
  }
  return { weights, counts, data };
}

/**
 * Who goes on with what is left.
 *
 * @param total votes of the last primary component, without those that left in order
 */
export function decide(
  { protocol }: SurvivalDatabase,
  places: Places,
  left: Standing,
  network: Network | undefined,
  total: number,
): Decision {
  if (protocol.kind !== 'clusters') return within(protocol, places, left, network, total);
  const primary = places.primary ?? -1;
  const own = within(protocol.within, places, only(primary, left), undefined, total);
  if (own.writes) return { ...own, serves: (cluster) => reachDirectly(network, primary, cluster) };
  return { ...own, reason: left.data.some((copies) => copies > 0) ? 'manual-failover' : own.reason };
}

function only(place: number, { weights, counts, data }: Standing): Standing {
  const own = (values: readonly number[]): number[] =>
    values.map((value, number) => (number === place ? value : 0));
  return { weights: own(weights), counts: own(counts), data: own(data) };
}

function within(
  protocol: GroupProtocol,
  places: Places,
  left: Standing,
  network: Network | undefined,
  total: number,
): Decision {
  switch (protocol.kind) {
    case 'galera':
      return galera(left, network, total);
    case 'raft':
      return raft(protocol.synchronous, places.voting.count, left, network);
    case 'operator':
    case 'alone': {
      let count = 0;
      for (const each of left.data) count += each;
      const writes = count > 0;
      const reason = !writes ? 'none-left' : protocol.kind === 'operator' ? 'promoted' : 'majority';
      return {
        writes,
        reason: writes && count === places.voting.data ? 'majority' : reason,
        votes: { left: 0, needed: 0, total: 0 },
        serves: writes ? everywhere : undefined,
      };
    }
  }
}

function everywhere(): boolean {
  return true;
}

/**
 * Twice the weight that is left, and the weight that left in order, must exceed the weight of the last primary component.
 * Source: codership/galera gcomm/src/pc_proto.cpp have_quorum(). Members pass messages on once and no further: where two of them
 * have no third that reaches both, views form and break without end (`npm run test:servers -- quorum`).
 */
function galera({ weights, counts, data }: Standing, network: Network | undefined, total: number): Decision {
  const sums = sumsByGroup(weights, network);
  const present = sumsByGroup(counts, network);
  let best = -1;
  let most = -1;
  for (let group = 0; group < sums.length; group++) {
    const weight = sums[group] ?? 0;
    if ((present[group] ?? 0) === 0 || weight <= most) continue;
    best = group;
    most = weight;
  }
  const copies = sumsByGroup(data, network)[best] ?? 0;
  const needed = Math.floor(total / 2) + 1;
  const votes = { left: Math.max(0, most), needed, total };
  const stopped = (reason: Reason): Decision => ({ writes: false, reason, votes, serves: undefined });
  if (best === -1) return stopped('none-left');
  if (votes.left < needed) return stopped(votes.left * 2 === total ? 'tie' : 'minority');
  if (network && !inOneStep(network, best, counts)) return stopped('no-common-view');
  if (copies === 0) return stopped('no-data-left');
  const serves = network ? (place: number): boolean => network.groups[place] === best : everywhere;
  return { writes: true, reason: 'majority', votes, serves };
}

/** Raft counts all members, whether they left in order or not, and hears only those that it reaches itself. */
function raft(
  synchronous: number,
  total: number,
  { counts, data }: Standing,
  network: Network | undefined,
): Decision {
  const needed = Math.floor(total / 2) + 1;
  let leader = -1;
  let heard = 0;
  let copies = 0;
  for (let place = 0; place < counts.length; place++) {
    if ((data[place] ?? 0) === 0) continue;
    let followers = 0;
    let holders = 0;
    for (let other = 0; other < counts.length; other++) {
      if (network && network.sides[place] !== network.sides[other]) continue;
      followers += counts[other] ?? 0;
      holders += data[other] ?? 0;
    }
    for (const other of network ? partedFrom(network, place) : []) {
      followers -= counts[other] ?? 0;
      holders -= data[other] ?? 0;
    }
    // Of leaders that have a majority, the one with the most standbys.
    const better =
      followers >= needed && heard >= needed
        ? holders > copies || (holders === copies && followers > heard)
        : followers > heard;
    if (!better) continue;
    leader = place;
    heard = followers;
    copies = holders;
    if (!network) break;
  }
  const largest = largestGroup(counts, data, network);
  const votes = { left: heard >= needed ? heard : Math.max(heard, largest.count), needed, total };
  const stopped = (reason: Reason): Decision => ({ writes: false, reason, votes, serves: undefined });
  if (largest.count === 0) return stopped('none-left');
  if (heard < needed) {
    if (largest.count >= needed) return stopped(largest.data > 0 ? 'no-common-view' : 'no-data-left');
    return stopped(largest.count * 2 === total ? 'tie' : 'minority');
  }
  if (copies - 1 < synchronous) return stopped('standbys-missing');
  return {
    writes: true,
    reason: 'majority',
    votes,
    serves: (place) => reachDirectly(network, leader, place),
  };
}

function largestGroup(
  counts: readonly number[],
  data: readonly number[],
  network: Network | undefined,
): { count: number; data: number } {
  const copies = sumsByGroup(data, network);
  let largest = { count: 0, data: 0 };
  for (const [group, count] of sumsByGroup(counts, network).entries())
    if (count > largest.count) largest = { count, data: copies[group] ?? 0 };
  return largest;
}

function sumsByGroup(values: readonly number[], network: Network | undefined): number[] {
  if (!network) {
    let sum = 0;
    for (const value of values) sum += value;
    return [sum];
  }
  const sums = new Array<number>(network.count).fill(0);
  for (let place = 0; place < values.length; place++) {
    const group = network.groups[place] ?? 0;
    sums[group] = (sums[group] ?? 0) + (values[place] ?? 0);
  }
  return sums;
}
