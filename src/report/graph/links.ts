import { icon, iconSize } from './icons.js';
import type { Placed } from './layout.js';
import { linkWords } from './link-words.js';
import type { PictureLink } from './picture.js';
import { type Box, group, label, type Node, overlap, type Point, path, rect, rounded } from './scene.js';
import { type Face, widthOf } from './text.js';

/** Links as they are drawn. */
export interface DrawnLinks {
  readonly lines: readonly Node[];
  /** Above all lines. */
  readonly tags: readonly Node[];
  /** Links whose label found no room. */
  readonly unlabelled: readonly PictureLink[];
}

/** A bent line: a quadratic Bézier curve. */
interface Curve {
  readonly from: Point;
  readonly bend: Point;
  readonly to: Point;
}

const figuresFace: Face = { size: 12 };
const wordsFace: Face = { size: 12, bold: true };
const labelPadding = 6;
const steps = 60;
/** More links than that are drawn thin. */
const mostThick = 15;

/** Lines between the clusters that stand in a ring, with labels where there is room. */
export function drawLinks(
  links: readonly PictureLink[],
  placed: readonly Placed[],
  taken: readonly Box[],
): DrawnLinks {
  const byName = new Map(placed.map((each) => [each.cluster.loss, each]));
  const cards = placed.map(({ box }) => box);
  const middle = middleOf(cards);
  const inFull = placed.length <= 4;
  const lines: Node[] = [];
  const tags: Node[] = [];
  const labels: Box[] = [];
  const unlabelled: PictureLink[] = [];
  for (const link of links) {
    const one = byName.get(link.between[0]);
    const other = byName.get(link.between[1]);
    if (!one || !other) continue;
    const others = cards.filter((box) => box !== one.box && box !== other.box);
    const curve = curveOf(one.box, other.box, middle, others, placed.length > 4);
    const visible = visiblePart(curve, one.box, other.box);
    const content = labelOf(link, inFull);
    let place: Box | undefined;
    if (content) {
      place = freePlace(visible, content, [...cards, ...taken, ...labels]);
      if (place) labels.push(place);
      else unlabelled.push(link);
    }
    lines.push(drawLink(link, curve, visible, links.length > mostThick));
    if (place && content)
      tags.push(
        group(classOf(link, 'link-label'), [content.draw(place)], {
          attributes: { 'data-loss': link.loss },
          title: titleOf(link),
        }),
      );
  }
  return { lines, tags, unlabelled };
}

