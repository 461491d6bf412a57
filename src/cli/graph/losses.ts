import { type Plan, survivalOf } from '../../plan/index.js';
import { type Loss, type LossProblem, parseLoss, zonesOf } from '../../survival/index.js';
import { nearest } from '../../yaml/suggest.js';
import { CannotRun } from '../io.js';

/**
 * What `--lose` names, in each plan that has it.
 *
 * @throws CannotRun when no plan has it
 */
export function readLosses(texts: readonly string[], plans: readonly Plan[]): ReadonlyMap<Plan, Loss[]> {
  const losses = new Map<Plan, Loss[]>(plans.map((plan) => [plan, []]));
  for (const text of texts) {
    let known = false;
    let problem: LossProblem | undefined;
    for (const plan of plans) {
      const { landscape, subjects } = survivalOf(plan);
      const zones = subjects.flatMap(({ database }) => zonesOf(database, landscape));
      const loss = parseLoss(text, landscape, zones);
      if ('problem' in loss) problem ??= loss;
      else {
        known = true;
        losses.get(plan)?.push(loss);
      }
    }
    if (!known && problem)
      throw new CannotRun(`--lose ${text}: ${problemWords(problem)}`, remedy(text, plans));
  }
  return losses;
}

function problemWords(problem: LossProblem): string {
  switch (problem.problem) {
    case 'kind':
      return `nothing of the kind ${problem.kind} can be lost`;
    case 'ambiguous-zone':
      return `several zones are called ${problem.name}: ${problem.zones.join(', ')}`;
    case 'split':
      return 'a split needs clusters on both sides';
    case 'no-hub':
      return 'there is no hub';
    default:
      return `there is no ${problem.problem} ${problem.name}`;
  }
}

function remedy(text: string, plans: readonly Plan[]): string {
  const names = plans.flatMap(({ clusters }) => clusters.map(({ name }) => name));
  const [, kind = '', name = text] = /^([a-z]+:)(.*)$/s.exec(text) ?? [];
  const meant = nearest(name, names);
  if (meant) return `did you mean ${kind}${meant}?`;
  return 'name a cluster, node:CLUSTER, zone:NAME, region:NAME, link:A-B, split:A+B or hub';
}
