import {
  type FieldChange,
  nameOf,
  type ObjectChange,
  type OutputObject,
  type TextChange,
} from '../../changes/index.js';
import { type WaivedDiagnostic, withoutUserInfo } from '../../diagnostics/index.js';
import type { Commit, Move } from '../../steps/index.js';
import { diagnosticToJson, findingsToJson } from '../json.js';
import type { CommitOutput, PlanReport } from './model.js';
import { planExitCode, verdictOf } from './verdict.js';

/** Version of the form of `dbspan plan --format json`. It grows when a reader of the one before could misread it. */
export const planVersion = 1;

type Json = Readonly<Record<string, unknown>>;

/** The report as one JSON document, with all that is known; `spec/plan.schema.json` describes it. */
export function planJson(report: PlanReport): string {
  return `${JSON.stringify(planToJson(report), undefined, 2)}\n`;
}

function planToJson(report: PlanReport): Json {
  const { against, files, command, change, commits, outputs, versions, stepBefore, impact } = report;
  const verdict = verdictOf(report);
  const numbers = new Map(change.objects.map((object, index) => [object, index]));
  return {
    planVersion,
    command,
    against,
    files,
    verdict: { ...verdict, exitCode: planExitCode(report) },
    before: { output: report.outputBefore, dbspan: versions.before, step: stepBefore },
    after: { output: report.outputAfter, dbspan: versions.after },
    clusters: change.clusters,
    ...findingsToJson(report.diagnostics),
    topology: findingsToJson(report.findings),
    waived: report.waived.map(waivedToJson),
    needsCommits: commits.needed,
    commits: commits.commits.map((commit, index) => commitToJson(commit, outputs[index], numbers)),
    objects: change.objects.map(objectToJson),
    texts: change.texts.map(textToJson),
    impact,
  };
}

function waivedToJson({ diagnostic, reason, until }: WaivedDiagnostic): Json {
  return { ...diagnosticToJson(diagnostic), waiver: { reason, until } };
}

function commitToJson(
  { number, moves, reasons, preparations = [] }: Commit & { readonly preparations?: Commit['reasons'] },
  output: CommitOutput | undefined,
  numbers: ReadonlyMap<ObjectChange, number>,
): Json {
  return {
    number,
    output: output?.output,
    moves: moves.map(({ object, does, what, last }: Move) => ({
      object: numbers.get(object),
      does,
      what,
      last,
    })),
    preparations: preparations.map(reasonToJson),
    reasons: reasons.map(reasonToJson),
    files: output?.files ?? [],
  };
}

function reasonToJson({ why, waits, source }: Commit['reasons'][number]): Json {
  return { why, waits, source };
}

function objectToJson(object: ObjectChange): Json {
  const { kind, before, after } = object;
  return {
    change: kind,
    before: before && sideToJson(before),
    after: after && sideToJson(after),
    fields: object.fields.map((field) => fieldToJson(field, nameOf(object).kind === 'Secret')),
  };
}

function sideToJson({ file, cluster, wave, manifest }: OutputObject): Json {
  const { apiVersion, kind, namespace, name } = manifest;
  return { file: file.path, cluster, wave, apiVersion, kind, namespace, name, source: file.source };
}

/** Values as they are; what a Secret holds is never told, and no password of an address. */
function fieldToJson({ text, pointer, before, after }: FieldChange, isSecret: boolean): Json {
  const shown = (value: FieldChange['before']): unknown =>
    value === undefined ? undefined : isSecret ? '***' : withoutPasswords(value);
  return { path: text, pointer, before: shown(before), after: shown(after) };
}

function withoutPasswords(value: unknown): unknown {
  if (typeof value === 'string') return withoutUserInfo(value);
  if (Array.isArray(value)) return value.map(withoutPasswords);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutPasswords(each)]));
}

function textToJson({ path, kind, fields }: TextChange): Json {
  return { path, change: kind, fields: fields.map((field) => fieldToJson(field, false)) };
}
