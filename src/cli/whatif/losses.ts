import type { SurvivalEntry } from '../../report/survival/entries.js';
import {
  type Landscape,
  type Loss,
  type LossProblem,
  lossText,
  parseLoss,
  singleLosses,
} from '../../survival/index.js';
import { nearest } from '../../yaml/suggest.js';
import { CannotRun } from '../io.js';

/** What one text stands for in the landscape of each file; in those that know nothing of it there is no entry. */
export type LossByLandscape = ReadonlyMap<Landscape, Loss>;

/** Things that can be lost that are listed. */
const listed = 12;

/**
 * Reads what is lost. Of a program of several files each knows its own clusters, and one that has no such thing is not hit.
 *
 * @throws CannotRun for what no file has
 */
export function readLosses(
  given: readonly string[],
  entries: readonly SurvivalEntry[],
): readonly LossByLandscape[] {
  return given.map((text) => readLoss(text, entries));
}

function readLoss(text: string, entries: readonly SurvivalEntry[]): LossByLandscape {
  const found = new Map<Landscape, Loss>();
  let problem: LossProblem | undefined;
  for (const [landscape, zones] of landscapesOf(entries)) {
    const loss = parseLoss(text.trim(), landscape, zones);
    if ('problem' in loss) problem = worse(problem, loss);
    else found.set(landscape, loss);
  }
  // A zone that is not one of a kind would be lost in one file and not in another.
  if (found.size > 0 && problem?.problem !== 'ambiguous-zone') return found;
  throw new CannotRun(
    `--lose: ${problem ? problemText(text, problem) : 'there is no database that could lose anything'}`,
    remedyOf(text, problem, entries),
  );
}

function worse(one: LossProblem | undefined, other: LossProblem): LossProblem {
  return one === undefined || other.problem === 'ambiguous-zone' ? other : one;
}

/** Every landscape with the zones that only arbitrators are in. */
function landscapesOf(entries: readonly SurvivalEntry[]): ReadonlyMap<Landscape, readonly string[]> {
  const zones = new Map<Landscape, string[]>();
  for (const { landscape, subjects } of entries) {
    const own = zones.get(landscape) ?? [];
    zones.set(landscape, own);
    for (const { zone } of subjects[0].database.members) if (zone !== undefined) own.push(zone);
  }
  return zones;
}

function problemText(text: string, problem: LossProblem): string {
  switch (problem.problem) {
    case 'kind':
      return `${quoted(text)} is nothing that can be lost: ${quoted(problem.kind)} is not node, zone, cluster, region, link, split or hub`;
    case 'cluster':
      return `there is no cluster ${quoted(problem.name)}`;
    case 'zone':
      return `there is no zone ${quoted(problem.name)}`;
    case 'region':
      return `there is no region ${quoted(problem.name)}`;
    case 'link':
      return `${quoted(problem.name)} names no two clusters with a hyphen between them`;
    case 'ambiguous-zone':
      return `there are several zones ${quoted(problem.name)}`;
    case 'split':
      return `${quoted(problem.name)} leaves nobody on the other side`;
    case 'no-hub':
      return 'there is no hub';
  }
}

function quoted(text: string): string {
  return text.length > 80 ? `${JSON.stringify(text.slice(0, 80))}…` : JSON.stringify(text);
}

function remedyOf(text: string, problem: LossProblem | undefined, entries: readonly SurvivalEntry[]): string {
  if (problem?.problem === 'ambiguous-zone')
    return `write ${problem.zones.map((zone) => `zone:${zone}`).join(' or ')}`;
  const known = losable(entries);
  if (problem?.problem === 'kind') {
    const kind = nearest(problem.kind, ['node', 'zone', 'cluster', 'region', 'link', 'split', 'hub']);
    if (kind !== undefined) return `did you mean ${kind}${text.slice(text.indexOf(':'))}?`;
  }
  const meant = nearest(text, [...known]);
  if (meant !== undefined) return `did you mean ${meant}?`;
  const some = [...known].slice(0, listed);
  return some.length === 0
    ? 'the program has no database'
    : `what can be lost: ${some.join(', ')}${known.size > some.length ? ', …' : ''}, and split:CLUSTER+CLUSTER`;
}

/** What can be lost, as it is written: clusters first. */
function losable(entries: readonly SurvivalEntry[]): ReadonlySet<string> {
  const all = entries.flatMap(({ subjects, landscape }) =>
    subjects.slice(0, listed).flatMap(({ database }) => singleLosses(database, landscape).failures),
  );
  const texts = new Set<string>();
  for (const kind of ['cluster', 'hub', 'zone', 'region', 'node', 'link'] as const)
    for (const loss of all) if (loss.kind === kind) texts.add(lossText(loss));
  // Clusters that hold nothing can be lost as well.
  for (const { landscape } of entries) for (const { name } of landscape.clusters) texts.add(name);
  return texts;
}
