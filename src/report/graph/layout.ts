import { type Card, type CardLimits, cardOf, preferredWidth } from './card.js';
import type { Picture, PictureCluster } from './picture.js';
import { type Box, overlap, type Point } from './scene.js';

/** Most clusters that stand around a circle, with links between them. */
export const mostInRing = 12;

/** Where the clusters stand. */
export interface Layout {
  readonly kind: 'ring' | 'grid';
  /** In the order in which they go round. */
  readonly placed: readonly Placed[];
  /** Headings of a grid that has regions. */
  readonly sections: readonly Section[];
  readonly width: number;
  readonly height: number;
}

export interface Placed {
  readonly cluster: PictureCluster;
  readonly card: Card;
  readonly box: Box;
}

export interface Section {
  readonly region: string | undefined;
  readonly box: Box;
}

const ringLimits: CardLimits = { members: 12, zones: 9 };
const gridLimits: CardLimits = { members: 4, zones: 6 };
/** Room between cards. */
const gaps = { row: 216, triangle: 232, square: 216, below: 104, ring: 34, label: 156, region: 56, grid: 18 };
/** Room round a card for the band of its region and its name. */
export const bandMargin = { side: 14, above: 32 };

/** Places the clusters of a picture from its upper left corner. */
export function layoutOf({ clusters, regions, links }: Picture, leastWidth: number): Layout {
  const ordered = byRegion(clusters, regions);
  if (ordered.length > mostInRing) return grid(ordered, leastWidth);
  const labelled = links.some((link) => link.roundTrip !== undefined || link.bandwidth !== undefined);
  return ring(ordered, {
    across: labelled ? gaps.label : gaps.ring,
    down: regions.length > 0 ? gaps.region : gaps.ring,
    hasRegions: regions.length > 0,
  });
}

/** Those of one region stand side by side. */
function byRegion(clusters: readonly PictureCluster[], regions: Picture['regions']): PictureCluster[] {
  const ranks = new Map(regions.map(({ name }, index) => [name, index]));
  const rank = ({ region }: PictureCluster): number =>
    region === undefined ? regions.length : (ranks.get(region) ?? 0);
  return [...clusters].sort((one, other) => rank(one) - rank(other));
}

function cardsOf(
  clusters: readonly PictureCluster[],
  [least, most]: readonly [number, number],
  limits: CardLimits,
): { cards: Card[]; width: number } {
  const width = Math.max(least, ...clusters.map((cluster) => preferredWidth(cluster, least, most)));
  return { cards: clusters.map((cluster) => cardOf(cluster, width, limits)), width };
}

function ring(
  clusters: readonly PictureCluster[],
  { across, down, hasRegions }: { across: number; down: number; hasRegions: boolean },
): Layout {
  const { cards, width } = cardsOf(clusters, clusters.length > 6 ? [230, 350] : [250, 400], ringLimits);
  const height = Math.max(...cards.map((card) => card.height));
  const centres = centresOf(cards.length, { width, height }, { across, down });
  const boxes = centres.map(({ x, y }): Box => ({ x: x - width / 2, y: y - height / 2, width, height }));
  const margin = hasRegions ? bandMargin : { side: 2, above: 2 };
  const left = Math.min(...boxes.map((box) => box.x)) - margin.side;
  const top = Math.min(...boxes.map((box) => box.y)) - margin.above;
  const placed = clusters.flatMap((cluster, index): Placed[] => {
    const box = boxes[index];
    const card = cards[index];
    if (!box || !card) return [];
    const moved = { ...box, x: Math.round(box.x - left), y: Math.round(box.y - top) };
    return [{ cluster, card, box: moved }];
  });
  const right = Math.max(...placed.map(({ box }) => box.x + box.width)) + margin.side;
  const bottom = Math.max(...placed.map(({ box }) => box.y + box.height)) + margin.side;
  return { kind: 'ring', placed, sections: [], width: right, height: bottom };
}

/** Centres of the cards, clockwise: a row of two, a triangle, a square, then an ellipse that is as small as it can be. */
function centresOf(
  count: number,
  { width, height }: Pick<Box, 'width' | 'height'>,
  apart: { readonly across: number; readonly down: number },
): Point[] {
  switch (count) {
    case 1:
      return [{ x: 0, y: 0 }];
    case 2:
      return [
        { x: 0, y: 0 },
        { x: width + gaps.row, y: 0 },
      ];
    case 3: {
      const across = width + gaps.triangle;
      return [
        { x: 0, y: 0 },
        { x: across, y: 0 },
        { x: across / 2, y: height + gaps.below },
      ];
    }
    case 4: {
      const across = width + gaps.square;
      const below = height + gaps.below + 64;
      return [
        { x: 0, y: 0 },
        { x: across, y: 0 },
        { x: across, y: below },
        { x: 0, y: below },
      ];
    }
    default:
      return ellipse(count, width + apart.across, height + apart.down);
  }
}

function ellipse(count: number, width: number, height: number): Point[] {
  for (let size = 200; ; size += 10) {
    const points = around(count, size * 1.12, size * 0.86);
    const boxes = points.map(({ x, y }): Box => ({ x, y, width, height }));
    if (!boxes.some((one, index) => boxes.slice(index + 1).some((other) => overlap(one, other))))
      return points;
  }
}

function around(count: number, across: number, down: number): Point[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count - Math.PI / 2 + (count % 2 === 0 ? Math.PI / count : 0);
    return { x: across * Math.cos(angle), y: down * Math.sin(angle) };
  });
}

/** Rows of cards, those of a region under its name. */
function grid(clusters: readonly PictureCluster[], leastWidth: number): Layout {
  const { cards, width } = cardsOf(clusters, [220, 330], gridLimits);
  const columns = Math.max(4, Math.floor((leastWidth + gaps.grid) / (width + gaps.grid)));
  const named = clusters.some(({ region }) => region !== undefined);
  const placed: Placed[] = [];
  const sections: Section[] = [];
  const across = columns * (width + gaps.grid) - gaps.grid;
  let y = 0;
  for (let start = 0; start < clusters.length; ) {
    const region = clusters[start]?.region;
    let end = start;
    while (end < clusters.length && clusters[end]?.region === region) end++;
    const top = y;
    const inset = named ? bandMargin.side : 0;
    if (named) y += bandMargin.above;
    for (let row = start; row < end; row += columns) {
      const rowEnd = Math.min(end, row + columns);
      const tallest = Math.max(...cards.slice(row, rowEnd).map(({ height }) => height));
      for (let index = row; index < rowEnd; index++) {
        const cluster = clusters[index];
        const card = cards[index];
        if (!cluster || !card) continue;
        const x = inset + (index - row) * (width + gaps.grid);
        placed.push({ cluster, card, box: { x, y, width, height: card.height } });
      }
      y += tallest + gaps.grid;
    }
    if (named) {
      sections.push({ region, box: { x: 0, y: top, width: across + 2 * inset, height: y - top - 4 } });
      y += 12;
    }
    start = end;
  }
  return {
    kind: 'grid',
    placed,
    sections,
    width: across + (named ? 2 * bandMargin.side : 0),
    height: y - gaps.grid,
  };
}
