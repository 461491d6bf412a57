import {
  type ChangeDetail,
  type Diagnostic,
  type Label,
  positionAt,
  type Span,
  type WaivedDiagnostic,
} from '../diagnostics/index.js';
import type { Report } from './report.js';

/** Version of what `--format json` prints. It grows when a reader of the one before could misread it. */
const reportVersion = 1;

/** A stretch of a file. Lines and columns count from 1; columns count Unicode code points; the end is exclusive. */
export interface JsonRange {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A place in a file, with what is remarked on it. */
export interface JsonPlace extends JsonRange {
  readonly label?: string;
}

/** A text to put in place of what stands there. */
export interface JsonEdit extends JsonRange {
  readonly text: string;
}

/** A finding as `--format json` prints it. */
export interface JsonDiagnostic {
  readonly id: string;
  readonly severity: string;
  readonly message: string;
  readonly place: JsonPlace;
  readonly related: readonly JsonPlace[];
  readonly why: string;
  readonly fix?: string;
  /** What makes the fix, all of it together; there where the fix is certain. */
  readonly edits?: readonly JsonEdit[];
  /** There where it is about a change. */
  readonly change?: ChangeDetail;
}

/** A warning that a waiver accepts. */
export interface JsonWaivedDiagnostic extends JsonDiagnostic {
  readonly waiver: { readonly reason: string; readonly until: string };
}

/** Findings and how many there are of each severity, as `--format json` prints them. */
export interface JsonFindings {
  readonly diagnostics: readonly JsonDiagnostic[];
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
}

/** A report as one JSON document; `spec/report.schema.json` describes it. */
export function renderJson(report: Report): string {
  const { command, code, problems, failure, details, diagnostics, waived } = report;
  const head = { version: reportVersion, ...(command === '' ? {} : { command }), ok: code === 0 };
  const { message: error, fix } = failure ?? {};
  const body = failure
    ? { error, ...(fix === undefined ? {} : { fix }) }
    : {
        ...details,
        problems,
        ...findingsToJson(diagnostics),
        ...(waived === undefined ? {} : { waived: waived.map(waivedToJson) }),
      };
  return `${JSON.stringify({ ...head, ...body }, undefined, 2)}\n`;
}

/** Findings as plain data. */
export function findingsToJson(diagnostics: readonly Diagnostic[]): JsonFindings {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return { diagnostics: diagnostics.map(diagnosticToJson), counts };
}

/** An accepted warning as plain data. */
function waivedToJson({ diagnostic, reason, until }: WaivedDiagnostic): JsonWaivedDiagnostic {
  return { ...diagnosticToJson(diagnostic), waiver: { reason, until } };
}

/** A finding as plain data. */
export function diagnosticToJson(diagnostic: Diagnostic): JsonDiagnostic {
  const { id, severity, message, why, fix, edits, change } = diagnostic;
  return {
    id,
    severity,
    message,
    place: placeOf(diagnostic.primary),
    related: diagnostic.related.map(placeOf),
    why,
    ...(fix === undefined ? {} : { fix }),
    ...(edits.length === 0 ? {} : { edits: edits.map(({ span, text }) => ({ ...rangeOf(span), text })) }),
    ...(change === undefined ? {} : { change }),
  };
}

function placeOf({ span, text }: Label): JsonPlace {
  return { ...rangeOf(span), ...(text === '' ? {} : { label: text }) };
}

/** A stretch of a file as JSON has it. */
export function rangeOf({ file, start, end }: Span): JsonRange {
  const from = positionAt(file, start);
  const to = positionAt(file, end);
  return { file: file.name, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
