import { verdictMeaning, verdicts, verdictWords } from '../../survival/index.js';
import { icon, iconSize } from './icons.js';
import { linkWords } from './link-words.js';
import type { Picture, PictureDatabase, PictureLink } from './picture.js';
import { group, label, type Node, path, rect } from './scene.js';
import { type Face, widthOf, wrapped } from './text.js';
import { engineWords, votesWords } from './words.js';

/** A part below the picture, drawn from its own upper left corner. */
export interface Panel {
  readonly height: number;
  readonly node: Node;
}

const headFace: Face = { size: 12, bold: true };
const cellFace: Face = { size: 13 };
const strongFace: Face = { size: 13, bold: true };
const lineHeight = 18;
const cellGap = 18;
/** Most databases that have a row, and most links. */
const mostRows = 24;
const mostLinks = 24;

interface Cell {
  readonly text: string;
  readonly strong?: boolean;
  readonly faint?: boolean;
  readonly mark?: Parameters<typeof icon>[0];
}

interface Row {
  readonly cells: readonly (readonly Cell[])[];
  readonly className: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What each database votes with, is asked for, and stops at. */
export function databasesPanel({ databases, lost }: Picture, width: number): Panel {
  const shown = databases.slice(0, databases.length === mostRows + 1 ? mostRows + 1 : mostRows);
  const rows = shown.map(
    (database): Row => ({
      cells: lost ? cellsAfter(database) : cellsOf(database),
      className: 'database',
      attributes: { 'data-database': database.name },
    }),
  );
  const rest = databases.length - shown.length;
  return table(
    lost ? ['DATABASE', 'AFTER THE LOSS', 'BEFORE IT'] : ['DATABASE', 'VOTES', 'GOAL', 'WHAT STOPS WRITES'],
    lost ? [24, 32, 44] : [20, 22, 14, 44],
    rows,
    width,
    rest > 0 ? `and ${rest} more databases: name one with --database, or take --format json` : undefined,
    'summary',
  );
}

function cellsOf(database: PictureDatabase): Cell[][] {
  return [nameCells(database), votesCells(database), goalCells(database), [{ text: database.summary }]];
}

function cellsAfter(database: PictureDatabase): Cell[][] {
  const { outcome, summary } = database;
  const after: Cell[] = outcome
    ? [
        { text: outcome.words, strong: true, mark: outcome.verdict },
        { text: outcome.reason, faint: true },
      ]
    : [];
  return [nameCells(database), after, [{ text: summary }]];
}

function nameCells({ name, engine, provider, count }: PictureDatabase): Cell[] {
  const each = count > 1 ? `, one on each of ${count} clusters` : '';
  return [
    { text: name, strong: true },
    { text: `${engineWords[engine]} by ${provider}${each}`, faint: true },
  ];
}

function votesCells({ votes }: PictureDatabase): Cell[] {
  if (!votes) return [{ text: 'nobody votes' }];
  const { total, needed, clusters } = votes;
  const most = 6;
  const named = clusters.slice(0, most).map(({ cluster, votes: own }) => `${cluster} ${own}`);
  const rest = clusters.length > most ? [`${clusters.length - most} more`] : [];
  return [
    { text: `${votesWords(total)}, ${needed} needed`, strong: true },
    { text: [...named, ...rest].join(', '), faint: true },
  ];
}

function goalCells({ goal, met, survives }: PictureDatabase): Cell[] {
  if (goal === undefined) return [{ text: 'none set' }, { text: `it meets: ${survives}`, faint: true }];
  return [
    { text: goal, strong: true },
    met ? { text: 'met', mark: 'writes-go-on' } : { text: 'not met', mark: 'blocked' },
  ];
}

/** Links whose label has no room in the picture, those that do harm first. */
export function linksPanel(
  links: readonly PictureLink[],
  width: number,
  notes: readonly string[],
): Panel | undefined {
  if (links.length === 0 && notes.length === 0) return undefined;
  const ordered = [...links].sort(
    (one, other) =>
      (other.mark ? verdicts.indexOf(other.mark.verdict) : -1) -
      (one.mark ? verdicts.indexOf(one.mark.verdict) : -1),
  );
  const rows = ordered.slice(0, mostLinks).map((link): Row => {
    const { between, mark, lost, loss } = link;
    const fate: Cell[] = mark
      ? [{ text: mark.words, mark: mark.verdict }]
      : [{ text: lost ? 'lost' : 'no database spans it', faint: true }];
    return {
      cells: [
        [{ text: between.join(' – '), strong: true }],
        [{ text: linkWords(link) || 'not given', faint: true }],
        fate,
        [{ text: mark?.reason ?? '', faint: true }],
      ],
      className: 'link-row',
      attributes: { 'data-loss': loss },
    };
  });
  const rest = ordered.length - rows.length;
  const said = [...notes, ...(rest > 0 ? [`and ${rest} more: take --format json`] : [])].join('; ');
  return table(
    ['LINK', 'ROUND TRIP, BANDWIDTH', 'WITHOUT IT', 'WHY'],
    [26, 22, 24, 28],
    rows,
    width,
    said === '' ? undefined : said,
    'links-table',
  );
}

function table(
  heads: readonly string[],
  shares: readonly number[],
  rows: readonly Row[],
  width: number,
  note: string | undefined,
  className: string,
): Panel {
  const nodes: Node[] = [];
  const columns: { x: number; width: number }[] = [];
  let left = 14;
  const room = width - 28 - cellGap * (shares.length - 1);
  for (const share of shares) {
    const own = Math.floor((room * share) / 100);
    columns.push({ x: left, width: own });
    left += own + cellGap;
  }
  let y = 26;
  if (rows.length > 0)
    for (const [index, { x, width: own }] of columns.entries())
      nodes.push(label('faint', heads[index] ?? '', { x, y }, headFace, own));
  else y = 8;
  for (const row of rows) {
    nodes.push(path('rule', `M14 ${y + 9}H${width - 14}`));
    const cells: Node[] = [];
    let bottom = y + 9;
    for (const [index, { x, width: own }] of columns.entries())
      bottom = Math.max(bottom, drawCell(row.cells[index] ?? [], { x, y: y + 9, width: own }, cells));
    nodes.push(group(row.className, cells, { attributes: row.attributes }));
    y = bottom;
  }
  if (note !== undefined) {
    y += 9 + lineHeight;
    nodes.push(label('faint', note, { x: 14, y: y - 5 }, cellFace, width - 28));
  }
  const height = y + 10;
  return {
    height,
    node: group(className, [rect('panel', { x: 0, y: 0, width, height }, 10), ...nodes]),
  };
}

function drawCell(
  cell: readonly Cell[],
  { x, y: top, width }: { x: number; y: number; width: number },
  into: Node[],
): number {
  let y = top;
  for (const { text, strong, faint, mark } of cell) {
    if (text === '') continue;
    const face = strong ? strongFace : cellFace;
    const indent = mark === undefined ? 0 : iconSize + 6;
    for (const [index, line] of wrapped(text, width - indent, face, 6).entries()) {
      y += lineHeight;
      if (mark !== undefined && index === 0) into.push(icon(mark, { x, y: y - 13 }));
      into.push(label(faint ? 'faint' : '', line, { x: x + indent, y }, face, width - indent));
    }
  }
  return y + 2;
}

/** What the signs mean, in words. */
export function legendPanel(width: number, isAfter: boolean): Panel {
  const nodes: Node[] = [];
  const head = isAfter
    ? 'WHAT THE LOSS DOES TO A DATABASE'
    : 'WHAT THE SIGNS SAY: THIS HAPPENS WHEN THAT CLUSTER, NODE, ZONE, LINK OR HUB ALONE IS LOST';
  nodes.push(label('faint', head, { x: 14, y: 24 }, headFace, width - 28));
  const wordsWidth = Math.max(...verdicts.map((verdict) => widthOf(verdictWords(verdict), strongFace)));
  let y = 26;
  for (const verdict of verdicts) {
    y += 24;
    const x = 14;
    nodes.push(
      group(`key v-${verdict}`, [
        icon(verdict, { x, y: y - 13 }),
        path('line', `M${x + 26} ${y - 5}h44`),
        label('', verdictWords(verdict), { x: x + 82, y }, strongFace, wordsWidth),
        label(
          'faint',
          verdictMeaning(verdict),
          { x: x + 82 + wordsWidth + 14, y },
          cellFace,
          width - 28 - 82 - wordsWidth - 14,
        ),
      ]),
    );
  }
  const height = y + 14;
  return {
    height,
    node: group('legend', [rect('panel', { x: 0, y: 0, width, height }, 10), ...nodes]),
  };
}

/** A goal and whether it is met, for those who cannot see the table. */
export function databaseWords({ name, goal, met, summary, outcome }: PictureDatabase): string {
  const asked = goal === undefined ? '' : ` Goal ${goal}: ${met ? 'met' : 'not met'}.`;
  const after = outcome ? ` Now: ${outcome.words}, ${outcome.reason}.` : '';
  return `${name}.${after}${asked} ${summary}`;
}
