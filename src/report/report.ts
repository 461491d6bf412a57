import type { Diagnostic, Severity, WaivedDiagnostic } from '../diagnostics/index.js';

/** A finding that is about no line of a source: a file of the output folder, or the run as a whole. */
export interface Problem {
  /** `group/name`. Unlike the id of a finding it has no page. */
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix?: string;
  /** The file it is about, relative to where the program stands. */
  readonly path?: string;
}

/** What a run of a command found, for every format to print. */
export interface Report {
  /** Name of the command; empty when there is none of the name that was given. */
  readonly command: string;
  /** Exit code: 0 clean, 1 findings, 2 could not run. */
  readonly code: number;
  /** Names of the files that were checked, as findings print them. */
  readonly files: readonly string[];
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly Problem[];
  /** Warnings that a waiver accepts; left out by a command that knows no waivers. */
  readonly waived?: readonly WaivedDiagnostic[];
  /** What kept the command from running at all. */
  readonly failure?: { readonly message: string; readonly fix?: string };
  /** What only the command's own JSON carries. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly tool: Tool;
  /** Path from the root of the repository to where the program stands, where a CI system says what the root is; else empty. */
  readonly folder: string;
}

/** The program that made a report. */
export interface Tool {
  readonly version: string;
  /** Where its documentation lies. */
  readonly homepage?: string;
}

/** The program and its command, as one types them. */
export function invocationName({ command }: Report): string {
  return command === '' ? 'dbspan' : `dbspan ${command}`;
}
