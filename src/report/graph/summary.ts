import type { SurvivalSubject } from '../../plan/index.js';
import {
  type Goal,
  type Landscape,
  type Loss,
  lossesWords,
  lossText,
  membersByCluster,
  minimalCuts,
} from '../../survival/index.js';
import type { Judged } from './marks.js';
import { survivesWords } from './words.js';

/** Most clusters of a database whose pairs of failures are tried, and most failures that a sentence names. */
const mostClusters = 12;
const mostNamed = 4;

/** What a database survives and what stops its writes, in sentences. */
export function summaryOf(
  { database }: SurvivalSubject,
  landscape: Landscape,
  judged: Judged | undefined,
  survives: Goal,
  { withPairs, isFleet }: { readonly withPairs: boolean; readonly isFleet: boolean },
): string {
  // On a fleet the first cluster stands for any of them.
  const told = (cut: readonly Loss[]): readonly Loss[] =>
    isFleet ? cut.map((loss) => ('cluster' in loss ? { ...loss, cluster: 'its cluster' } : loss)) : cut;
  const parts = [`Survives ${survivesWords[survives]}.`];
  const clusters = [...membersByCluster(database).keys()];
  const cuts: readonly (readonly Loss[])[] =
    withPairs && clusters.length <= mostClusters
      ? minimalCuts(database, landscape).cuts
      : (judged?.stopping ?? []).map((loss) => [loss]);
  const stops = cutsWords(withoutZones(cuts, landscape).map(told), clusters, landscape);
  if (stops.length > 0) parts.push(`Writes stop without ${listed(stops)}.`);
  const unsent = (judged?.unsent ?? []).map((loss) => lossesWords(told([loss]), landscape));
  if (unsent.length > 0) parts.push(`The last commits may be lost with ${listed(unsent)}.`);
  return parts.join(' ');
}

/** Where a node already does it, the zones that it may stand in say nothing new. */
function withoutZones(
  cuts: readonly (readonly Loss[])[],
  landscape: Landscape,
): readonly (readonly Loss[])[] {
  const keys = new Set(cuts.map(keyOf));
  const holders = new Map<string, string[]>();
  for (const { name, zones } of landscape.clusters)
    for (const { id } of zones) holders.set(id, [...(holders.get(id) ?? []), name]);
  return cuts.filter(
    (cut) =>
      !cut.some(
        (loss) =>
          loss.kind === 'zone' &&
          (holders.get(loss.zone) ?? []).some((cluster) =>
            hasSmaller(cut, loss, { kind: 'node', cluster }, keys, holders),
          ),
      ),
  );
}

function hasSmaller(
  cut: readonly Loss[],
  zone: Loss,
  node: Loss,
  keys: ReadonlySet<string>,
  holders: ReadonlyMap<string, readonly string[]>,
): boolean {
  const rest = cut.filter((loss) => loss !== zone);
  if (keys.has(keyOf([...rest, node]))) return true;
  return rest.some(
    (loss) =>
      loss.kind === 'zone' &&
      (holders.get(loss.zone) ?? []).some((cluster) => keys.has(keyOf([node, { kind: 'node', cluster }]))),
  );
}

function keyOf(losses: readonly Loss[]): string {
  return losses.map(lossText).sort().join(' ');
}

function cutsWords(
  cuts: readonly (readonly Loss[])[],
  clusters: readonly string[],
  landscape: Landscape,
): string[] {
  let rest = cuts;
  const said: string[] = [];
  for (const [kind, words] of [
    ['node', 'a node in each of any two clusters'],
    ['cluster', 'any two clusters'],
  ] as const) {
    const pairs = rest.filter((cut) => isPairOf(cut, kind));
    if (clusters.length < 3 || pairs.length < (clusters.length * (clusters.length - 1)) / 2) continue;
    said.push(words);
    rest = rest.filter((cut) => !pairs.includes(cut));
  }
  const plainer = rest.filter((cut) => cut.length === 1 || !cut.some(({ kind }) => kind === 'link'));
  // Links beside something else are told only where they are all there is to tell.
  const told = said.length + plainer.length > 0 ? plainer : rest;
  return [...said, ...told.map((cut) => lossesWords(cut, landscape))];
}

/** Two different clusters, or a node of each. */
function isPairOf([one, other, third]: readonly Loss[], kind: 'node' | 'cluster'): boolean {
  if (!one || !other || third || one.kind !== kind || other.kind !== kind) return false;
  return 'cluster' in one && 'cluster' in other && one.cluster !== other.cluster;
}

function listed(words: readonly string[]): string {
  const rest = words.length - mostNamed;
  const said = words.slice(0, rest === 1 ? mostNamed + 1 : mostNamed).join(', or ');
  return rest > 1 ? `${said}, or ${rest} others` : said;
}
