import { valueText } from '../../changes/index.js';
import { withoutUserInfo } from '../../diagnostics/index.js';
import type { Block, Inline, Item, Line, Piece, Section } from './document.js';
import { Entries, type Entry, type FieldText, type Happening } from './entries.js';
import type { PlanReport } from './model.js';
import { isMeant } from './verdict.js';
import { clustersText, counted, inNaturalOrder, joinedWords, namesText, numberText } from './words.js';

/** From so many clusters on what changes alike is told once for all. */
const alike = 3;

/** Fields of an entry that are told one by one. */
const mostFields = 20;

/** What happens on each cluster; what happens alike on many is told once. Undefined where nothing does. */
export function clustersSection({ change }: PlanReport): Section | undefined {
  const entries = new Entries();
  for (const object of change.objects) entries.add(object);
  const places = new Map<string, Entry[]>();
  for (const entry of entries.list(alike)) {
    const key = JSON.stringify(entry.clusters);
    const present = places.get(key);
    if (present) present.push(entry);
    else places.set(key, [entry]);
  }
  const values = change.texts.filter(isMeant);
  for (const { path } of values) {
    const key = JSON.stringify([path.split('/')[0] ?? '']);
    if (!places.has(key)) places.set(key, []);
  }
  if (places.size === 0) return undefined;
  const pieces = [...places]
    .map(([key, list]) => ({ clusters: JSON.parse(key) as string[], list }))
    .sort(
      (a, b) =>
        b.clusters.length - a.clusters.length || inNaturalOrder(a.clusters[0] ?? '', b.clusters[0] ?? ''),
    )
    .map(({ clusters, list }) => pieceOf(clusters, list, change, valuesOn(clusters, values)));
  return {
    title: 'Cluster by cluster',
    intro: [],
    pieces,
    rest: ({ pieces: left, weight }) => [
      `and ${counted(left, 'part')} more with ${counted(weight, 'change')}, with --format json`,
    ],
    rank: 7,
    most: 20,
  };
}

type Change = PlanReport['change'];
type Values = Change['texts'];

function valuesOn(clusters: readonly string[], values: Values): Values {
  if (clusters.length !== 1) return [];
  return values.filter(({ path }) => path.split('/')[0] === clusters[0]);
}

function pieceOf(
  clusters: readonly string[],
  entries: readonly Entry[],
  change: Change,
  values: Values,
): Piece {
  const weight = entries.reduce((sum, { count }) => sum + count, 0) + values.length;
  const summary: Line = [
    { strong: headOf(clusters) },
    `${stateOf(clusters, change)}: ${countsText(entries, values)}`,
  ];
  const blocks: Block[] = [];
  const waves = new Map<string, Item[]>();
  for (const entry of entries) {
    const present = waves.get(entry.wave);
    if (present) present.push(itemOf(entry));
    else waves.set(entry.wave, [itemOf(entry)]);
  }
  for (const [wave, items] of waves) {
    if (wave !== '') blocks.push({ kind: 'line', line: [`wave `, { code: wave }] });
    blocks.push({ kind: 'list', items });
  }
  if (values.length > 0)
    blocks.push({ kind: 'line', line: ['Helm values'] }, { kind: 'list', items: values.map(valuesItem) });
  return { blocks: [{ kind: 'folded', summary, blocks }], brief: summary, weight };
}

function headOf(clusters: readonly string[]): string {
  return clusters.length === 1 && clusters[0] === '' ? 'all files' : clustersText(clusters);
}

function stateOf(clusters: readonly string[], { clusters: { added, removed } }: Change): string {
  const [those, them] = clusters.length === 1 ? ['a cluster', 'it'] : ['clusters', 'them'];
  if (clusters.every((name) => added.includes(name)))
    return ` (${clusters.length === 1 ? 'a new cluster' : 'new clusters'})`;
  if (clusters.every((name) => removed.includes(name)))
    return ` (${those} that the topology no longer has; what is on ${them} stays until someone deletes it)`;
  return '';
}

const participles = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  renamed: 'renamed',
  moved: 'moved here',
  left: 'moved away',
  rearranged: 'in another wave',
  rewritten: 'only written otherwise',
} as const satisfies Record<Happening, string>;

function countsText(entries: readonly Entry[], values: Values): string {
  const counts = new Map<Happening, number>();
  for (const { happening, count } of entries) counts.set(happening, (counts.get(happening) ?? 0) + count);
  const parts = (Object.keys(participles) as Happening[]).flatMap((happening) => {
    const count = counts.get(happening) ?? 0;
    return count === 0 ? [] : [`${numberText(count)} ${participles[happening]}`];
  });
  if (values.length > 0) parts.push(counted(values.length, 'file of Helm values', 'files of Helm values'));
  return joinedWords(parts);
}

function itemOf(entry: Entry): Item {
  const { happening, kind, names, count, clusters, other, fields } = entry;
  const line: Inline[] = [{ strong: participles[happening] }, ' '];
  if (names.length > 1)
    line.push(`${numberText(count)} of `, { code: kind }, ' ', { code: namesText(names) });
  else line.push({ code: `${kind} ${names[0] ?? ''}` });
  if (names.length === 1 && count > 1 && clusters.length > 1) line.push(`, one on each`);
  if (happening === 'renamed')
    line.push(': was ', { code: other ?? '' }, '; for the API server one object goes and another comes');
  if (happening === 'moved') line.push(' from ', { code: other ?? '' });
  if (happening === 'left') line.push(' to ', { code: other ?? '' });
  if (happening === 'rearranged') line.push(': was in ', { code: other ?? '' });
  return { line, below: fieldLines(fields) };
}

function fieldLines(fields: readonly FieldText[]): Line[] {
  const shown = fields.slice(0, fields.length > mostFields + 1 ? mostFields : fields.length);
  const more = fields.length - shown.length;
  return [...shown.map(fieldLine), ...(more > 0 ? [[`and ${counted(more, 'field')} more`]] : [])];
}

function fieldLine({ path, before, after }: FieldText): Line {
  if (before === undefined) return [{ code: path }, ': new, ', { code: after ?? '' }];
  if (after === undefined) return [{ code: path }, ': ', { code: before }, ', no longer set'];
  return [{ code: path }, ': ', { code: before }, ' → ', { code: after }];
}

function valuesItem(text: Values[number]): Item {
  const fields = text.fields.map(({ text: path, before, after }) => ({
    path,
    before: before === undefined ? undefined : withoutUserInfo(valueText(before)),
    after: after === undefined ? undefined : withoutUserInfo(valueText(after)),
  }));
  return { line: [{ strong: participles[text.kind] }, ' ', { code: text.path }], below: fieldLines(fields) };
}
