// The picture as SVG, for people and as the body of the page of `dbspan graph --html`.
//
// What programs may rely on, all as attributes of <g>:
//   data-loss="LOSS"        everything that can be lost, LOSS as `--lose` takes it: `fra`, `node:fra`, `zone:eu/fra-a`, `region:eu`,
//                           `link:fra-ams`, `hub`. Such groups never contain one another. A zone that several clusters share has one in each.
//   data-cluster="fra"      g.cluster: the whole card (of a fleet, by its first cluster); g.face[data-loss] in it is the card itself,
//                           g.part.node, g.part.hub and g.zone follow it, then g.member
//   data-member="orders-0"  g.member.replica or g.member.arbitrator, with data-database="shop/orders"
//   data-between="fra ams"  g.link
//   data-database="…"       g.database: a row of the table below
// Order: rect.paper, g.heading, g.regions, g.links > g.link, g.names > (g.region-name | g.link-label), g.clusters > g.cluster,
// g.links-table, g.summary, g.legend. A link and its label have the same data-loss.
// Class names: `v-VERDICT` (v-writes-go-on, v-control-plane-lost, v-reads-only, v-blocked, v-data-at-risk, v-none) on groups with
// data-loss says what their loss does. `is-lost` on g.cluster, g.zone, g.link and g.member crosses them out, `is-idle` on
// g.member dims it; both work when a script sets them. `icon` is a sign, `words` the verdict in words.
// Colours are custom properties, --g-NAME, on the svg element.

import { layoutOf, mostInRing } from './layout.js';
import { drawLinks } from './links.js';
import { databasesPanel, databaseWords, legendPanel, linksPanel, type Panel } from './panel.js';
import type { Picture } from './picture.js';
import { drawRegions } from './regions.js';
import { group, label, type Node, rect, rounded, written } from './scene.js';
import { styleOf } from './style.js';
import { escaped } from './text.js';

export interface SvgOptions {
  /** Begins every id, for pages with several pictures. */
  readonly id?: string;
  /** True leaves the parts to be reached one by one; else the whole is one image to those who do not see it. */
  readonly interactive?: boolean;
  /** True leaves out the heading, the tables and the legend, where they stand beside the picture. */
  readonly bare?: boolean;
}

/** Least room for the tables, and the margin round everything. */
const leastWidth = 860;
const margin = 28;
const gap = 20;

/** A picture as SVG: the same picture gives the same bytes. */
export function svgOf(
  picture: Picture,
  { id = 'dbspan', interactive = false, bare = false }: SvgOptions = {},
): string {
  const { nodes, width, height } = sceneOf(picture, bare);
  const { title, description } = wordsOf(picture);
  const role = interactive ? 'group' : 'img';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="dbspan-graph${picture.lost ? ' is-after' : ''}" viewBox="0 0 ${rounded(width)} ${rounded(height)}" width="${rounded(width)}" height="${rounded(height)}" role="${role}" aria-labelledby="${escaped(id)}-title ${escaped(id)}-description">`,
    `<title id="${escaped(id)}-title">${escaped(title)}</title>`,
    `<desc id="${escaped(id)}-description">${escaped(description)}</desc>`,
    `<style>${styleOf()}</style>`,
    ...nodes.map(written),
    '</svg>',
    '',
  ].join('\n');
}

/** What is drawn, before it is written. */
export interface Scene {
  readonly nodes: readonly Node[];
  readonly width: number;
  readonly height: number;
}

/** The drawing of a picture. */
export function sceneOf(picture: Picture, bare = false): Scene {
  const layout = layoutOf(picture, leastWidth);
  const inner = Math.max(bare ? 0 : leastWidth, Math.ceil(layout.width));
  const regions = drawRegions(picture.regions, layout);
  const isRing = layout.kind === 'ring';
  const links = isRing
    ? drawLinks(picture.links, layout.placed, regions.labels)
    : { lines: [], tags: [], unlabelled: [] };
  const harmful = picture.links.filter(({ mark, lost }) => lost || (mark && mark.verdict !== 'writes-go-on'));
  const notes: string[] = [];
  if (!isRing && picture.links.length > 0) notes.push(undrawnWords(picture.links.length, harmful.length));
  if (picture.linksLeftOut !== undefined) notes.push(`not judged: ${picture.linksLeftOut}`);
  const listed = isRing ? links.unlabelled : harmful;
  const nodes: Node[] = [];
  const left = margin + (inner - layout.width) / 2;
  const heading = bare ? undefined : headingOf(picture, inner);
  const top = margin + (heading ? heading.height + gap : 0);
  const at = { x: Math.round(left), y: top };
  nodes.push(
    ...(heading ? [group('heading', [heading.node], { at: { x: margin, y: margin } })] : []),
    group('regions', regions.bands, { at }),
    group('links', links.lines, { at }),
    group('names', [...regions.names, ...links.tags], { at }),
    group(
      'clusters',
      layout.placed.map(({ card, box }) => card.draw(box)),
      { at },
    ),
  );
  let y = top + layout.height + gap + 4;
  const panels = bare
    ? []
    : [
        linksPanel(listed, inner, notes),
        databasesPanel(picture, inner),
        legendPanel(inner, picture.lost !== undefined),
      ];
  for (const panel of panels) {
    if (!panel) continue;
    nodes.push(group('block', [panel.node], { at: { x: margin, y } }));
    y += panel.height + gap;
  }
  const width = inner + 2 * margin;
  const height = Math.ceil(y - gap + margin);
  return { nodes: [rect('paper', { x: 0, y: 0, width, height }), ...nodes], width, height };
}

function undrawnWords(all: number, harmful: number): string {
  const some = harmful === 0 ? 'writes go on without any one of them' : `${harmful} of them do harm`;
  return `Beyond ${mostInRing} clusters links are not drawn: of ${all}, ${some}`;
}

function headingOf(picture: Picture, width: number): Panel {
  const { title } = picture;
  const face = { size: 22, bold: true };
  return {
    height: 46,
    node: group('', [
      label('', title, { x: 0, y: 20 }, face, width),
      label('faint', subtitleOf(picture), { x: 0, y: 43 }, { size: 14 }, width),
    ]),
  };
}

function subtitleOf({ clusters, databases, lost }: Picture): string {
  if (lost) return `After the loss of ${lost.words}`;
  const count = clusters.reduce((sum, cluster) => sum + cluster.count, 0);
  const all = databases.reduce((sum, database) => sum + database.count, 0);
  return `${count === 1 ? '1 cluster' : `${count} clusters`}, ${all === 1 ? '1 database' : `${all} databases`}: what each loss does to writes`;
}

/** Most databases whose summary a description repeats. */
const mostDescribed = 12;

function wordsOf(picture: Picture): { title: string; description: string } {
  const { title, databases } = picture;
  const described = databases.slice(0, mostDescribed).map(databaseWords);
  return {
    title: `${title}: ${subtitleOf(picture)}`,
    description: described.length === 0 ? 'No database.' : described.join(' '),
  };
}