function middleOf(boxes: readonly Box[]): Point {
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

function centre({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Straight between a few; else bent towards the middle until it passes behind no other cluster. */
function curveOf(one: Box, other: Box, middle: Point, others: readonly Box[], bent: boolean): Curve {
  const from = centre(one);
  const to = centre(other);
  const half = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  let curve: Curve = { from, bend: half, to };
  for (let pull = bent ? 0.2 : 0; pull <= 1.2; pull += 0.1) {
    const bend = { x: half.x + (middle.x - half.x) * pull, y: half.y + (middle.y - half.y) * pull };
    curve = { from, bend, to };
    const points = pointsOf(curve);
    if (!others.some((box) => points.some(({ point }) => isInside(point, box, 8)))) break;
  }
  return curve;
}

interface Step {
  readonly at: number;
  readonly point: Point;
}

function pointsOf({ from, bend, to }: Curve): Step[] {
  return Array.from({ length: steps + 1 }, (_, index) => {
    const at = index / steps;
    const rest = 1 - at;
    return {
      at,
      point: {
        x: rest * rest * from.x + 2 * rest * at * bend.x + at * at * to.x,
        y: rest * rest * from.y + 2 * rest * at * bend.y + at * at * to.y,
      },
    };
  });
}

function isInside({ x, y }: Point, box: Box, gap: number): boolean {
  return overlap({ x, y, width: 0, height: 0 }, box, gap);
}

function visiblePart(curve: Curve, one: Box, other: Box): Point[] {
  return pointsOf(curve)
    .filter(({ point }) => !isInside(point, one, 0) && !isInside(point, other, 0))
    .map(({ point }) => point);
}

interface LabelContent {
  readonly width: number;
  readonly height: number;
  draw(box: Box): Node;
}

function labelOf(link: PictureLink, inFull: boolean): LabelContent | undefined {
  const { mark } = link;
  const figures = linkWords(link);
  const words = inFull ? (link.lost ? 'lost' : (mark?.words ?? '')) : '';
  if (figures === '' && words === '' && (mark === undefined || mark.verdict === 'writes-go-on'))
    return undefined;
  const sign = mark && (inFull || mark.verdict !== 'writes-go-on') ? iconSize + 5 : 0;
  const wordsWidth = widthOf(words, wordsFace);
  const figuresWidth = widthOf(figures, figuresFace);
  const stacked = words !== '' && figures !== '';
  const width = Math.max(stacked ? figuresWidth : 0, sign + wordsWidth + (stacked ? 0 : figuresWidth));
  return {
    width: width + 2 * labelPadding,
    height: (stacked ? 36 : 20) + 4,
    draw: ({ x, y, width: whole, height }) => {
      const parts: (Node | undefined)[] = [rect('tag', { x, y, width: whole, height }, 6)];
      const last = y + height - 8;
      if (stacked)
        parts.push(
          label('', figures, { x: x + (whole - figuresWidth) / 2, y: y + 16 }, figuresFace, figuresWidth),
        );
      let at = x + labelPadding + (width - (sign + wordsWidth + (stacked ? 0 : figuresWidth))) / 2;
      if (mark && sign > 0) parts.push(icon(mark.verdict, { x: at, y: last - 12 }));
      at += sign;
      if (words !== '') parts.push(label('words', words, { x: at, y: last }, wordsFace, wordsWidth));
      if (!stacked && figures !== '')
        parts.push(label('', figures, { x: at, y: last }, figuresFace, figuresWidth));
      return group('label', parts);
    },
  };
}

/** The place nearest to the middle of a line where a label covers nothing. */
function freePlace(
  points: readonly Point[],
  { width, height }: LabelContent,
  taken: readonly Box[],
): Box | undefined {
  const half = (points.length - 1) / 2;
  const order = points
    .map((point, index) => ({ point, off: Math.abs(index - half) }))
    .sort((one, other) => one.off - other.off);
  for (const { point } of order) {
    const box = { x: Math.round(point.x - width / 2), y: Math.round(point.y - height / 2), width, height };
    if (!taken.some((other) => overlap(box, other, 4))) return box;
  }
  return undefined;
}

function drawLink(
  link: PictureLink,
  { from, bend, to }: Curve,
  visible: readonly Point[],
  thin: boolean,
): Node {
  const d = `M${at(from)}Q${at(bend)} ${at(to)}`;
  const near = visible[Math.floor(visible.length / 12)] ?? bend;
  return group(
    classOf(link, `link${thin ? ' thin' : ''}`),
    [path('hit', d), path('line', d), path('cross', cross(near))],
    { attributes: { 'data-loss': link.loss, 'data-between': link.between.join(' ') }, title: titleOf(link) },
  );
}

function classOf({ mark, lost }: PictureLink, name: string): string {
  return `${name} ${mark ? `v-${mark.verdict}` : 'v-none'}${lost ? ' is-lost' : ''}`;
}

function titleOf(link: PictureLink): string {
  const { between, mark, lost } = link;
  const figures = linkWords(link);
  const what = `Link between ${between.join(' and ')}${figures === '' ? '' : `, ${figures}`}`;
  if (mark) return `${what}. Lose it: ${mark.words} (${mark.reason})`;
  return lost ? `${what}: lost` : what;
}

function at({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`;
}

function cross({ x, y }: Point): string {
  const [left, right, top, bottom] = [x - 9, x + 9, y - 9, y + 9].map(rounded);
  return `M${left} ${top}L${right} ${bottom}M${right} ${top}L${left} ${bottom}`;
}
