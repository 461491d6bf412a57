import type { Loss } from './model.js';

/** What parts clusters, which are numbers here. */
export type Cut =
  | { readonly kind: 'link'; readonly one: number; readonly other: number }
  /** By cluster: 1 on one side, 0 on the other. */
  | { readonly kind: 'split'; readonly side: ArrayLike<number> };

/** What is left of the network between clusters, by their numbers. */
export interface Network {
  /** Group of each cluster on which members run: connected, perhaps only through others. */
  readonly groups: readonly number[];
  readonly count: number;
  /** Side of each cluster: clusters of one side reach each other directly, but for the links that are cut. */
  readonly sides: readonly number[];
  readonly links: readonly (readonly [number, number])[];
}

/**
 * What these cuts leave of the network between so many clusters; undefined when nothing is cut.
 *
 * @param running members that run on each cluster: only they pass on what others say
 */
export function networkAfter(
  clusters: number,
  cuts: readonly Cut[],
  running: readonly number[],
): Network | undefined {
  if (cuts.length === 0) return undefined;
  const links: [number, number][] = [];
  let sides = new Array<number>(clusters).fill(0);
  let count = 1;
  for (const cut of cuts) {
    if (cut.kind === 'link') {
      links.push([cut.one, cut.other]);
      continue;
    }
    const numbers = new Array<number>(count * 2).fill(-1);
    const parted = new Array<number>(clusters).fill(0);
    count = 0;
    for (let cluster = 0; cluster < clusters; cluster++) {
      const key = (sides[cluster] ?? 0) * 2 + (cut.side[cluster] ?? 0);
      let number = numbers[key] ?? -1;
      if (number === -1) {
        number = count++;
        numbers[key] = number;
      }
      parted[cluster] = number;
    }
    sides = parted;
  }
  if (links.length === 0) return { groups: sides, count, sides, links };
  // Pairs that a split parts already, and those named twice, take nothing away.
  const seen = new Set<number>();
  const own = links.filter(([one, other]) => {
    const key = Math.min(one, other) * clusters + Math.max(one, other);
    if (sides[one] !== sides[other] || one === other || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  if (own.length === 0) return { groups: sides, count, sides, links: own };
  return { ...connected(sides, count, own, running), sides, links: own };
}

/** Whether two clusters reach each other without others' help. */
export function reachDirectly(network: Network | undefined, one: number, other: number): boolean {
  if (!network || one === other) return true;
  if (network.sides[one] !== network.sides[other]) return false;
  return !network.links.some(
    ([first, second]) => (first === one && second === other) || (first === other && second === one),
  );
}

/** Clusters of the same side that a cluster does not reach directly, each once. */
export function partedFrom({ sides, links }: Network, cluster: number): number[] {
  const parted: number[] = [];
  for (const [one, other] of links) {
    const end = one === cluster ? other : other === cluster ? one : cluster;
    if (end !== cluster && sides[end] === sides[cluster] && !parted.includes(end)) parted.push(end);
  }
  return parted;
}

/**
 * Whether any two clusters of a group reach each other directly or through one third of it: Galera's members pass messages on once
 * and no further.
 *
 * @param running members that run on each cluster
 */
export function inOneStep(network: Network, group: number, running: readonly number[]): boolean {
  const { groups, links } = network;
  const runs = (cluster: number): boolean => groups[cluster] === group && (running[cluster] ?? 0) > 0;
  const parted = links.filter(([one, other]) => runs(one) && runs(other));
  if (parted.length < 2) return true;
  const members = groups.map((_, cluster) => cluster).filter(runs);
  return parted.every(([one, other]) =>
    members.some(
      (third) =>
        third !== one &&
        third !== other &&
        reachDirectly(network, one, third) &&
        reachDirectly(network, third, other),
    ),
  );
}

/** Groups of clusters after links within sides are cut; of those where nobody runs the group means nothing. */
function connected(
  sides: readonly number[],
  count: number,
  links: readonly (readonly [number, number])[],
  running: readonly number[],
): { groups: readonly number[]; count: number } {
  const groups = [...sides];
  let next = count;
  for (let side = 0; side < count; side++) {
    const runs = (cluster: number): boolean => sides[cluster] === side && (running[cluster] ?? 0) > 0;
    const own = links.filter(([one, other]) => runs(one) && runs(other));
    if (own.length === 0) continue;
    const members: number[] = [];
    for (let cluster = 0; cluster < sides.length; cluster++) if (runs(cluster)) members.push(cluster);
    // Of n clusters that all reach each other, n - 1 links must go before one is parted from the rest.
    if (own.length < members.length - 1) continue;
    const cut = new Set(own.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
    let open = members;
    for (let group = side; open.length > 0; group = next++) {
      const [first = 0, ...rest] = open;
      const reached = [first];
      open = rest;
      for (const each of reached) {
        const isReached = (other: number): boolean => !cut.has(`${each} ${other}`);
        reached.push(...open.filter(isReached));
        open = open.filter((other) => !isReached(other));
      }
      for (const each of reached) groups[each] = group;
    }
  }
  return { groups, count: next };
}

/** What a loss cuts between clusters; undefined for what cuts nothing between them. */
export function cutOf(loss: Loss, clusters: ReadonlyMap<string, number>): Cut | undefined {
  if (loss.kind === 'link') {
    const one = clusters.get(loss.between[0]);
    const other = clusters.get(loss.between[1]);
    return one === undefined || other === undefined ? undefined : { kind: 'link', one, other };
  }
  if (loss.kind !== 'split') return undefined;
  const side = new Uint8Array(clusters.size);
  for (const name of loss.group) {
    const cluster = clusters.get(name);
    if (cluster !== undefined) side[cluster] = 1;
  }
  return { kind: 'split', side };
}
