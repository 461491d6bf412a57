import { positionAt, type Span } from './source.js';

/** error: no output is written. warning: output is written, and something in it is dangerous. info: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** A span with a remark that is printed beside it. */
export interface Label {
  readonly span: Span;
  readonly text: string;
}

/** A piece of text to put in place of another. An empty span inserts, an empty text removes. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/**
 * What a change is to those who run the database. one-way: cannot be taken back. immutable: is refused, every time. destructive: loses
 * data or objects. quorum: what can fail without a stop. restart: servers start anew. order: right only in several commits.
 * security: who may reach or read what. cosmetic: nothing that runs notices.
 */
export type ChangeClass =
  | 'one-way'
  | 'immutable'
  | 'destructive'
  | 'quorum'
  | 'restart'
  | 'order'
  | 'security'
  | 'cosmetic';

/** The object of the output, and what of it changes, that a finding about a change is about. */
export interface ChangedObject {
  /** Path of its file below the output directory; the old one for an object that goes. */
  readonly file: string;
  /** Cluster to whose API server it goes; empty for an output without folders of clusters. */
  readonly cluster: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  /** The field, `spec.replicas`; undefined when the whole object is meant. */
  readonly field: string | undefined;
  /** The old value as a reader compares it; undefined where there was none. */
  readonly before: string | undefined;
  /** The new value; undefined where there is none. */
  readonly after: string | undefined;
}

/** What a finding about a change says beside the finding itself. */
export interface ChangeDetail {
  readonly class: ChangeClass;
  /** The objects it is about, the first one the example of the message. Empty when it is about the whole. */
  readonly objects: readonly ChangedObject[];
}

/** One finding: what is wrong, where, why it matters and what to do. */
export interface Diagnostic {
  /** `group/name`, the key of its page in `dbspan explain`. */
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly primary: Label;
  /** Other places that explain the finding. */
  readonly related: readonly Label[];
  readonly why: string;
  readonly fix: string | undefined;
  /** What `--fix` changes, all of it or nothing; empty when the fix is not certain. */
  readonly edits: readonly Edit[];
  /** Of a finding about a change; undefined for all others. */
  readonly change?: ChangeDetail;
}

/** A warning that someone has accepted. */
export interface WaivedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
  /** Last day, YYYY-MM-DD. */
  readonly until: string;
}

const rank = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorts findings by file, position, severity and id, so that equal inputs print equally. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      byCodeUnit(a.primary.span.file.name, b.primary.span.file.name) ||
      a.primary.span.start - b.primary.span.start ||
      rank[a.severity] - rank[b.severity] ||
      byCodeUnit(a.id, b.id) ||
      byCodeUnit(a.message, b.message),
  );
}

/** True when at least one finding forbids output. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** `file:line:column` of a finding. */
export function locationOf(diagnostic: Diagnostic): string {
  const { file, start } = diagnostic.primary.span;
  const { line, column } = positionAt(file, start);
  return `${file.name}:${line}:${column}`;
}
