import { type Diagnostic, positionAt, type Severity, type Span } from '../diagnostics/index.js';
import { capped, type Omission, omissionText } from './cap.js';
import { repositoryPath } from './paths.js';
import { printable } from './printable.js';
import { invocationName, type Problem, type Report } from './report.js';
import { countSummary } from './text.js';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>;
const rank = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;

interface Annotation {
  readonly id: string;
  readonly severity: Severity;
  readonly file: string | undefined;
  readonly lines: Readonly<Record<string, number>>;
  readonly text: string;
}

/**
 * A report as workflow commands of GitHub Actions, which become annotations of the lines they name. GitHub shows ten of a
 * level for each step, so errors come first, and of one kind in one file there are nine and their number.
 */
export function renderGithub(report: Report): string {
  const { diagnostics, problems, failure, folder } = report;
  const annotations = [
    ...(failure ? [annotationOfProblem({ id: 'dbspan', severity: 'error', ...failure }, folder)] : []),
    ...problems.map((problem) => annotationOfProblem(problem, folder)),
    ...diagnostics.map((diagnostic) => annotationOf(diagnostic, folder)),
  ];
  const lines = capped(annotations, (annotation) => annotation)
    .sort((a, b) => rank[a.severity] - rank[b.severity])
    .map((each) => render('omitted' in each ? annotationOfOmission(each, report) : each));
  // What GitHub does not read as a command it shows in the log.
  const counts = countSummary([...problems, ...diagnostics]);
  lines.push(`${invocationName(report)}: ${failure ? 'could not run' : counts}`);
  return `${lines.join('\n')}\n`;
}

function annotationOf({ id, severity, message, why, fix, primary }: Diagnostic, folder: string): Annotation {
  const file = repositoryPath(folder, primary.span.file.name);
  const text = `${message}\nwhy: ${why}${fix === undefined ? '' : `\nfix: ${fix}`}`;
  return { id, severity, file, lines: linesOf(primary.span), text };
}

function annotationOfProblem({ id, severity, message, fix, path }: Problem, folder: string): Annotation {
  const file = path === undefined ? undefined : repositoryPath(folder, path);
  return { id, severity, file, lines: {}, text: fix === undefined ? message : `${message}\nfix: ${fix}` };
}

function annotationOfOmission(omission: Omission, { command }: Report): Annotation {
  const { id, severity, file } = omission;
  return { id, severity, file, lines: {}, text: omissionText(omission, command) };
}

/** GitHub takes columns only where both are in one line, and its last column is part of what is marked. */
function linesOf({ file, start, end }: Span): Annotation['lines'] {
  const from = positionAt(file, start);
  const to = positionAt(file, Math.max(start, end - 1));
  const columns = from.line === to.line ? { col: from.column, endColumn: to.column } : {};
  return { line: from.line, endLine: to.line, ...columns };
}

function render({ id, severity, file, lines, text }: Annotation): string {
  const properties = Object.entries({ ...(file === undefined ? {} : { file }), ...lines, title: id })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${commands[severity]} ${properties}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
