import type { Impact, LinkState, Totals } from '../../impact/index.js';
import { bandwidthText, durationText, rateText, roughSizeText } from '../../sizing/index.js';
import type { Line, Piece, Section } from './document.js';
import type { PlanReport } from './model.js';
import { databaseName, differenceRow, isOfSeveral, isOfSurvival } from './survival.js';
import { counted, inNaturalOrder, namesText, numberText } from './words.js';

/** What the change takes of processors, memory, volumes and links: amounts, as nobody knows prices. Undefined where nothing differs. */
export function sizesSection({ impact }: PlanReport): Section | undefined {
  if (!impact) return undefined;
  const pieces = [
    totalPiece(impact),
    ...databasePieces(impact),
    ...clusterPieces(impact),
    ...linkPieces(impact),
  ].filter((piece) => piece !== undefined);
  if (pieces.length === 0) return undefined;
  return {
    title: 'Sizes, cost and traffic',
    intro: [],
    pieces,
    rest: ({ weight }) => [`and ${counted(weight, 'amount')} more, with --format json`],
    rank: 5,
    isDense: false,
    most: 6,
  };
}

type Row = readonly Line[];

function table(heads: readonly string[], rows: readonly Row[]): Piece | undefined {
  if (rows.length === 0) return undefined;
  return { blocks: [{ kind: 'table', heads, rows }], weight: rows.length };
}

interface Amount {
  readonly name: string;
  of(totals: Totals): number;
  show(value: number): string;
}

const amounts: readonly Amount[] = [
  { name: 'databases', of: ({ databases }) => databases, show: numberText },
  { name: 'pods', of: ({ pods }) => pods, show: numberText },
  {
    name: 'CPU requested',
    of: ({ cpu }) => cpu,
    show: coresText,
  },
  { name: 'memory requested', of: ({ memory }) => memory, show: sizeText },
  { name: 'volumes', of: ({ storage }) => storage, show: sizeText },
  { name: 'load balancers', of: ({ loadBalancers }) => loadBalancers, show: numberText },
];

function coresText(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return value < 1000 ? `${rounded} ${rounded === 1 ? 'core' : 'cores'}` : counted(Math.round(value), 'core');
}

function sizeText(value: number): string {
  if (value === 0) return '0';
  return roughSizeText(value as Totals['memory']);
}

/** Rows of the amounts that differ. */
function amountRows(before: Totals | undefined, after: Totals | undefined): Row[] {
  return amounts.flatMap(({ name, of, show }) => {
    const [old, young] = [before && of(before), after && of(after)];
    const difference = (young ?? 0) - (old ?? 0);
    if (difference === 0) return [];
    const sign = difference > 0 ? '+' : '−';
    const change = before === undefined ? '' : `${sign}${show(Math.abs(difference))}`;
    return [
      [[name], [old === undefined ? '–' : show(old)], [young === undefined ? '–' : show(young)], [change]],
    ];
  });
}

function totalPiece({ total: { before, after } }: Impact): Piece | undefined {
  return table(['all clusters', 'before', 'after', 'change'], amountRows(before, after));
}

/** Rows of one table: it is shown as a whole. */
const ofOneTable = 40;

function inTables(heads: readonly string[], groups: readonly (readonly Row[])[]): Piece[] {
  const pieces: Piece[] = [];
  let rows: Row[] = [];
  const finish = (): void => {
    const piece = table(heads, rows);
    if (piece) pieces.push(piece);
    rows = [];
  };
  for (const group of groups) {
    if (rows.length + group.length > ofOneTable) finish();
    rows.push(...group);
  }
  finish();
  return pieces;
}

/** Rows with the name of what they are about before the first of them. */
function titled(name: string, rows: readonly Row[]): Row[] {
  return rows.map((row, index) => [index === 0 ? [{ code: name }] : [], ...row]);
}

function databasePieces(impact: Impact): Piece[] {
  const ofSeveral = isOfSeveral(impact);
  const groups = impact.databases.map((database) => {
    const rows = database.differences.filter((each) => !isOfSurvival(each)).map(differenceRow);
    return titled(databaseName(database, ofSeveral), rows);
  });
  return inTables(['database', '', 'before', 'after'], groups);
}

/** One cluster alone says nothing beside the sum. */
function clusterPieces({ clusters }: Impact): Piece[] {
  if (clusters.length < 2) return [];
  const groups = alike(
    clusters.map(({ name, before, after }) => ({ name, rows: amountRows(before, after) })),
  );
  return folded('on each cluster', inTables(['cluster', '', 'before', 'after', 'change'], groups));
}

function linkPieces({ links }: Impact): Piece[] {
  const groups = alike(
    links.map(({ name, before, after }) => ({
      name: name.replace(/^the link between (.+) and (.+)$/, '$1–$2'),
      rows: linkRows(before, after),
    })),
  );
  return folded('on each link', inTables(['link', '', 'before', 'after'], groups));
}

interface Named {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** What has the same figures is one group. */
function alike(all: readonly Named[]): Row[][] {
  const groups = new Map<string, { readonly names: string[]; readonly rows: readonly Row[] }>();
  for (const { name, rows } of all) {
    const key = JSON.stringify(rows);
    const present = groups.get(key);
    if (present) present.names.push(name);
    else groups.set(key, { names: [name], rows });
  }
  return [...groups.values()].map(({ names, rows }) => {
    const shown = namesText(names.sort(inNaturalOrder));
    return titled(names.length > 1 ? `each of ${shown}` : shown, rows);
  });
}

/** What is looked at where the sums raise a question. */
function folded(summary: string, pieces: readonly Piece[]): Piece[] {
  return pieces.map(({ blocks, weight }) => ({
    blocks: [{ kind: 'folded', summary: [summary], blocks }],
    weight,
  }));
}

const linkFigures: readonly { readonly name: string; show(state: LinkState): string }[] = [
  { name: 'bandwidth', show: ({ bandwidth }) => bandwidthText(bandwidth) },
  { name: 'databases over it', show: ({ databases }) => numberText(databases) },
  {
    name: 'replication',
    show: ({ replication, unsaid }) =>
      `${rateText(replication)}B/s${unsaid > 0 ? ` and ${counted(unsaid, 'database')} that nobody says` : ''}`,
  },
  {
    name: 'slowest full copy',
    show: ({ slowestCopy }) => {
      if (!slowestCopy) return '–';
      const { database, time } = slowestCopy;
      return time === undefined
        ? `${database}: never, the writes take all`
        : `${database}: ${durationText(time)}`;
    },
  },
];

function linkRows(before: LinkState | undefined, after: LinkState | undefined): Row[] {
  return linkFigures.flatMap(({ name, show }) => {
    const [old, young] = [before ? show(before) : '–', after ? show(after) : '–'];
    return old === young ? [] : [[[name], [old], [young]]];
  });
}
