import { zoneName } from '../../survival/index.js';
import { icon, iconSize, memberShapes } from './icons.js';
import type { Mark, PictureCluster, PictureMember, PictureZone } from './picture.js';
import { type Box, group, label, type Node, type Point, path, rect } from './scene.js';
import { type Face, widthOf, wrapped } from './text.js';
import { votesWords } from './words.js';

/** A cluster's box: how much room it takes, and how it is drawn there. */
export interface Card {
  /** At least. */
  readonly height: number;
  draw(box: Box): Node;
}

/** How much a card shows. */
export interface CardLimits {
  readonly members: number;
  readonly zones: number;
}

const padding = 14;
const nameFace: Face = { size: 17, bold: true };
const wordsFace: Face = { size: 13, bold: true };
const smallFace: Face = { size: 12 };
const chipFace: Face = { size: 12 };
const chipHeight = 24;
const chipGap = 6;

/** Width at which a card shows everything in one line each, between bounds. */
export function preferredWidth(cluster: PictureCluster, least: number, most: number): number {
  const rows = rowsOf(cluster).map(
    ({ before, words }) => iconSize + 7 + widthOf(before, smallFace) + widthOf(words, wordsFace),
  );
  const head = widthOf(cluster.name, nameFace) + 14 + widthOf(headNote(cluster), smallFace);
  const chips = cluster.members.map(memberWidth);
  const wanted = Math.ceil(Math.max(head, ...rows, ...chips)) + 2 * padding;
  return Math.min(most, Math.max(least, wanted));
}

/** The box of a cluster. */
export function cardOf(cluster: PictureCluster, width: number, limits: CardLimits): Card {
  const room = width - 2 * padding;
  const parts: Node[] = [];
  const face: Node[] = [];
  let y = padding + 15;
  const note = headNote(cluster);
  const noteWidth = note === '' ? 0 : widthOf(note, smallFace);
  face.push(label('name', cluster.name, { x: padding, y }, nameFace, room - (noteWidth && noteWidth + 10)));
  if (note !== '')
    face.push(label('faint', note, { x: width - padding - noteWidth, y }, smallFace, noteWidth));
  y += 8;
  for (const row of rowsOf(cluster)) {
    const drawn = drawRow(row, y, room);
    y = drawn.bottom;
    // The first row is the whole cluster's, and so is the box.
    if (row.loss === cluster.loss) face.push(...drawn.nodes);
    else
      parts.push(
        group(`part ${row.className} ${verdictClass(row.mark)}`, [hitBox(drawn.box), ...drawn.nodes], {
          attributes: { 'data-loss': row.loss },
          title: `${row.before.trimEnd()} ${row.words}${row.mark ? ` (${row.mark.reason})` : ''}`,
        }),
      );
  }
  const zones = flow(
    cluster.zones.slice(0, limits.zones).map((zone) => ({ width: zoneWidth(zone), draw: drawZone(zone) })),
    more(cluster.zones.length - limits.zones, 'zones'),
    { y: y + 8, room },
  );
  parts.push(...zones.nodes);
  y = zones.bottom;
  const members = flow(
    cluster.members
      .slice(0, limits.members)
      .map((member) => ({ width: memberWidth(member), draw: drawMember(member) })),
    more(cluster.members.length - limits.members, 'members'),
    { y: y + 8, room },
  );
  parts.push(...members.nodes);
  y = members.bottom;
  const draw = ({ x, y: top, height }: Box): Node => {
    const accent = `M0 10a10 10 0 0 1 10 -10h-4.5v${height}h4.5a10 10 0 0 1 -10 -10z`;
    const crossed = `M10 6L${width - 6} ${height - 6}M${width - 6} 6L10 ${height - 6}`;
    const classes = ['cluster', cluster.lost ? 'is-lost' : '', cluster.hub ? 'is-hub' : ''];
    return group(
      classes.filter(Boolean).join(' '),
      [
        group(
          `face ${verdictClass(cluster.mark)}`,
          [
            rect('card', { x: 0, y: 0, width, height }, 10),
            path('cross', crossed),
            path('accent', accent),
            ...face,
          ],
          { attributes: { 'data-loss': cluster.loss }, title: titleOf(cluster) },
        ),
        ...parts,
      ],
      { attributes: { 'data-cluster': cluster.loss }, at: { x, y: top } },
    );
  };
  return { height: y + padding, draw };
}

