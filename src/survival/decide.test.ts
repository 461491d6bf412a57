import { expect, test } from 'vitest';
import { judge, stopsWrites } from './judge.js';
import type { Landscape, Loss, Member, Protocol, SurvivalDatabase } from './model.js';

/**
 * A plain enumeration, written from the text of the facts and with nothing of the model: voters are bits, a failure is the set of
 * clusters that go and a table of who still hears whom.
 */
interface Voter {
  readonly cluster: number;
  readonly weight: number;
  readonly data: boolean;
}

/** What one failure does to five clusters: bit c stands for cluster c. */
interface Blow {
  readonly down: number;
  /** By cluster: the clusters that it hears. */
  readonly hears: readonly number[];
  readonly losses: readonly Loss[];
  /** Those found already. */
  readonly components: Map<number, readonly number[]>;
}

const names = ['a', 'b', 'c', 'd', 'e'];
const everyone = 0b11111;

function singleBlows(): Blow[] {
  const all = names.map(() => everyone);
  const blows: Blow[] = [];
  for (const [index, cluster] of names.entries())
    blows.push({
      down: 1 << index,
      hears: all,
      losses: [{ kind: 'cluster', cluster }],
      components: new Map(),
    });
  for (let one = 0; one < 5; one++) {
    for (let other = one + 1; other < 5; other++) {
      const hears = all.map((heard, cluster) =>
        cluster === one ? heard & ~(1 << other) : cluster === other ? heard & ~(1 << one) : heard,
      );
      const between: [string, string] = [names[one] ?? '', names[other] ?? ''];
      blows.push({ down: 0, hears, losses: [{ kind: 'link', between }], components: new Map() });
    }
  }
  // All partings into two, each once: the group without the first cluster.
  for (let group = 2; group < 32; group += 2) {
    const hears = all.map((_, cluster) => ((group >> cluster) & 1 ? group : everyone & ~group));
    const split: Loss = { kind: 'split', group: names.filter((_, cluster) => (group >> cluster) & 1) };
    blows.push({ down: 0, hears, losses: [split], components: new Map() });
  }
  return blows;
}

function doubleBlows(singles: readonly Blow[]): Blow[] {
  return singles.flatMap((one, index) =>
    singles.slice(index + 1).map((other) => ({
      down: one.down | other.down,
      hears: one.hears.map((heard, cluster) => heard & (other.hears[cluster] ?? 0)),
      losses: [...one.losses, ...other.losses],
      components: new Map(),
    })),
  );
}

/** Sets of clusters that hear each other, perhaps through others where a voter runs: nobody else passes anything on. */
function componentsOf({ hears, components }: Blow, running: number): readonly number[] {
  const known = components.get(running);
  if (known) return known;
  const found: number[] = [];
  let open = running;
  while (open !== 0) {
    let component = open & -open;
    for (let before = 0; before !== component; ) {
      before = component;
      for (let cluster = 0; cluster < 5; cluster++)
        if ((component >> cluster) & 1) component |= (hears[cluster] ?? 0) & running;
    }
    found.push(component);
    open &= ~component;
  }
  components.set(running, found);
  return found;
}

/** Twice what a component has and what left in order is more than all had; and one of them stores data. */
function galeraWrites(voters: readonly Voter[], blow: Blow, leaving: boolean): boolean {
  let lost = 0;
  let every = 0;
  let left = 0;
  let running = 0;
  for (let bit = 0; bit < voters.length; bit++) {
    const voter = voters[bit];
    if (!voter) continue;
    every += voter.weight;
    if ((blow.down >> voter.cluster) & 1) {
      lost |= 1 << bit;
      left += voter.weight;
    } else running |= 1 << voter.cluster;
  }
  for (const component of componentsOf(blow, running)) {
    let votes = 0;
    let copies = 0;
    for (let bit = 0; bit < voters.length; bit++) {
      const voter = voters[bit];
      if (!voter || (lost >> bit) & 1 || !((component >> voter.cluster) & 1)) continue;
      votes += voter.weight;
      if (voter.data) copies += 1;
    }
    if (copies > 0 && votes * 2 + (leaving ? left : 0) > every) return true;
  }
  return false;
}

/** Some replica hears more than half of all members, itself among them, and enough standbys. */
function raftWrites(voters: readonly Voter[], blow: Blow, synchronous: number): boolean {
  const runs = ({ cluster }: Voter): boolean => !((blow.down >> cluster) & 1);
  return voters.some((leader) => {
    if (!leader.data || !runs(leader)) return false;
    const heard = voters.filter(
      (each) => runs(each) && ((blow.hears[leader.cluster] ?? 0) >> each.cluster) & 1,
    );
    return heard.length * 2 > voters.length && heard.filter(({ data }) => data).length > synchronous;
  });
}

/** Weights of one cluster's replicas, lightest first: every multiset of so many weights of 0 to `most`. */
function multisets(size: number, most: number, least = 0): number[][] {
  if (size === 0) return [[]];
  const found: number[][] = [];
  for (let weight = least; weight <= most; weight++)
    for (const rest of multisets(size - 1, most, weight)) found.push([weight, ...rest]);
  return found;
}

/**
 * Every way to put up to `voters` replicas with weights on up to five clusters, but for the names of the clusters: the failures tried
 * are the same set under every renaming, so layouts that differ by one have the same verdicts in another order.
 */
function layoutsOf(voters: number, most: number): number[][][] {
  const shapes: number[][] = [];
  for (let size = voters; size > 0; size--) shapes.push(...multisets(size, most));
  const found: number[][][] = [];
  const extend = (layout: number[][], from: number, left: number): void => {
    if (layout.length > 0) found.push(layout);
    if (layout.length === 5) return;
    for (let index = from; index < shapes.length; index++) {
      const shape = shapes[index];
      if (shape && shape.length <= left) extend([...layout, shape], index, left - shape.length);
    }
  };
  extend([], 0, voters);
  return found;
}

