import { type Diagnostic, locationOf } from '../diagnostics/index.js';
import { repositoryPath } from './paths.js';
import { printable } from './printable.js';
import { invocationName, type Problem, type Report } from './report.js';

/** A test: what is said of it, and whether it failed, could not be run, or passed all the same. */
interface Case {
  readonly name: string;
  readonly outcome: 'passed' | 'failure' | 'error';
  readonly message: string;
  readonly text: string;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/**
 * A report as JUnit XML, in the elements and attributes that the schemas of Jenkins know. A file is a test suite and a kind
 * of finding in it a test: an error fails it, what does not fail the run is its output. A clean file is one passed test.
 */
export function renderJunit(report: Report): string {
  const suites = suitesOf(report);
  const all = suites.flatMap(({ cases }) => cases);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${invocationName(report)}" ${counts(all)}>
${suites.map(renderSuite).join('')}</testsuites>
`;
}

function suitesOf(report: Report): Suite[] {
  const { files, diagnostics, problems, failure, folder } = report;
  const name = invocationName(report);
  const suites: Suite[] = [];
  if (failure) {
    const { message, fix } = failure;
    const text = fix === undefined ? message : `${message}\nfix: ${fix}`;
    return [{ name, cases: [{ name: 'run', outcome: 'error', message, text }] }];
  }
  if (problems.length > 0) {
    const cases = [...groupBy(problems, ({ id }) => id)].map(([id, group]) => caseOfProblems(id, group));
    suites.push({ name, cases });
  }
  const byFile = groupBy(diagnostics, ({ primary }) => primary.span.file.name);
  for (const file of new Set([...files, ...byFile.keys()])) {
    const kinds = groupBy(byFile.get(file) ?? [], ({ id }) => id);
    const cases = [...kinds].map(([id, group]) => caseOf(id, group));
    if (cases.length === 0) cases.push({ name: 'no findings', outcome: 'passed', message: '', text: '' });
    suites.push({ name: repositoryPath(folder, file), cases });
  }
  return suites;
}

function caseOf(id: string, group: readonly Diagnostic[]): Case {
  const text = group.map((diagnostic) => {
    const { message, why, fix, severity } = diagnostic;
    const lines = [`${locationOf(diagnostic)}: ${severity}: ${message}`, `  why: ${why}`];
    if (fix !== undefined) lines.push(`  fix: ${fix}`);
    return lines.join('\n');
  });
  return caseOfTexts(id, group, text);
}

function caseOfProblems(id: string, group: readonly Problem[]): Case {
  const text = group.map(({ message, fix, severity }) =>
    [`${severity}: ${message}`, ...(fix === undefined ? [] : [`  fix: ${fix}`])].join('\n'),
  );
  return caseOfTexts(id, group, text);
}

function caseOfTexts(
  name: string,
  group: readonly Pick<Problem, 'severity' | 'message'>[],
  texts: readonly string[],
): Case {
  const failed = group.some(({ severity }) => severity === 'error');
  const [first] = group;
  const more = group.length === 1 ? '' : ` (and ${group.length - 1} more)`;
  return {
    name,
    outcome: failed ? 'failure' : 'passed',
    message: `${first?.message}${more}`,
    text: texts.join('\n'),
  };
}

function renderSuite({ name, cases }: Suite): string {
  const suite = escapeXml(name);
  return `  <testsuite name="${suite}" ${counts(cases)} skipped="0">
${cases.map((each) => renderCase(each, suite)).join('')}  </testsuite>
`;
}

function renderCase({ name, outcome, message, text }: Case, suite: string): string {
  const head = `    <testcase name="${escapeXml(name)}" classname="${suite}" time="0"`;
  if (text === '') return `${head}/>\n`;
  const content = escapeXml(text, '\n');
  const inner =
    outcome === 'passed'
      ? `<system-out>${content}</system-out>`
      : `<${outcome} type="${escapeXml(name)}" message="${escapeXml(message)}">${content}</${outcome}>`;
  return `${head}>\n      ${inner}\n    </testcase>\n`;
}

function counts(cases: readonly Case[]): string {
  const count = (outcome: Case['outcome']): number => cases.filter((each) => each.outcome === outcome).length;
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" time="0"`;
}

/** XML 1.0 has no way to say a control character, nor U+FFFE and U+FFFF. An attribute turns a plain line break into a space. */
function escapeXml(text: string, lineBreak = '&#10;'): string {
  return printable(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', lineBreak);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
