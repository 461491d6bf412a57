import { type Diagnostic, positionAt, type Severity } from '../diagnostics/index.js';
import { Fingerprints } from './fingerprint.js';
import { repositoryPath } from './paths.js';
import { printable } from './printable.js';
import type { Problem, Report } from './report.js';

/** An issue of GitLab's Code Quality report, the part of Code Climate's that GitLab reads, and the little more that makes it both. */
export interface Issue {
  readonly type: 'issue';
  readonly check_name: string;
  /** One line. */
  readonly description: string;
  readonly content?: { readonly body: string };
  readonly categories: ['Bug Risk'];
  readonly severity: 'info' | 'major' | 'critical';
  readonly fingerprint: string;
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number; readonly end: number };
  };
}

const severities = { error: 'critical', warning: 'major', info: 'info' } as const satisfies Record<
  Severity,
  Issue['severity']
>;

/** A report as GitLab's Code Quality report, which a merge request shows beside its changes. */
export function renderGitlab(report: Report): string {
  return `${JSON.stringify(issuesOf(report), undefined, 2)}\n`;
}

/** The issues of a report. */
export function issuesOf({ diagnostics, problems, failure, folder }: Report): Issue[] {
  const fingerprints = new Fingerprints();
  const failed: Problem[] = failure ? [{ id: 'dbspan/cannot-run', severity: 'error', ...failure }] : [];
  return [
    ...[...failed, ...problems].map((problem) => issueOfProblem(problem, folder, fingerprints)),
    ...diagnostics.map((diagnostic) => issueOf(diagnostic, folder, fingerprints)),
  ];
}

function issueOf(diagnostic: Diagnostic, folder: string, fingerprints: Fingerprints): Issue {
  const { id, severity, message, why, fix, primary } = diagnostic;
  const { file, start, end } = primary.span;
  return {
    type: 'issue',
    check_name: id,
    description: describe(message, fix),
    content: { body: why },
    categories: ['Bug Risk'],
    severity: severities[severity],
    fingerprint: fingerprints.of(diagnostic),
    location: {
      path: repositoryPath(folder, file.name),
      lines: {
        begin: positionAt(file, start).line,
        end: positionAt(file, Math.max(start, end - 1)).line,
      },
    },
  };
}

function issueOfProblem(
  { id, severity, message, fix, path = '.' }: Problem,
  folder: string,
  fingerprints: Fingerprints,
): Issue {
  return {
    type: 'issue',
    check_name: id,
    description: describe(message, fix),
    categories: ['Bug Risk'],
    severity: severities[severity],
    fingerprint: fingerprints.ofParts(id, path, message),
    location: { path: repositoryPath(folder, path), lines: { begin: 1, end: 1 } },
  };
}

function describe(message: string, fix: string | undefined): string {
  const text = fix === undefined ? message : `${message}; fix: ${fix}`;
  return printable(text).replaceAll('\n', ' ');
}