/** Replicas alone, and with an arbitrator on each cluster in turn: those with replicas and, by the same argument, one without. */
function* votersOf(
  layouts: readonly number[][][],
  voters: number,
  weights: readonly number[],
): Generator<Voter[]> {
  for (const layout of layouts) {
    const replicas = layout.flatMap((shape, cluster) =>
      shape.map((weight): Voter => ({ cluster, weight, data: true })),
    );
    yield replicas;
    if (replicas.length === voters) continue;
    for (let cluster = 0; cluster < Math.min(5, layout.length + 1); cluster++)
      for (const weight of weights) yield [...replicas, { cluster, weight, data: false }];
  }
}

const landscape: Landscape = {
  clusters: names.map((name) => ({ name, region: undefined, zones: [], nodes: undefined })),
  hub: undefined,
};

function databaseOf(voters: readonly Voter[], protocol: Protocol): SurvivalDatabase {
  const members = voters.map(
    ({ cluster, weight, data }, ordinal): Member => ({
      name: `m-${ordinal}`,
      ordinal: data ? ordinal : undefined,
      cluster: names[cluster] ?? '',
      zone: undefined,
      weight,
      data,
    }),
  );
  const spread = { node: 'apart', zone: 'anywhere', arbitrator: 'apart' } as const;
  return { name: 'm', namespace: 'n', engine: 'mariadb', protocol, members, spread, onHub: false };
}

const galera: Protocol = { kind: 'galera', dirtyReads: false };
const singles = singleBlows();
const all = [...singles, ...doubleBlows(singles)];

test('all layouts up to 7 voters, 5 clusters, weights 0-3 and one arbitrator give the same verdicts as a plain enumeration', {
  timeout: 120_000,
}, () => {
  let layouts = 0;
  let verdicts = 0;
  const wrong: unknown[] = [];
  const compare = (voters: readonly Voter[], blow: Blow, said: boolean, leaving: boolean): void => {
    verdicts += 1;
    if (said === galeraWrites(voters, blow, leaving)) return;
    if (wrong.length < 5) wrong.push({ voters, losses: blow.losses, leaving, said });
  };
  /*
   * All layouts are asked for the loss of each cluster. Everything else: the members of a cluster go and are parted together, so the
   * enumeration depends only on a cluster's votes and on whether it has data; one layout of each such profile is asked for every link,
   * every parting into two and every double failure. That the members of a cluster do count so is what the others show. Leaving differs
   * from crashing only where somebody leaves.
   */
  const profiles = new Set<string>();
  const coarse = singles.filter(({ losses: [loss] }) => loss?.kind === 'cluster');
  for (const voters of votersOf(layoutsOf(7, 3), 7, [0, 1, 2, 3])) {
    layouts += 1;
    const database = databaseOf(voters, galera);
    const profile = profileOf(voters);
    const isNew = !profiles.has(profile);
    profiles.add(profile);
    for (const blow of isNew ? all : coarse)
      compare(voters, blow, !stopsWrites(database, landscape, blow.losses), false);
    if (!isNew) continue;
    for (const blow of singles) {
      const { writes } = judge(database, landscape, { losses: blow.losses, manner: 'crash' });
      compare(voters, blow, writes === 'continue', false);
    }
    for (const blow of all) {
      if (blow.down === 0) continue;
      const { writes } = judge(database, landscape, { losses: blow.losses, manner: 'leave' });
      compare(voters, blow, writes === 'continue', true);
    }
  }
  expect(wrong).toEqual([]);
  expect({ layouts, profiles: profiles.size, verdicts }).toEqual({
    layouts: 95_775,
    profiles: 3_227,
    verdicts: 2_511_885,
  });
});

/** Votes of each cluster, and whether it has data; in any order of the clusters. */
function profileOf(voters: readonly Voter[]): string {
  const clusters = names.map((_, cluster) => {
    const own = voters.filter((each) => each.cluster === cluster);
    let votes = 0;
    for (const { weight } of own) votes += weight;
    return own.length === 0 ? '' : `${votes}${own.some(({ data }) => data) ? 'd' : 'a'}`;
  });
  return clusters.sort().join();
}

test('all layouts up to 7 members of a Raft database, one arbiter among them, agree with a plain enumeration', {
  timeout: 120_000,
}, () => {
  let layouts = 0;
  let verdicts = 0;
  const wrong: unknown[] = [];
  for (const synchronous of [0, 1]) {
    const protocol: Protocol = { kind: 'raft', synchronous, hotStandby: true };
    // Weights of 1 only: Raft knows none.
    for (const voters of votersOf(layoutsOf(7, 0), 7, [1])) {
      layouts += 1;
      const database = databaseOf(voters, protocol);
      for (const blow of all) {
        const expected = raftWrites(voters, blow, synchronous);
        // Leaving differs from crashing only where somebody leaves; here it may not differ.
        for (const manner of blow.down === 0 ? (['crash'] as const) : (['crash', 'leave'] as const)) {
          verdicts += 1;
          const { writes } = judge(database, landscape, { losses: blow.losses, manner });
          if ((writes === 'continue') !== expected) wrong.push({ voters, losses: blow.losses, writes });
        }
        verdicts += 1;
        if (stopsWrites(database, landscape, blow.losses) === expected)
          wrong.push({ voters, losses: blow.losses });
      }
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  expect({ layouts, verdicts }).toEqual({ layouts: 276, verdicts: 295_320 });
});
