import { type SurvivalEntry, storeOf } from '../../report/survival/entries.js';
import { answerWords, joined, lossesWords } from '../../survival/index.js';
import type { Table } from '../size/tables.js';
import { alike, type Event, isUntouched, type Judged, type Step } from './judged.js';
import { type Page, toneOf, worstTone } from './page.js';

/** What became of the databases of an entry. */
export interface Told {
  readonly entry: SurvivalEntry;
  readonly judged: readonly Judged[];
}

/** Databases that are told of in full, and names that are listed in one line. */
const most = 20;

/** What becomes of databases when something is lost. */
export function losePage(told: readonly Told[], event: Event): Page {
  const what = eventWords(event);
  const sections: { readonly name: string; readonly group: readonly [Judged, ...Judged[]] }[] = [];
  const spared: string[] = [];
  let total = 0;
  let stopped = 0;
  for (const { entry, judged } of told) {
    total += judged.length;
    const hit = judged.filter((each) => !isUntouched(each));
    stopped += hit.filter(({ last }) => last.effect.outcome.writes === 'stop').length;
    for (const group of alike(hit)) sections.push({ name: groupName(entry, group), group });
    if (hit.length === judged.length) continue;
    const count = judged.length - hit.length;
    spared.push(
      entry.fleet === undefined
        ? entry.name
        : `${entry.name} on ${count === judged.length ? `all ${count}` : `${count} of ${judged.length}`} clusters`,
    );
  }
  const [first] = sections;
  const shown = sections.slice(0, most);
  const remarks: string[] = [];
  if (sections.length > shown.length)
    remarks.push(`${sections.length - shown.length} more are hit: --format json tells all`);
  if (spared.length > 0 && sections.length > 0)
    remarks.push(
      `not hit: ${joined(spared.length > most ? [...spared.slice(0, most), `${spared.length - most} more`] : spared)}`,
    );
  const tone = worstTone(sections.map(({ group: [{ last }] }) => toneOf(last.effect.outcome)));
  if (total === 0)
    return {
      answer: 'no database is compiled here, so that nothing can be lost',
      tone: 'good',
      tables: [],
      remarks,
    };
  if (!first)
    return {
      answer: `${what} ${total === 1 ? `${spared[0]} goes on` : `all ${total} databases go on`}: nothing of ${total === 1 ? 'it' : 'them'} is hit`,
      tone,
      tables: [],
      remarks,
    };
  const single = total === 1;
  return {
    answer: single
      ? `${first.name} ${what}: ${answerWords(first.group[0].last.effect.outcome)}`
      : `${what} writes of ${stopped === 0 ? 'no database' : `${stopped} of ${total} databases`} stop`,
    tone,
    tables: shown.flatMap(({ name, group: [judged] }) => tablesOf(name, judged, single)),
    remarks,
  };
}

/** `without demo-controller`, `after demo-worker left in order`, `without fra, then without ams`. */
function eventWords({ manner, inOrder, losses }: Event): string {
  const known = losses.flatMap((each) => [...each].slice(0, 1));
  const [first] = known;
  if (!first) return '';
  const [landscape] = first;
  const parts = inOrder
    ? known.map(([own, loss]) => lossesWords([loss], own))
    : [
        lossesWords(
          known.map(([, loss]) => loss),
          landscape,
        ),
      ];
  return parts.map((part, index) => `${index === 0 ? '' : 'then '}${goneWords(part, manner)}`).join(', ');
}

function goneWords(what: string, manner: Event['manner']): string {
  return manner === 'leave' ? `after ${what} left in order` : `without ${what}`;
}

/** `demo/mariadb`, `till/till on store-007`, `till/till on store-001, store-002 and 48 more clusters`. */
function groupName({ name, fleet }: SurvivalEntry, group: readonly Judged[]): string {
  if (fleet === undefined) return name;
  const stores = group.map(({ subject }) => storeOf(subject));
  const more = stores.length - 3;
  return `${name} on ${more > 1 ? joined([...stores.slice(0, 3), `${more} more clusters`]) : joined(stores)}`;
}

function tablesOf(name: string, { steps, last, landscape }: Judged, single: boolean): Table[] {
  if (steps.length === 1)
    return [noteTable(single ? '' : `${name}: ${answerWords(last.effect.outcome)}`, last)];
  return steps.map((step, index) => {
    const { own, manner, effect } = step;
    const gone = goneWords(lossesWords(own, landscape), manner);
    const title = `${index + 1}. ${single ? '' : `${name} `}${gone}: ${answerWords(effect.outcome)}`;
    return noteTable(title, step);
  });
}

function noteTable(title: string, { effect }: Step): Table {
  return {
    title,
    labels: true,
    columns: [{ name: 'about' }, { name: 'what' }],
    rows: effect.notes.map(({ about, text }) => [about, text]),
  };
}
