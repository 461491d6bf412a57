import type { Diagnostic } from '../../diagnostics/index.js';
import { attentionSection, moreOf, notesSection } from './attention.js';
import { clustersSection } from './clusters.js';
import { commitsSection } from './commits.js';
import type { Inline, Line, PlanDocument, Section, Tone } from './document.js';
import type { PlanReport } from './model.js';
import { sizesSection } from './sizes.js';
import { survivalSection } from './survival.js';
import { isMeant, type Verdict, type VerdictKind, verdictOf } from './verdict.js';
import { clustersText, counted, joinedWords, numberText } from './words.js';

const tones = {
  none: 'good',
  cosmetic: 'good',
  safe: 'info',
  commits: 'warning',
  dangerous: 'warning',
  refused: 'error',
} as const satisfies Record<VerdictKind, Tone>;

/** The report as it is read, from the verdict to the digests. */
export function planDocument(report: PlanReport): PlanDocument {
  const verdict = verdictOf(report);
  const isSame = verdict.kind === 'none';
  const sections = [
    attentionSection(report),
    notesSection(report),
    commitsSection(report),
    survivalSection(report),
    clustersSection(report),
    sizesSection(report),
    findingsSection(report),
    isSame ? undefined : reproduceSection(report),
  ];
  return {
    verdict: [{ strong: verdict.text, tone: tones[verdict.kind] }],
    head: headLines(report, verdict),
    sections: sections.filter((section) => section !== undefined),
  };
}

function headLines({ against, files, change, stepBefore, versions }: PlanReport, { kind }: Verdict): Line[] {
  const lines: Line[] = [
    ['Compared: ', ...againstWords(against), ' with what ', ...filesWords(files), ' now gives.'],
  ];
  if (stepBefore)
    lines.push([
      `The old output is commit ${stepBefore.number} of ${stepBefore.of} of a change that is not at its end.`,
    ]);
  const counts = countsOf(change);
  if (counts !== '') lines.push([counts]);
  const { added, removed } = change.clusters;
  if (added.length > 0)
    lines.push([`${added.length === 1 ? 'New cluster' : 'New clusters'}: ${clustersText(added)}.`]);
  if (removed.length > 0) lines.push([`No longer among the clusters: ${clustersText(removed)}.`]);
  if (kind !== 'none' && versions.before !== undefined && versions.before !== versions.after)
    lines.push([
      `Part of the change may come from dbspan itself: the old output is of `,
      { code: versions.before },
      ', the new one of ',
      { code: versions.after },
      '.',
    ]);
  return lines;
}

function againstWords(against: PlanReport['against']): Inline[] {
  if (against.kind !== 'revision') return [{ code: against.path }];
  const { path, revision, commit } = against;
  const short = commit.slice(0, 12);
  return [
    { code: path },
    ' of ',
    { code: revision },
    ...(revision === short || revision === commit ? [] : [' (', { code: short }, ')']),
  ];
}

/** Files that are named. */
const mostFiles = 3;

function filesWords(files: readonly string[]): Inline[] {
  if (files.length > mostFiles)
    return [{ code: files[0] ?? '' }, ` and ${counted(files.length - 1, 'file')} more`];
  return files.flatMap((code, index) => (index === 0 ? [{ code }] : [', ', { code }]));
}

const words = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  renamed: 'renamed',
  moved: 'moved to another cluster',
  rearranged: 'put into another wave',
} as const;

/** `Objects: 2 added, 1 changed; 3 only written otherwise. Files of Helm values: 1.` */
function countsOf({ objects, texts }: PlanReport['change']): string {
  const parts: string[] = [];
  const meant = objects.filter(({ kind, fields }) => kind !== 'changed' || fields.length > 0);
  for (const kind of Object.keys(words) as (keyof typeof words)[]) {
    const count = meant.filter((object) => object.kind === kind).length;
    if (count > 0)
      parts.push(`${parts.length === 0 ? counted(count, 'object') : numberText(count)} ${words[kind]}`);
  }
  if (objects.length > meant.length)
    parts.push(`${counted(objects.length - meant.length, 'object')} only written otherwise`);
  const values = texts.filter(isMeant).length;
  if (values > 0) parts.push(counted(values, 'file of Helm values', 'files of Helm values'));
  const others = texts.length - values;
  if (objects.length === 0 && others > 0)
    parts.push(counted(others, 'file without objects', 'files without objects'));
  return parts.length === 0 ? '' : `${joinedWords(parts)}.`;
}

/** What the other rules say of the new topologies: not about the change, and yet before its reader. */
function findingsSection({ findings, waived }: PlanReport): Section | undefined {
  const grave = findings.filter(({ severity }) => severity !== 'info');
  const accepted = waived.filter(({ diagnostic }) => diagnostic.change === undefined).length;
  if (grave.length === 0) return undefined;
  const notes = findings.length - grave.length;
  const more = [
    ...(notes > 0 ? [counted(notes, 'note')] : []),
    ...(accepted > 0
      ? [`${counted(accepted, 'warning')} that ${accepted === 1 ? 'is' : 'are'} accepted`]
      : []),
  ];
  return {
    title: `The new topology itself: ${severityCounts(grave)}`,
    intro:
      more.length === 0
        ? []
        : [{ kind: 'line', line: [`Beside them ${joinedWords(more)}: dbspan validate.`] }],
    pieces: bySeverity(grave).map((each) => ({
      blocks: [
        {
          kind: 'list',
          items: [
            {
              line: [{ strong: each.severity, tone: each.severity }, `: ${each.message}`],
              below: [moreOf(each)],
            },
          ],
        },
      ],
      weight: 1,
    })),
    rest: ({ weight }) => [`and ${counted(weight, 'finding')} more: dbspan validate`],
    rank: 6,
    isDense: true,
    most: 9,
  };
}

function severityCounts(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const parts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  return parts.join(', ');
}

function bySeverity(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [
    ...diagnostics.filter(({ severity }) => severity === 'error'),
    ...diagnostics.filter(({ severity }) => severity !== 'error'),
  ];
}

function reproduceSection({ command, outputBefore, outputAfter, versions }: PlanReport): Section {
  return {
    title: 'To get this again',
    intro: [
      { kind: 'shell', lines: [command] },
      {
        kind: 'list',
        under: [`Digests of the output, with dbspan ${versions.after}:`],
        items: [
          { line: ['before ', { code: outputBefore }], below: [] },
          { line: ['after ', { code: outputAfter }], below: [] },
        ],
      },
    ],
    pieces: [],
    rest: () => [],
    rank: 3,
    isDense: true,
    most: 0,
  };
}
