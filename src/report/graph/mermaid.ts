import { type Verdict, verdicts, zoneName } from '../../survival/index.js';
import { linkWords } from './link-words.js';
import { databaseWords } from './panel.js';
import type { Mark, Picture, PictureCluster, PictureLink, PictureMember } from './picture.js';
import { plain } from './text.js';
import { dashes, light } from './theme.js';
import { votesWords } from './words.js';

/** Beyond these Mermaid gives up: it draws 500 edges and reads 50,000 characters. */
const most = { clusters: 60, zonesOfClusters: 12, links: 100, members: 12 };

/** Signs of verdicts that every font has. */
const signs = {
  'writes-go-on': '✓',
  'control-plane-lost': '◇',
  'reads-only': '–',
  blocked: '✕',
  'data-at-risk': '!',
} as const satisfies Record<Verdict, string>;

/** A picture as a flowchart of Mermaid, without the fence around it. */
export function mermaidOf(picture: Picture): string {
  const { title, clusters, databases, lost } = picture;
  const shown = clusters.slice(0, most.clusters);
  const drawing = new Drawing();
  const lines = [
    'flowchart LR',
    `accTitle: ${accessible(lost ? `${title} after the loss of ${lost.words}` : `${title}: what each loss does to writes`)}`,
    `accDescr: ${accessible(descriptionOf(databases))}`,
  ];
  for (const region of picture.regions) {
    const own = shown.filter((cluster) => cluster.region === region.name);
    if (own.length === 0) continue;
    const id = drawing.id(region.mark, region.lost);
    lines.push(
      `subgraph ${id}["${quoted(`${region.name}${markWords(region.mark, region.lost, ': ')}`)}"]`,
      ...own.flatMap((cluster) => indented(clusterLines(cluster, drawing, shown.length))),
      'end',
    );
  }
  for (const cluster of shown)
    if (cluster.region === undefined) lines.push(...clusterLines(cluster, drawing, shown.length));
  if (clusters.length > shown.length)
    lines.push(`${drawing.id()}["and ${clusters.length - shown.length} more clusters"]`);
  const links = picture.links.filter(({ between }) => between.every((name) => drawing.clusters.has(name)));
  const drawn = links.slice(0, most.links);
  for (const link of drawn) lines.push(linkLine(link, drawing));
  const undrawn = links.length - drawn.length;
  if (undrawn > 0 || picture.linksLeftOut !== undefined)
    lines.push(`%% not drawn: ${picture.linksLeftOut ?? `${undrawn} links`}`);
  lines.push(...drawing.styles());
  for (const [index, { mark, lost: gone }] of drawn.entries())
    lines.push(`linkStyle ${index} ${linkStyle(mark, gone)}`);
  return `${lines.join('\n')}\n`;
}

/** Mermaid takes the next line for a description that is empty. */
function descriptionOf(databases: Picture['databases']): string {
  return databases.slice(0, 12).map(databaseWords).join(' ') || 'No database.';
}

/** Ids of its own making, so that no name can be taken for syntax, and the class of each. */
class Drawing {
  readonly clusters = new Map<string, string>();
  readonly #classes = new Map<string, string[]>();
  #count = 0;

  id(mark?: Mark, lost = false): string {
    const id = `n${this.#count++}`;
    const name = lost ? 'lost' : mark && classOf(mark.verdict);
    if (name !== undefined) this.classed(id, name);
    return id;
  }

  classed(id: string, name: string): void {
    this.#classes.set(name, [...(this.#classes.get(name) ?? []), id]);
  }

  styles(): string[] {
    const styles = new Map(verdicts.map((verdict) => [classOf(verdict), styleOf(verdict)]));
    styles.set('member', `fill:${light.chip},stroke:${light.border},color:${light.text}`);
    styles.set('lost', `fill:${light.paper},stroke:${light.border},color:${light.text},stroke-dasharray:3 3`);
    return [...this.#classes].flatMap(([name, ids]) => [
      `classDef ${name} ${styles.get(name)}`,
      `class ${ids.join(',')} ${name}`,
    ]);
  }
}

