import type { DatabaseImpact, Difference, Impact, LossChange, LossName } from '../../impact/index.js';
import { goalWords } from '../../survival/index.js';
import type { Inline, Line, Piece, Section } from './document.js';
import type { PlanReport } from './model.js';
import { counted, joinedWords } from './words.js';

/** What of a database decides what it survives; the rest is its size and cost. */
const topics: ReadonlySet<Difference['topic']> = new Set([
  'provider',
  'engine',
  'version',
  'replication',
  'replicas',
  'placement',
  'asked to survive',
  'survives',
  'noticing a failure',
  'commit latency',
  'full copy',
  'catching up',
]);

/** Whether a difference is told of a database's survival, and not of its size. */
export function isOfSurvival({ topic }: Difference): boolean {
  return topics.has(topic);
}

/** What databases survive before and after. Undefined where no database changes in it. */
export function survivalSection({ impact }: PlanReport): Section | undefined {
  if (!impact) return undefined;
  const ofSeveral = isOfSeveral(impact);
  const told = impact.databases.map((each) => rowsOf(each, ofSeveral)).filter(({ length }) => length > 0);
  if (told.length === 0) return undefined;
  const rest =
    impact.unchanged === 0
      ? ''
      : ` ${counted(impact.unchanged, 'database keeps', 'databases keep')} what they survive.`;
  const intro = impact.known
    ? ''
    : 'The old output does not say what it was made of: nothing is known of before.';
  return {
    title: 'What the databases survive',
    intro: `${intro}${rest}`.trim() === '' ? [] : [{ kind: 'line', line: [`${intro}${rest}`.trim()] }],
    pieces: piecesOf(told),
    rest: ({ weight }) => [`and ${counted(weight, 'database')} more, with --format json`],
    rank: 2,
    isDense: false,
    most: 4,
  };
}

type Row = readonly [database: Line, what: Line, before: Line, after: Line];

/** Databases of one table: a table is shown as a whole. */
const ofOneTable = 10;

function piecesOf(told: readonly (readonly Row[])[]): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < told.length; at += ofOneTable) {
    const some = told.slice(at, at + ofOneTable);
    const heads = ['database', '', 'before', 'after'];
    pieces.push({ blocks: [{ kind: 'table', heads, rows: some.flat() }], weight: some.length });
  }
  return pieces;
}

function rowsOf(database: DatabaseImpact, ofSeveral: boolean): Row[] {
  const rows: (readonly [what: Line, before: Line, after: Line])[] = [];
  const { kind, before, after, differences, worse, better, replaced } = database;
  if (kind !== 'changed') {
    const words = { added: 'new', removed: 'removed', unknown: 'before not known' }[kind];
    rows.push([[words], goal(before), goal(after)]);
    const state = after ?? before;
    if (state)
      rows.push([['writes stop without'], losses(before?.survival.stops), losses(after?.survival.stops)]);
  }
  for (const difference of differences.filter(isOfSurvival)) rows.push(differenceRow(difference));
  if (replaced) rows.push([['replicas'], ['others'], ['no replica stays on its cluster']]);
  for (const loss of some(worse)) rows.push(lossRow(loss, 'worse'));
  if (worse.length > mostLosses) rows.push([[`${worse.length - mostLosses} losses more`], [], ['worse']]);
  for (const loss of some(better)) rows.push(lossRow(loss, 'better'));
  if (better.length > mostLosses) rows.push([[`${better.length - mostLosses} losses more`], [], ['better']]);
  return rows.map(
    (row, index) => [index === 0 ? [{ code: databaseName(database, ofSeveral) }] : [], ...row] as const,
  );
}

/** Whether databases are of several programs. */
export function isOfSeveral({ databases }: Impact): boolean {
  return new Set(databases.map(({ program }) => program)).size > 1;
}

/** A name, with its program where the report is of several. */
export function databaseName({ name, program }: DatabaseImpact, ofSeveral: boolean): string {
  return ofSeveral ? `${program}: ${name}` : name;
}

const mostLosses = 6;

function some(changes: readonly LossChange[]): readonly LossChange[] {
  return changes.slice(0, mostLosses);
}

function goal(state: DatabaseImpact['before']): Line {
  return state === undefined ? ['–'] : [`survives ${goalWords(state.survival.met)}`];
}

function losses(names: readonly LossName[] | undefined): Line {
  if (names === undefined) return ['–'];
  if (names.length === 0) return ['no single loss'];
  const words = names.slice(0, 3).map((loss) => loss.words);
  return [names.length > 3 ? `${words.join(', ')} and ${names.length - 3} more` : joinedWords(words)];
}

/** A row of what differs. */
export function differenceRow({ topic, before, after, tone }: Difference): readonly [Line, Line, Line] {
  return [
    [topic],
    before === undefined ? ['–'] : [before],
    [...(after === undefined ? ['–'] : [after]), ...toneOf(tone)],
  ];
}

function lossRow(
  { words, before, after }: LossChange,
  tone: Difference['tone'],
): readonly [Line, Line, Line] {
  const why = after.why === '' || tone === 'better' ? '' : ` (${after.why})`;
  return [[`without ${words}`], [before.words], [`${after.words}${why}`, ...toneOf(tone)]];
}

function toneOf(tone: Difference['tone']): Inline[] {
  if (tone === 'neutral') return [];
  return [' ', { strong: `(${tone})`, tone: tone === 'worse' ? 'warning' : 'good' }];
}
