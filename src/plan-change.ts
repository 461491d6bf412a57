import {
  type ChangeSubject,
  changeSubject,
  compareOutputs,
  type ObjectChange,
  type Output,
  type OutputText,
  type Surroundings,
} from './changes/index.js';
import { type Diagnostic, Findings, type Span, sortDiagnostics } from './diagnostics/index.js';
import { generalMessages } from './fleet-findings.js';
import type { OwnershipIndex } from './output/ownership.js';
import type { Plan } from './plan/index.js';
import { restorePlans } from './restore.js';
import { rulesOf } from './rules/catalogue.js';
import { type CommitPlan, planCommits, sequences } from './steps/index.js';
import type { Synthesis } from './synthesize.js';
import { placeOfSource, traceField } from './trace/index.js';

/** An output as it was committed. */
export interface CommittedOutput {
  /** Path below the directory, and content: every file that dbspan wrote, or every file when there is no index. */
  readonly files: readonly { readonly path: string; readonly content: string }[];
  /** Undefined for a directory that dbspan did not write. */
  readonly index: OwnershipIndex | undefined;
}

/** What a change is, what it does, and how it is made. */
export interface ChangePlan {
  readonly change: ChangeSubject;
  /** What the rules about changes say, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly commits: CommitPlan;
  /** The errors that stay when the change is made in its commits, one after the other: it can never be applied. */
  readonly refused: readonly Diagnostic[];
}

/**
 * Compares a committed output with the new one. Pure: the same outputs give the same plan.
 */
export function planChange(
  committed: CommittedOutput,
  plans: readonly Plan[],
  synthesis: Pick<Synthesis, 'files'>,
): ChangePlan {
  const { index } = committed;
  const after: Output = new Map(synthesis.files.map((file) => [file.path, file]));
  const change = compareOutputs(outputOf(committed, after), after);
  const surroundings: Surroundings = {
    plans,
    plansBefore: plansOf(committed, plans),
    isOurs: index !== undefined,
    placeOf: placesOf(plans),
    placeAt: (object, path) => placeAt(plans, object, path),
  };
  const subject = changeSubject(change, surroundings);
  const diagnostics = sortDiagnostics(judge(subject));
  const commits = planCommits(subject, index ? sequences : []);
  return {
    change: subject,
    diagnostics,
    commits,
    refused: refusedOf(diagnostics, commits, subject, surroundings),
  };
}

/** An error about the whole way may be one that its commits go round; what is an error from one of them to the next stays one. */
function refusedOf(
  diagnostics: readonly Diagnostic[],
  { commits, needed }: CommitPlan,
  subject: ChangeSubject,
  surroundings: Surroundings,
): readonly Diagnostic[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0 || commits.length < 2 || !needed) return errors;
  const found = new Map<string, Diagnostic>();
  let before = subject.before;
  for (const { files } of commits) {
    const after: Output = new Map(files.map((file) => [file.path, file]));
    const way = changeSubject(compareOutputs(before, after), surroundings);
    for (const each of judge(way))
      if (each.severity === 'error') found.set(`${each.id} ${each.message}`, each);
    before = after;
  }
  return sortDiagnostics([...found.values()]);
}

/** What gave an output: nothing gave one in which nothing is; of one without an index nobody knows. */
function plansOf({ files, index }: CommittedOutput, plans: readonly Plan[]): readonly Plan[] | undefined {
  if (!index) return files.length === 0 ? [] : undefined;
  return index.program && restorePlans(index.program, '.dbspan.json', plans);
}

/** A file that is the same on both sides is one: what it holds is read once. */
function outputOf({ files, index }: CommittedOutput, after: Output): Output {
  const texts = files.map(({ path, content }): OutputText => {
    const source = index?.files.get(path)?.source ?? '';
    const other = after.get(path);
    return other?.content === content && other.source === source ? other : { path, content, source };
  });
  return new Map(texts.map((file) => [file.path, file]));
}

/** So many entries of a topology are traced field by field: each takes up to a quarter of a second. */
const mostTraced = 20;

/** Where the topology says a field, else what made the object, as deep as it still says it. */
function placesOf(plans: readonly Plan[]): ChangeSubject['placeOf'] {
  const traced = new Set<string>();
  return (object, field) => {
    const source = sourceOf(object);
    if (field && object.after && (traced.has(source) || traced.size < mostTraced)) {
      traced.add(source);
      const [place] = traceField(plans, object.after.file, field.pointer).places;
      if (place?.said) return place.span;
    }
    return placeOfSource(plans, source) ?? headOf(plans);
  };
}

function placeAt(plans: readonly Plan[], object: ObjectChange, path: string): Span {
  const [, program = '', entry = ''] = /^([^/]*)(?:\/([^[.]*(?:\[[^\]]*\])?))?/.exec(sourceOf(object)) ?? [];
  return placeOfSource(plans, `${program}/${path.startsWith('.') ? entry + path : path}`) ?? headOf(plans);
}

function sourceOf({ after, before }: ObjectChange): string {
  return (after ?? before).file.source;
}

/** The head of the first topology, for an object of which none says anything. */
function headOf([plan]: readonly Plan[]): Span {
  if (!plan) throw new Error('there is no topology');
  return { file: plan.file, start: 0, end: 0 };
}

function judge(subject: ChangeSubject): readonly Diagnostic[] {
  if (subject.plans.length === 0) return [];
  const findings = new Findings();
  for (const rule of rulesOf('change')) rule.run('change', subject, findings);
  return folded(findings.list(), subject.plans);
}

/** What is said of each cluster of a fleet is said once, with all their objects. */
function folded(diagnostics: readonly Diagnostic[], plans: readonly Plan[]): readonly Diagnostic[] {
  const generalOf = generalMessages(plans.flatMap(({ clusters }) => clusters));
  const groups = new Map<string, Diagnostic[]>();
  for (const each of diagnostics) {
    const { file, start, end } = each.primary.span;
    const key = JSON.stringify([each.id, file.name, start, end, generalOf(each.message)]);
    const present = groups.get(key);
    if (present) present.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first?.change || group.length === 1) return group;
    const objects = group.flatMap(({ change }) => change?.objects ?? []);
    return [{ ...first, change: { ...first.change, objects } }];
  });
}
