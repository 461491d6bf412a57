import { type Plan, survivalOf } from '../plan/index.js';
import {
  givenText,
  type Landscape,
  type Loss,
  type LossProblem,
  parseLoss,
  singleLosses,
} from '../survival/index.js';
import { nearest } from '../yaml/suggest.js';
import { CannotRun } from './io.js';

/** What one text of `--lose` stands for in the landscape of each file; in those that know nothing of it there is no entry. */
export type LossByLandscape = ReadonlyMap<Landscape, Loss>;

/** Things that can be lost that are listed. */
const listed = 12;

/**
 * Reads what is lost. Of a program of several files each knows its own clusters, and one that has no such thing is not hit.
 *
 * @throws CannotRun for what no file has
 */
export function readLosses(given: readonly string[], plans: readonly Plan[]): readonly LossByLandscape[] {
  return given.map((text) => readLoss(text, plans));
}

function readLoss(text: string, plans: readonly Plan[]): LossByLandscape {
  const found = new Map<Landscape, Loss>();
  let problem: LossProblem | undefined;
  for (const [landscape, zones] of landscapesOf(plans)) {
    const loss = parseLoss(text.trim(), landscape, zones);
    if ('problem' in loss) problem = worse(problem, loss);
    else found.set(landscape, loss);
  }
  // What is not one of a kind would be lost in one file and not in another.
  if (!problem || (found.size > 0 && !isAmbiguous(problem))) return found;
  throw new CannotRun(`--lose: ${problemText(text, problem)}`, remedyOf(text, problem, plans));
}

function worse(one: LossProblem | undefined, other: LossProblem): LossProblem {
  return one === undefined || isAmbiguous(other) ? other : one;
}

/** Whether a text stands for several things. */
function isAmbiguous(problem: LossProblem): boolean {
  return problem.problem === 'ambiguous-zone' || (problem.problem === 'link' && problem.meant !== undefined);
}

/** Every landscape with the zones that only arbitrators are in. */
function landscapesOf(plans: readonly Plan[]): ReadonlyMap<Landscape, readonly string[]> {
  return new Map(
    plans.map((plan) => {
      const { landscape, subjects } = survivalOf(plan);
      const members = subjects.flatMap(({ database }) => database.members);
      return [landscape, members.flatMap(({ zone }) => zone ?? [])];
    }),
  );
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
      return problem.meant
        ? `${quoted(problem.name)} stands for several links`
        : `${quoted(problem.name)} names no two clusters with a hyphen between them`;
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

function remedyOf(text: string, problem: LossProblem, plans: readonly Plan[]): string {
  if (problem.problem === 'ambiguous-zone')
    return `write ${problem.zones.map((zone) => `zone:${zone}`).join(' or ')}`;
  if (problem.problem === 'link' && problem.meant)
    return `write ${problem.meant.map((between) => `link:${between.join('+')}`).join(' or ')}`;
  const known = losable(plans);
  if (problem.problem === 'kind') {
    const kind = nearest(problem.kind, ['node', 'zone', 'cluster', 'region', 'link', 'split', 'hub']);
    if (kind !== undefined) return `did you mean ${kind}${text.slice(text.indexOf(':'))}?`;
  }
  const meant = nearest(text, [...known]);
  if (meant !== undefined) return `did you mean ${meant}?`;
  const some = [...known].slice(0, listed);
  return `what can be lost: ${some.join(', ')}${known.size > some.length ? ', …' : ''}, and split:CLUSTER+CLUSTER`;
}

/** What can be lost, as it is written: clusters first. */
function losable(plans: readonly Plan[]): ReadonlySet<string> {
  const texts = new Set<string>();
  const all = plans.map((plan) => {
    const { landscape, subjects } = survivalOf(plan);
    const some = subjects.slice(0, listed);
    return { landscape, losses: some.flatMap(({ database }) => singleLosses(database, landscape).failures) };
  });
  for (const kind of ['cluster', 'hub', 'zone', 'region', 'node', 'link'] as const)
    for (const { landscape, losses } of all)
      for (const loss of losses) if (loss.kind === kind) texts.add(givenText(loss, landscape));
  // Clusters that hold nothing can be lost as well.
  for (const { landscape } of all) for (const { name } of landscape.clusters) texts.add(name);
  return texts;
}
