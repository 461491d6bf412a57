import {
  type ChangeDetail,
  type Diagnostic,
  type Label,
  lineStarts,
  positionAt,
  type Severity,
  type Span,
} from '../diagnostics/index.js';
import { Fingerprints } from './fingerprint.js';
import { uriOf } from './paths.js';
import type { Problem, Report } from './report.js';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;
/** What GitHub calls them. */
const problemSeverities = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
} as const satisfies Record<Severity, string>;

const outputProblem =
  'what stands in the output folder is not what dbspan would write, or keeps it from being written';

interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly why: string;
  readonly help: string;
}

/**
 * A report as SARIF 2.1.0. URIs are relative to the root of the repository. A problem of no file is a notification about the
 * run, because GitHub refuses a result without a place.
 */
export function renderSarif(report: Report): string {
  const { tool, files, folder, diagnostics } = report;
  const rules = rulesOf(report);
  const indices = new Map([...rules.keys()].map((id, index) => [id, index]));
  const uris = [...new Set([...files, ...diagnostics.map(({ primary }) => primary.span.file.name)])];
  const run = {
    tool: {
      driver: {
        name: 'dbspan',
        version: tool.version,
        semanticVersion: tool.version,
        ...(tool.homepage === undefined ? {} : { informationUri: tool.homepage }),
        rules: [...rules.values()].map((rule) => renderRule(rule, report)),
      },
    },
    invocations: [invocationOf(report)],
    columnKind: 'utf16CodeUnits',
    artifacts: uris.map((name) => ({ location: { uri: uriOf(folder, name) } })),
    results: resultsOf(report, indices),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** Every kind of finding in the report, in the order of their first. */
function rulesOf({ diagnostics, waived = [], problems }: Report): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const { id, severity } of problems.filter(hasPlace)) {
    if (!rules.has(id)) rules.set(id, { id, severity, why: outputProblem, help: outputProblem });
  }
  for (const { id, severity, why } of [...diagnostics, ...waived.map(({ diagnostic }) => diagnostic)]) {
    if (!rules.has(id)) rules.set(id, { id, severity, why, help: `${why}.\n\nMore: dbspan explain ${id}` });
  }
  return rules;
}

function renderRule({ id, severity, why, help }: Rule, { tool }: Report): object {
  return {
    id,
    shortDescription: { text: id },
    fullDescription: { text: why },
    help: { text: help },
    ...(tool.homepage === undefined ? {} : { helpUri: tool.homepage }),
    defaultConfiguration: { level: levels[severity] },
    properties: { 'problem.severity': problemSeverities[severity], tags: [id.slice(0, id.indexOf('/'))] },
  };
}

function invocationOf({ code, failure, problems }: Report): object {
  const unplaced = problems.filter((problem) => !hasPlace(problem));
  const notifications = [
    ...(failure ? [notificationOf({ id: 'dbspan/cannot-run', severity: 'error', ...failure })] : []),
    ...unplaced.map(notificationOf),
  ];
  return {
    executionSuccessful: code !== 2,
    exitCode: code,
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}

function notificationOf({ id, severity, message, fix }: Problem): object {
  return { descriptor: { id }, level: levels[severity], message: messageOf(message, fix) };
}

function resultsOf(
  { diagnostics, waived = [], problems, folder }: Report,
  indices: ReadonlyMap<string, number>,
): object[] {
  const fingerprints = new Fingerprints();
  const results: object[] = problems.filter(hasPlace).map(({ id, severity, message, fix, path }) => ({
    ruleId: id,
    ruleIndex: indices.get(id),
    level: levels[severity],
    message: messageOf(message, fix),
    locations: [
      { physicalLocation: { artifactLocation: { uri: uriOf(folder, path) }, region: { startLine: 1 } } },
    ],
    partialFingerprints: { primaryLocationLineHash: fingerprints.ofParts(id, path, message) },
  }));
  const reasons = new Map(
    waived.map(({ diagnostic, reason, until }) => [diagnostic, `${reason} (until ${until})`]),
  );
  for (const diagnostic of [...diagnostics, ...reasons.keys()]) {
    const { id, severity, message, fix, primary, related } = diagnostic;
    const justification = reasons.get(diagnostic);
    const fixes = fixesOf(diagnostic, folder);
    results.push({
      ruleId: id,
      ruleIndex: indices.get(id),
      level: levels[severity],
      message: messageOf(message, fix),
      locations: [locationOfLabel({ span: primary.span, text: '' }, folder)],
      ...(related.length === 0
        ? {}
        : {
            relatedLocations: related.map((label, index) => ({
              id: index + 1,
              ...locationOfLabel(label, folder),
            })),
          }),
      ...(fixes.length === 0 ? {} : { fixes }),
      ...(justification === undefined
        ? {}
        : { suppressions: [{ kind: 'inSource', status: 'accepted', justification }] }),
      partialFingerprints: { primaryLocationLineHash: fingerprints.of(diagnostic) },
      ...(diagnostic.change === undefined ? {} : { properties: propertiesOf(diagnostic.change) }),
    });
  }
  return results;
}

/** What the form has no words for: of a change its class, and the object that is the example of the message. */
function propertiesOf({ class: changeClass, objects }: ChangeDetail): object {
  return {
    changeClass,
    objects: objects.length,
    ...(objects[0] === undefined ? {} : { object: objects[0] }),
  };
}

function messageOf(message: string, fix: string | undefined): { text: string } {
  return { text: fix === undefined ? message : `${message}\nFix: ${fix}` };
}

function locationOfLabel({ span, text }: Label, folder: string): object {
  return {
    ...(text === '' ? {} : { message: { text } }),
    physicalLocation: { artifactLocation: { uri: uriOf(folder, span.file.name) }, region: regionOf(span) },
  };
}

/** The edits of a finding are one fix: all of them or none. */
function fixesOf({ edits, fix, message }: Diagnostic, folder: string): object[] {
  if (edits.length === 0) return [];
  const byFile = new Map<string, object[]>();
  for (const { span, text } of edits) {
    const replacements = byFile.get(span.file.name) ?? [];
    byFile.set(span.file.name, replacements);
    replacements.push({
      deletedRegion: regionOf(span),
      ...(text === '' ? {} : { insertedContent: { text } }),
    });
  }
  const artifactChanges = [...byFile].map(([name, replacements]) => ({
    artifactLocation: { uri: uriOf(folder, name) },
    replacements,
  }));
  return [{ description: { text: fix ?? message }, artifactChanges }];
}

/** Lines and columns from 1, columns in UTF-16 code units, the end beyond the last character. */
function regionOf({ file, start, end }: Span): object {
  const from = positionAt(file, start).line;
  const to = positionAt(file, end).line;
  const columnIn = (line: number, offset: number): number =>
    Math.min(offset, file.text.length) - (lineStarts(file)[line - 1] ?? 0) + 1;
  return {
    startLine: from,
    startColumn: columnIn(from, start),
    endLine: to,
    endColumn: columnIn(to, end),
  };
}

function hasPlace(problem: Problem): problem is Problem & { readonly path: string } {
  return problem.path !== undefined;
}
