import { icon, iconSize } from './icons.js';
import { bandMargin, type Layout, type Placed } from './layout.js';
import type { PictureRegion } from './picture.js';
import { type Box, group, label, type Node, path, rect, rounded } from './scene.js';
import { type Face, fitted, widthOf } from './text.js';

/** Regions as they are drawn, behind everything else. */
export interface DrawnRegions {
  readonly bands: readonly Node[];
  /** Above all lines. */
  readonly names: readonly Node[];
  /** Places of the names. */
  readonly labels: readonly Box[];
}

const nameFace: Face = { size: 13, bold: true };
const wordsFace: Face = { size: 12 };

/** A band round the clusters of each region. */
export function drawRegions(regions: readonly PictureRegion[], layout: Layout): DrawnRegions {
  const bands: Node[] = [];
  const names: Node[] = [];
  const labels: Box[] = [];
  for (const region of regions) {
    const own = layout.placed.filter(({ cluster }) => cluster.region === region.name);
    const section = layout.sections.find((each) => each.region === region.name);
    const top = section ? undefined : topmost(own);
    const shapes = section ? [rect('band', section.box, 14)] : bandOf(own, top);
    const at = section
      ? { x: section.box.x + bandMargin.side, y: section.box.y + 21 }
      : top && { x: top.box.x, y: top.box.y - 11 };
    if (!at) continue;
    const room = section ? section.box.width - 2 * bandMargin.side : (top?.box.width ?? 0);
    labels.push({ x: at.x, y: at.y - 14, width: room, height: 20 });
    bands.push(group('region', shapes));
    names.push(drawName(region, at, room));
  }
  return { bands, names, labels };
}

function topmost(placed: readonly Placed[]): Placed | undefined {
  let found: Placed | undefined;
  for (const each of placed) if (!found || each.box.y < found.box.y) found = each;
  return found;
}

/** Rounded boxes behind the cards, joined from one to the next. */
function bandOf(placed: readonly Placed[], named: Placed | undefined): Node[] {
  const shapes: Node[] = placed.map((each) => {
    const { x, y, width, height } = each.box;
    const above = each === named ? bandMargin.above : bandMargin.side;
    return rect(
      'band',
      {
        x: x - bandMargin.side,
        y: y - above,
        width: width + 2 * bandMargin.side,
        height: height + above + bandMargin.side,
      },
      16,
    );
  });
  const points = placed.map(
    ({ box }) => `${rounded(box.x + box.width / 2)} ${rounded(box.y + box.height / 2)}`,
  );
  if (points.length > 1) shapes.push(path('joint', `M${points.join('L')}`));
  return shapes;
}

function drawName(
  { name, mark, loss, lost }: PictureRegion,
  { x, y }: { x: number; y: number },
  room: number,
): Node {
  const nameRoom = mark ? Math.max(60, room * 0.5) : room;
  const nameWidth = Math.min(nameRoom, widthOf(name, nameFace));
  const parts: Node[] = [];
  let end = x + nameWidth;
  if (mark) {
    const start = x + nameWidth + 12;
    const words = fitted(mark.words, room - nameWidth - 12 - iconSize - 6, wordsFace);
    end = start + iconSize + 6 + widthOf(words, wordsFace);
    parts.push(icon(mark.verdict, { x: start, y: y - 13 }));
    parts.push(label('', words, { x: start + iconSize + 6, y }, wordsFace, end));
  } else if (lost) {
    parts.push(label('', 'lost', { x: x + nameWidth + 12, y }, wordsFace, room - nameWidth - 12));
    end += 12 + widthOf('lost', wordsFace);
  }
  const box = { x: x - 6, y: y - 17, width: end - x + 12, height: 23 };
  const named = label('', name, { x, y }, nameFace, nameRoom);
  return group(
    `region-name ${mark ? `v-${mark.verdict}` : 'v-none'}${lost ? ' is-lost' : ''}`,
    [rect('band', box, 4), named, ...parts],
    {
      attributes: { 'data-loss': loss },
      title: mark ? `Lose region ${name}: ${mark.words} (${mark.reason})` : `Region ${name}`,
    },
  );
}
