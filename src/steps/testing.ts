import { type ChangeSubject, isObjectFile, type OutputText } from '../changes/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { inspect } from '../inspect.js';
import type { JsonObject } from '../output/ownership.js';
import { type ChangePlan, planChange } from '../plan-change.js';
import { changePlanOf, type TestFiles } from '../rules/testing.js';

/** An output on the way from one topology to another, and what it is called: `before`, `commit 1`, `after`. */
export interface Stage {
  readonly name: string;
  readonly files: readonly OutputText[];
}

/** The outputs that the commits of a change leave, from the old one to the new one. */
export function stagesOf({ change, commits }: ChangePlan): Stage[] {
  const last = commits.commits.length;
  return [
    { name: 'before', files: [...change.before.values()].filter(isContent) },
    ...commits.commits.map(({ number, files }) => ({
      name: number === last ? 'after' : `commit ${number}`,
      files,
    })),
  ];
}

/** What commits hold: objects and Helm values. */
function isContent({ path }: OutputText): boolean {
  return isObjectFile(path) || /^[^/]+\/values\//.test(path);
}

/**
 * What is refused on the way from one topology to another: errors that `dbspan verify` finds in what a commit leaves, and errors about the
 * change from one commit to the next. Empty when every commit can be applied after the one before it. Errors that both ends have do not
 * count: they are not the commits' own. Of the change, `allowed` rules may say what they like.
 */
export function neighboursAreAccepted(
  before: string,
  after: string,
  options: { readonly files?: TestFiles; readonly allowed?: readonly string[] } = {},
): string[] {
  const plan = changePlanOf(before, after, options.files);
  const stages = stagesOf(plan);
  const ends = new Set([stages[0], stages.at(-1)].flatMap((stage) => (stage ? refusedIn(stage) : [])));
  const found: string[] = [];
  for (const [index, stage] of stages.entries()) {
    if (index === 0) continue;
    const previous = stages[index - 1];
    if (index < stages.length - 1)
      for (const each of refusedIn(stage)) if (!ends.has(each)) found.push(`${stage.name}: ${each}`);
    if (!previous) continue;
    for (const each of refusedBetween(previous, stage, plan.change))
      if (!options.allowed?.includes(each.id))
        found.push(`${previous.name} to ${stage.name}: ${each.id} ${each.message}`);
  }
  return found;
}

function refusedIn({ files }: Stage): string[] {
  const inputs = files
    .filter(({ path }) => isObjectFile(path))
    .map(({ path, content }) => ({ name: path, content }));
  return inspect(inputs)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ id, message }) => `${id} ${message}`);
}

function refusedBetween(from: Stage, to: Stage, { plans, plansBefore }: ChangeSubject): Diagnostic[] {
  const program = (plansBefore ?? []).map(
    ({ topology }) => JSON.parse(JSON.stringify(topology)) as JsonObject,
  );
  const owned = new Map(from.files.map(({ path, source }) => [path, { sha256: '', source }]));
  const index = { dbspan: '0', input: '', output: '', program, files: owned };
  const { diagnostics } = planChange({ files: from.files, index }, plans, { files: to.files });
  return diagnostics.filter(({ severity }) => severity === 'error');
}