function titleOf({ name, mark, lost }: PictureCluster): string {
  if (lost) return `${name}: lost`;
  return mark ? `Lose ${name}: ${mark.words} (${mark.reason})` : name;
}

function headNote({ hub, hubLost, count, nodes }: PictureCluster): string {
  const parts = [
    hub ? (hubLost ? 'hub lost' : 'hub') : '',
    count > 1 ? `${count} clusters` : '',
    nodes === undefined || count > 1 ? '' : nodes === 1 ? '1 node' : `${nodes} nodes`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** A line of a card: what a loss does, or how the cluster fares. */
interface Row {
  readonly before: string;
  readonly words: string;
  readonly mark: Mark | undefined;
  readonly loss: string;
  readonly className: string;
  readonly reason: string;
}

function rowsOf(cluster: PictureCluster): Row[] {
  const { mark, node, loss, hub, count, hubMark } = cluster;
  const own = { loss, mark, className: 'whole' };
  const rows: Row[] = [];
  if (mark)
    rows.push({
      ...own,
      before: count > 1 ? 'Lose one: ' : 'Lose it: ',
      words: mark.words,
      reason: mark.reason,
    });
  else rows.push({ ...own, before: '', words: stateOf(cluster), reason: '' });
  if (node.mark && cluster.nodes !== 1)
    rows.push({
      before: 'Lose a node: ',
      words: node.mark.words,
      mark: node.mark,
      loss: node.loss,
      className: 'node',
      reason: '',
    });
  if (hub && hubMark)
    rows.push({
      before: 'Lose the hub: ',
      words: hubMark.words,
      mark: hubMark,
      loss: 'hub',
      className: 'hub',
      reason: '',
    });
  return rows;
}

function stateOf({ lost, members, mark, hub }: PictureCluster): string {
  if (lost) return 'lost';
  if (mark === undefined && members.length === 0) return hub ? 'the control plane alone' : 'no replica here';
  const serving = members.filter(({ state }) => state === 'serving').length;
  if (serving === members.length) return 'takes part in writes';
  const idle = members.filter(({ state }) => state === 'idle').length;
  if (idle === 0) return serving === 0 ? 'no replica is left' : 'what is left takes part in writes';
  return serving === 0 ? 'runs, without writes' : 'runs, partly without writes';
}

function drawRow(
  { before, words, mark, reason }: Row,
  top: number,
  room: number,
): { nodes: Node[]; bottom: number; box: Box } {
  const nodes: Node[] = [];
  const base = top + 16;
  let x = padding;
  if (mark) {
    nodes.push(icon(mark.verdict, { x, y: base - 13 }));
    x += iconSize + 7;
  }
  const left = room + padding - x;
  if (before !== '') {
    nodes.push(label('faint', before.trimEnd(), { x, y: base }, smallFace, left));
    x += widthOf(before, smallFace);
  }
  nodes.push(label('words', words, { x, y: base }, wordsFace, room + padding - x));
  let bottom = base + 6;
  if (reason !== '') {
    const indent = mark ? iconSize + 7 : 0;
    for (const line of wrapped(reason, room - indent, smallFace, 3)) {
      bottom += 14;
      nodes.push(label('faint', line, { x: padding + indent, y: bottom - 2 }, smallFace, room - indent));
      bottom += 2;
    }
  }
  return { nodes, bottom, box: { x: padding - 4, y: top + 1, width: room + 8, height: bottom - top - 1 } };
}

function hitBox(box: Box): Node {
  return rect('hit', box, 4);
}

function verdictClass(mark: Mark | undefined): string {
  return mark ? `v-${mark.verdict}` : 'v-none';
}

/** Something that stands in a row with others like it. */
interface Chip {
  readonly width: number;
  draw(at: Point, width: number): Node;
}

function flow(
  chips: readonly Chip[],
  rest: Chip | undefined,
  { y: top, room }: { y: number; room: number },
): { nodes: Node[]; bottom: number } {
  const all = rest ? [...chips, rest] : chips;
  if (all.length === 0) return { nodes: [], bottom: top - 8 };
  const nodes: Node[] = [];
  let x = 0;
  let y = top;
  for (const chip of all) {
    const width = Math.min(chip.width, room);
    if (x > 0 && x + width > room) {
      x = 0;
      y += chipHeight + chipGap;
    }
    nodes.push(chip.draw({ x: padding + x, y }, width));
    x += width + chipGap;
  }
  return { nodes, bottom: y + chipHeight };
}

function more(count: number, what: string): Chip | undefined {
  if (count <= 0) return undefined;
  const text = `and ${count} more ${what}`;
  return {
    width: widthOf(text, chipFace) + 4,
    draw: ({ x, y }, width) => label('faint', text, { x: x + 2, y: y + 16 }, chipFace, width - 4),
  };
}

function zoneWidth({ name, mark, lost }: PictureZone): number {
  return widthOf(name, chipFace) + (mark || lost ? iconSize + 4 : 0) + 14;
}

function drawZone(zone: PictureZone): Chip['draw'] {
  const { name, mark, lost, loss } = zone;
  return (at, width) => {
    const start = mark || lost ? iconSize + 11 : 7;
    return group(
      `zone ${verdictClass(mark)}${lost ? ' is-lost' : ''}`,
      [
        rect('chip', { x: 0, y: 0, width, height: chipHeight }, 4),
        mark && icon(mark.verdict, { x: 6, y: 4 }),
        label('', name, { x: start, y: 16 }, chipFace, width - start - 6),
        path('cross', 'M8 6l12 12M20 6l-12 12'),
      ],
      {
        at,
        attributes: { 'data-loss': loss },
        title: mark ? `Lose zone ${name}: ${mark.words} (${mark.reason})` : `Zone ${name}`,
      },
    );
  };
}

function memberNote({ weight, state }: PictureMember): string {
  const votes = weight === undefined ? '' : votesWords(weight);
  return [votes, state === 'serving' ? '' : state].filter(Boolean).join(', ');
}

function memberWidth(member: PictureMember): number {
  const note = memberNote(member);
  const noteWidth = note === '' ? 0 : widthOf(note, { size: 11 }) + 8;
  return 26 + widthOf(member.name, { ...chipFace, bold: true }) + noteWidth + 9;
}

function drawMember(member: PictureMember): Chip['draw'] {
  const { name, kind, state, database, weight, zone } = member;
  const note = memberNote(member);
  return (at, width) => {
    const noteWidth = note === '' ? 0 : widthOf(note, { size: 11 });
    const room = width - 35 - (noteWidth && noteWidth + 8);
    const votes = weight === undefined ? '' : `, ${votesWords(weight)}`;
    const place = zone === undefined ? '' : `, in zone ${zoneName(zone)}`;
    return group(
      `member ${kind}${state === 'serving' ? '' : ` is-${state}`}`,
      [
        rect('pill', { x: 0, y: 0, width, height: chipHeight }, 12),
        group('figure', [path('', memberShapes[kind])], { at: { x: 10, y: 6 } }),
        label('', name, { x: 26, y: 16 }, { ...chipFace, bold: true }, room),
        note === ''
          ? undefined
          : label('faint', note, { x: width - 9 - noteWidth, y: 16 }, { size: 11 }, noteWidth),
        path('cross', 'M9 6l12 12M21 6l-12 12'),
      ],
      {
        at,
        attributes: { 'data-member': name, 'data-database': database },
        title: `${name}: ${kind} of ${database}${votes}${place}`,
      },
    );
  };
}
