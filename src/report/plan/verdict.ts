import type { ObjectChange, TextChange } from '../../changes/index.js';
import { type ChangeClass, type Diagnostic, hasErrors } from '../../diagnostics/index.js';
import type { PlanReport } from './model.js';
import { counted, joinedWords } from './words.js';

/**
 * What a change comes to. `refused`: it must not be made as it is. `dangerous`: a person must decide. `commits`: one commit with all of it is
 * refused or breaks, several are right. `safe`: objects change, and that is all.
 */
export type VerdictKind = 'none' | 'cosmetic' | 'safe' | 'commits' | 'dangerous' | 'refused';

/** The first line of a report. */
export interface Verdict {
  readonly kind: VerdictKind;
  /** One line, without names or values of a file. */
  readonly text: string;
  /** Objects that differ in what they mean, and the clusters that they are on. */
  readonly objects: number;
  readonly clusters: number;
}

/** Classes in the order in which a reviewer has to know them. */
export const changeClasses = [
  'immutable',
  'destructive',
  'one-way',
  'quorum',
  'security',
  'restart',
  'order',
  'cosmetic',
] as const satisfies readonly ChangeClass[];

/** The verdict on a change. */
export function verdictOf(report: PlanReport): Verdict {
  const { change, diagnostics, findings, commits } = report;
  const isCosmetic = cosmeticBy(diagnostics);
  const objects = change.objects.filter((object) => !isCosmetic(object));
  const texts = change.texts.filter(isMeant);
  const clusters = new Set([
    ...objects.flatMap(({ before, after }) =>
      [before, after].flatMap((each) => (each ? [each.cluster] : [])),
    ),
    ...texts.map(({ path }) => path.split('/')[0]),
  ]);
  const count = { objects: objects.length, clusters: clusters.size };
  const files = change.objects.length + change.texts.length;
  if (files === 0) return { kind: 'none', text: 'no change', ...count };
  const refused = refusedChanges(report);
  if (refused.length > 0 || hasErrors(findings)) {
    const never = counted(refused.length, 'change can', 'changes can');
    const wrong = counted(findings.filter(({ severity }) => severity === 'error').length, 'error');
    const text =
      refused.length > 0 ? `refused: ${never} never be applied` : `refused: the new topology has ${wrong}`;
    return { kind: 'refused', text, ...count };
  }
  const isSeveral = commits.needed && commits.commits.length > 1;
  const several = isSeveral ? `; takes ${counted(commits.commits.length, 'commit')}` : '';
  const isPrepared = commits.commits.some(({ preparations }) => preparations.length > 0);
  const prepared = isPrepared ? '; something comes before it is applied' : '';
  const changes = changesText(objects.length, texts.length, clusters.size);
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  if (warnings.length > 0)
    return {
      kind: 'dangerous',
      text: `DANGEROUS: ${classesText(warnings)}; ${changes}${several}${prepared}`,
      ...count,
    };
  if (objects.length === 0 && texts.length === 0)
    return {
      kind: 'cosmetic',
      text: `cosmetic only: ${counted(files, 'file is', 'files are')} written otherwise, and nothing that runs notices`,
      ...count,
    };
  if (isSeveral)
    return {
      kind: 'commits',
      text: `takes ${counted(commits.commits.length, 'commit')}: ${changes}; nothing else dangerous${prepared}`,
      ...count,
    };
  return { kind: 'safe', text: `${changes}; nothing dangerous${prepared}`, ...count };
}

/** Findings about what can never be applied. What is refused in one commit, and right in those that the plan lays out, is none. */
export function refusedChanges({
  refused,
  diagnostics,
  commits,
}: Pick<PlanReport, 'refused' | 'diagnostics' | 'commits'>): readonly Diagnostic[] {
  if (refused) return refused;
  return diagnostics.filter(
    ({ severity, change }) => severity === 'error' && !(commits.needed && change?.class === 'order'),
  );
}

/** The exit code that `--exit-code` asks for: 0 nothing changes, 1 something does, 3 somebody has to look at it. */
export function planExitCode({ diagnostics, change }: Pick<PlanReport, 'diagnostics' | 'change'>): 0 | 1 | 3 {
  if (diagnostics.some(({ severity }) => severity !== 'info')) return 3;
  return change.objects.length + change.texts.length > 0 ? 1 : 0;
}

function changesText(objects: number, texts: number, clusters: number): string {
  const on = `on ${counted(clusters, 'cluster')}`;
  if (objects === 0)
    return `${counted(texts, 'file')} of Helm values ${on} ${texts === 1 ? 'changes' : 'change'}`;
  return `${counted(objects, 'object')} ${on} ${objects === 1 ? 'changes' : 'change'}`;
}

/** `2 destructive changes and 1 for quorum`. */
function classesText(warnings: readonly Diagnostic[]): string {
  const counts = new Map<ChangeClass | undefined, number>();
  for (const { change } of warnings) counts.set(change?.class, (counts.get(change?.class) ?? 0) + 1);
  const parts = changeClasses.flatMap((name) => {
    const count = counts.get(name) ?? 0;
    return count === 0 ? [] : [`${count} ${name}`];
  });
  return `${joinedWords(parts)} ${warnings.length === 1 ? 'change' : 'changes'}`;
}

/** Of the files that hold no object only Helm values mean something to a cluster. */
export function isMeant({ path, kind, fields }: TextChange): boolean {
  return /^[^/]+\/values\//.test(path) && (kind !== 'changed' || fields.length > 0);
}

/** Whether an object means the same: its text alone differs, or nothing but what findings call cosmetic. */
export function cosmeticBy(diagnostics: readonly Diagnostic[]): (object: ObjectChange) => boolean {
  const fields = new Set<string>();
  for (const { change } of diagnostics) {
    if (change?.class !== 'cosmetic') continue;
    for (const { file, field } of change.objects) fields.add(`${file}\n${field ?? ''}`);
  }
  return ({ kind, after, fields: changed }) => {
    if (kind !== 'changed') return false;
    const { path } = after.file;
    if (fields.has(`${path}\n`)) return true;
    return changed.every(({ text }) => prefixesOf(text).some((prefix) => fields.has(`${path}\n${prefix}`)));
  };
}

/** A path and the paths above it: `a.b[c]`, `a.b`, `a`. */
function prefixesOf(text: string): string[] {
  const ends = [...text.matchAll(/[.[]/g)].map(({ index }) => index);
  return [text, ...ends.map((end) => text.slice(0, end))];
}