function classOf(verdict: Verdict): string {
  return verdict.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function styleOf(verdict: Verdict): string {
  const dash = dashes[verdict];
  return `fill:${light.card},stroke:${light.line[verdict]},stroke-width:3px,color:${light.text}${dash === '' ? '' : `,stroke-dasharray:${dash}`}`;
}

function linkStyle(mark: Mark | undefined, lost: boolean): string {
  if (lost || !mark) return `stroke:${light.border},stroke-dasharray:3 5`;
  const dash = dashes[mark.verdict];
  return `stroke:${light.line[mark.verdict]},stroke-width:2px${dash === '' ? '' : `,stroke-dasharray:${dash}`}`;
}

function clusterLines(cluster: PictureCluster, drawing: Drawing, all: number): string[] {
  const { name, count, hub, mark, lost, zones, members, loss, hubMark, hubLost } = cluster;
  const id = drawing.id(mark, lost);
  drawing.clusters.set(loss, id);
  const what = `${name}${hub ? (hubLost ? ' (hub lost)' : ' (hub)') : ''}${count > 1 ? ` (${count} clusters)` : ''}`;
  const inside: string[] = [];
  if (hubMark) inside.push(`${drawing.id(hubMark)}{{"hub<br/>${quoted(markWords(hubMark, false, ''))}"}}`);
  if (all <= most.zonesOfClusters)
    for (const zone of zones)
      inside.push(
        `${drawing.id(zone.mark, zone.lost)}["${[`zone ${zone.name}`, markWords(zone.mark, zone.lost, '')].filter(Boolean).map(quoted).join('<br/>')}"]`,
      );
  for (const member of members.slice(0, most.members)) inside.push(memberLine(member, drawing));
  if (members.length > most.members)
    inside.push(`${drawing.id()}["and ${members.length - most.members} more"]`);
  // Mermaid draws no subgraph that is empty.
  if (inside.length === 0) inside.push(`${drawing.id()}["no replica here"]`);
  return [
    `subgraph ${id}["${quoted(`${what}${markWords(mark, lost, ': ')}`)}"]`,
    ...indented(['direction LR', ...inside]),
    'end',
  ];
}

function memberLine({ name, kind, weight, state, zone }: PictureMember, drawing: Drawing): string {
  const id = drawing.id(undefined, state === 'lost');
  if (state !== 'lost') drawing.classed(id, 'member');
  const said = [
    kind === 'arbitrator' ? 'arbitrator' : '',
    weight === undefined ? '' : votesWords(weight),
    zone === undefined ? '' : `zone ${zoneName(zone)}`,
    state === 'serving' ? '' : state,
  ].filter(Boolean);
  const text = [name, said.join(', ')].filter(Boolean).map(quoted).join('<br/>');
  return kind === 'arbitrator' ? `${id}{"${text}"}` : `${id}[("${text}")]`;
}

function linkLine(link: PictureLink, drawing: Drawing): string {
  const [one, other] = link.between.map((name) => drawing.clusters.get(name));
  const text = [linkWords(link), markWords(link.mark, link.lost, '')].filter(Boolean).join(': ');
  return text === '' ? `${one} --- ${other}` : `${one} ---|"${quoted(text)}"| ${other}`;
}

function markWords(mark: Mark | undefined, lost: boolean, before: string): string {
  if (lost) return `${before}✕ lost`;
  return mark ? `${before}${signs[mark.verdict]} ${mark.words}` : '';
}

/** A text between quotes, where Mermaid reads `#` as the start of an entity and a backquote as Markdown. */
function quoted(text: string): string {
  return plain(text).replace(
    /[^\p{L}\p{N}\p{M} .,:;()/+\u2026\u2013\u2713\u25c7\u2715!_-]/gu,
    (character) => {
      return `#${character.codePointAt(0)};`;
    },
  );
}

/** A text that ends with its line: no entity is known there. */
function accessible(text: string): string {
  return plain(text).replace(/[#;{}%]/g, ',');
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
