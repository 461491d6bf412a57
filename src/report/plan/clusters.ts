import { valueText } from '../../changes/index.js';
import { withoutUserInfo } from '../../diagnostics/index.js';
import type { Block, Inline, Item, Line, Piece, Section } from './document.js';
import { Entries, type Entry, type FieldText, type Happening } from './entries.js';
import type { PlanReport } from './model.js';
import { isMeant } from './verdict.js';
import { clustersText, counted, inNaturalOrder, joinedWords, namesText, numberText } from './words.js';

/** From so many clusters on what changes alike is told once for all. */
const alike = 3;

const replacement =
  'What is renamed or moved is another object to the API server: the old one goes, and a new one comes without what the old one held.';

const leaving =
  'Nothing of it is in the output any more: a controller that prunes deletes what runs there; without one it stays until someone does.';

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
  const isReplaced = change.objects.some(({ kind }) => kind === 'renamed' || kind === 'moved');
  return {
    title: 'Cluster by cluster',
    intro: isReplaced ? [{ kind: 'line', line: [replacement] }] : [],
    pieces,
    rest: ({ pieces: left, weight }) => [
      `and ${counted(left, 'part')} more with ${counted(weight, 'change')}, with --format json`,
    ],
    rank: 7,
    isDense: false,
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
  const isGone = clusters.every((name) => change.clusters.removed.includes(name));
  const blocks: Block[] = isGone ? [{ kind: 'line', line: [leaving] }] : [];
  const waves = new Map<string, Entry[]>();
  for (const entry of entries) {
    const present = waves.get(entry.wave);
    if (present) present.push(entry);
    else waves.set(entry.wave, [entry]);
  }
  for (const [wave, list] of waves) {
    const items = [...wholeItems(list), ...list.filter(hasFields).map(itemOf)];
    blocks.push({ kind: 'list', items, ...(wave === '' ? {} : { under: [{ code: wave }] }) });
  }
  if (values.length > 0) blocks.push({ kind: 'list', items: values.map(valuesItem), under: ['Helm values'] });
  return { blocks: [{ kind: 'folded', summary, blocks }], brief: summary, weight };
}

function headOf(clusters: readonly string[]): string {
  return clusters.length === 1 && clusters[0] === '' ? 'all files' : clustersText(clusters);
}

function stateOf(clusters: readonly string[], { clusters: { added, removed } }: Change): string {
  if (clusters.every((name) => added.includes(name))) return ' (new)';
  return clusters.every((name) => removed.includes(name)) ? ' (no longer in the topology)' : '';
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

function hasFields({ fields }: Entry): boolean {
  return fields.length > 0;
}

/** Kinds that are listed in one line. */
const mostKinds = 20;

/** Of objects that come or go as a whole there is nothing to say but their names: one item for all. */
function wholeItems(entries: readonly Entry[]): Item[] {
  const groups = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of entries) {
    if (hasFields(entry)) continue;
    const { happening, other } = entry;
    const key = happening === 'renamed' ? JSON.stringify(entry) : `${happening} ${other}`;
    const present = groups.get(key);
    if (present) present.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()].map((group) => {
    const line = headLine(group[0]);
    for (const [index, entry] of group.slice(0, mostKinds).entries())
      line.push(index === 0 ? ' ' : ', ', ...nameInlines(entry));
    if (group.length > mostKinds) line.push(` and ${counted(group.length - mostKinds, 'kind')} more`);
    return { line: [...line, ...formerName(group[0])], below: [] };
  });
}

function itemOf(entry: Entry): Item {
  return {
    line: [...headLine(entry), ' ', ...nameInlines(entry), ...formerName(entry)],
    below: fieldLines(entry.fields),
  };
}

function headLine({ happening, other }: Entry): Inline[] {
  const line: Inline[] = [{ strong: participles[happening] }];
  if (other === undefined || happening === 'renamed') return line;
  return [...line, happening === 'left' ? ' to ' : ' from ', { code: other }, ':'];
}

function formerName({ happening, other }: Entry): Inline[] {
  return happening === 'renamed' ? [', which was ', { code: other ?? '' }] : [];
}

function nameInlines({ kind, names, count, clusters }: Entry): Inline[] {
  const inlines: Inline[] = [{ code: `${kind} ${namesText(names)}` }];
  if (names.length === 1 && clusters.length > 1) inlines.push(' on each');
  else if (count > 4) inlines.push(` (${numberText(count)})`);
  return inlines;
}

function fieldLines(fields: readonly FieldText[]): Line[] {
  const shown = fields.slice(0, fields.length > mostFields + 1 ? mostFields : fields.length);
  const more = fields.length - shown.length;
  return [...shown.map(fieldLine), ...(more > 0 ? [[`and ${counted(more, 'field')} more`]] : [])];
}

function fieldLine({ path, before, after, isNamed }: FieldText): Line {
  if (isNamed) return [{ code: path }, before === undefined ? ': new' : ': gone'];
  if (before === undefined) return [{ code: path }, ': new, ', { code: after ?? '' }];
  if (after === undefined) return [{ code: path }, ': ', { code: before }, ', no longer set'];
  return [{ code: path }, ': ', { code: before }, ' → ', { code: after }];
}

function valuesItem(text: Values[number]): Item {
  const fields = text.fields.map(({ text: path, before, after }) => ({
    path,
    isNamed: false,
    before: before === undefined ? undefined : withoutUserInfo(valueText(before)),
    after: after === undefined ? undefined : withoutUserInfo(valueText(after)),
  }));
  return { line: [{ strong: participles[text.kind] }, ' ', { code: text.path }], below: fieldLines(fields) };
}
