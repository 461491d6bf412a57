import { type ChangedObject, type Diagnostic, positionAt } from '../../diagnostics/index.js';
import type { FilePlace, Inline, Item, Line, Section } from './document.js';
import type { PlanReport } from './model.js';
import { changeClasses, refusedChanges } from './verdict.js';
import { clustersText, counted, inNaturalOrder } from './words.js';

/** The errors and warnings of a change, each with all that is needed to decide. Undefined where there are none. */
export function attentionSection(report: PlanReport): Section | undefined {
  const grave = report.diagnostics.filter((each) => each.severity !== 'info' && !isMended(each, report));
  if (grave.length === 0) return undefined;
  const errors = grave.filter(({ severity }) => severity === 'error');
  const counts = [
    ...(errors.length > 0 ? [counted(errors.length, 'error')] : []),
    ...(grave.length > errors.length ? [counted(grave.length - errors.length, 'warning')] : []),
  ].join(', ');
  return {
    title: `Stop and look: ${counts}`,
    intro: [],
    pieces: inOrderOfDanger(grave).map((each) => ({
      blocks: [{ kind: 'list', items: [itemOf(each)] }],
      weight: 1,
    })),
    rest: ({ weight }) => [`and ${counted(weight, 'finding')} more, with --format json`],
    rank: 0,
    isDense: false,
    most: 30,
  };
}

/** What else a reviewer wants to know of a change, a line each. Undefined where there is nothing. */
export function notesSection(report: PlanReport): Section | undefined {
  const { diagnostics, waived } = report;
  const notes = inOrderOfDanger(
    diagnostics.filter((each) => each.severity === 'info' || isMended(each, report)),
  );
  const accepted = waived.filter(({ diagnostic }) => diagnostic.change !== undefined);
  const items: Item[] = [
    ...accepted.map(({ diagnostic, reason, until }) => ({
      line: [{ strong: 'accepted' }, ` until ${until}: ${diagnostic.message} (${reason})`],
      below: [moreOf(diagnostic)],
    })),
    ...notes.map((each) => ({ line: noteLine(each), below: [moreOf(each)] })),
  ];
  if (items.length === 0) return undefined;
  return {
    title: 'Worth knowing',
    intro: [],
    pieces: items.map((item) => ({ blocks: [{ kind: 'list', items: [item] }], weight: 1 })),
    rest: ({ weight }) => [`and ${counted(weight, 'note')} more, with --format json`],
    rank: 4,
    isDense: true,
    most: 12,
  };
}

/** Whether the commits of the plan go round an error: who follows them has nothing to decide. */
function isMended(diagnostic: Diagnostic, report: PlanReport): boolean {
  return diagnostic.severity === 'error' && report.commits.needed && refusedChanges(report).length === 0;
}

const severities = { error: 0, warning: 1, info: 2 } as const;

function inOrderOfDanger(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const classOf = ({ change }: Diagnostic): number =>
    change ? changeClasses.indexOf(change.class) : changeClasses.length;
  return [...diagnostics].sort(
    (a, b) => severities[a.severity] - severities[b.severity] || classOf(a) - classOf(b),
  );
}

function itemOf(diagnostic: Diagnostic): Item {
  const { severity, message, why, fix, change } = diagnostic;
  const name = change ? `${severity}, ${change.class}` : severity;
  return {
    line: [{ strong: name, tone: severity }, `: ${message}`],
    below: [
      ...objectLines(change?.objects ?? []),
      ['why: ', why],
      ...(fix === undefined ? [] : [['fix: ', fix]]),
      moreOf(diagnostic),
    ],
  };
}

/** The first object with its field, and how many others there are. */
function objectLines(objects: readonly ChangedObject[]): Line[] {
  const [first] = objects;
  if (!first) return [];
  const clusters = [...new Set(objects.map(({ cluster }) => cluster))].filter(Boolean).sort(inNaturalOrder);
  const name = first.namespace === undefined ? first.name : `${first.namespace}/${first.name}`;
  const line: Inline[] = ['what: ', { code: `${first.kind} ${name}` }];
  if (first.field !== undefined) line.push(' ', { code: first.field });
  if (first.before !== undefined || first.after !== undefined)
    line.push(': ', ...shownValue(first.before), ' → ', ...shownValue(first.after));
  if (clusters.length > 0 && clusters.length <= 4) line.push(` on ${clustersText(clusters)}`);
  const others: Line[] =
    objects.length === 1
      ? []
      : [
          [
            `and ${counted(objects.length - 1, 'object')} more${clusters.length > 4 ? `; on ${clustersText(clusters)}` : ''}`,
          ],
        ];
  return [line, ...others];
}

function shownValue(value: string | undefined): Inline[] {
  return value === undefined ? ['not set'] : [{ code: value }];
}

function noteLine({ message, change }: Diagnostic): Line {
  return change ? [{ strong: change.class, tone: 'info' }, `: ${message}`] : [message];
}

/** Where the topology says it, and where the fact can be read. */
export function moreOf({ id, primary }: Diagnostic): Line {
  return ['at: ', { place: placeOf(primary.span) }, ', more: ', { code: `dbspan explain ${id}` }];
}

/** A span as a place that people can go to. */
export function placeOf({ file, start }: Diagnostic['primary']['span']): FilePlace {
  return { file: file.name, ...positionAt(file, start) };
}
