import {
  type Landscape,
  lossesWords,
  lossText,
  minimalCuts,
  normalLoss,
  verdictMeaning,
  verdicts,
  verdictWords,
} from '../survival/index.js';
import type { Change, Part } from './controls.js';
import type { PageData } from './data.js';
import { make } from './dom.js';
import { verdictIcon } from './icons.js';
import {
  cellsOf,
  goalText,
  headlineOf,
  isTouched,
  type Result,
  sentenceOf,
  stepsWords,
  worstOf,
} from './results.js';
import { nothingLost, type State } from './state.js';

/** A part of the page that shows what became of the databases. */
export interface Answer {
  readonly root: HTMLElement;
  update(state: State, results: readonly Result[]): void;
}

/** Most databases that the spoken answer names. */
const mostSpoken = 4;
/** With more, those that nothing has hit share a line. */
const mostShown = 20;
/** Most rows of the table. */
const mostRows = 200;

/** The answer in words: seen beside the picture, and read out. */
export function spoken({ landscape }: PageData): Answer {
  const headline = make('p', { class: 'headline' });
  const list = make('ul', { class: 'sentences' });
  const root = make('div', { class: 'answer', role: 'status', 'aria-live': 'polite', 'aria-atomic': 'true' });
  root.append(headline, list);
  return {
    root,
    update(state, results) {
      headline.replaceChildren(verdictIcon(worstOf(results)), headlineOf(results, state, landscape));
      const touched = state.lost.length === 0 ? results : results.filter(isTouched);
      const items = touched
        .slice(0, mostSpoken)
        .map((result) =>
          make('li', {}, verdictIcon(result.outcome.verdict), make('span', {}, `${sentenceOf(result)}.`)),
        );
      const more = touched.length - items.length;
      if (more > 0) items.push(make('li', {}, `And ${more} more: see the table.`));
      const whole = results.length - touched.length;
      if (whole > 0)
        items.push(
          make(
            'li',
            {},
            whole === 1 ? 'One database is not touched.' : `${whole} databases are not touched.`,
          ),
        );
      list.replaceChildren(...items);
      // What scrolls must be reachable by keyboard.
      if (root.scrollHeight > root.clientHeight + 1) root.tabIndex = 0;
      else root.removeAttribute('tabindex');
    },
  };
}

/** What the signs mean. */
export function legend(): HTMLElement {
  const list = make('ul');
  for (const verdict of verdicts)
    list.append(
      make(
        'li',
        {},
        verdictIcon(verdict),
        make('span', {}, make('b', {}, verdictWords(verdict)), `: ${verdictMeaning(verdict)}`),
      ),
    );
  return make('details', { class: 'legend' }, make('summary', {}, 'What the signs mean'), list);
}

const columns = ['Database', 'Verdict', 'Writes', 'Votes', 'Reads', 'Data', 'Who is left', 'Why'] as const;

/** All of it, a row per database. */
export function table({ landscape }: PageData): Answer {
  const head = make('tr', { role: 'row' });
  for (const column of columns) head.append(make('th', { role: 'columnheader', scope: 'col' }, column));
  const body = make('tbody', { role: 'rowgroup' });
  const rest = make('p', { class: 'note' });
  const caption = make('caption', {}, 'What is left');
  const root = make(
    'section',
    { class: 'results', 'aria-label': 'What is left of each database' },
    make('table', { role: 'table' }, caption, make('thead', { role: 'rowgroup' }, head), body),
    rest,
  );
  return {
    root,
    update(state, results) {
      const { lost } = state;
      const all = results.length <= mostShown;
      const wanted = all
        ? results
        : lost.length === 0
          ? results.slice(0, mostShown)
          : results.filter(isTouched);
      const shown = wanted.length > mostRows ? worstFirst(wanted).slice(0, mostRows) : wanted;
      body.replaceChildren(...shown.map((result) => row(result, state, landscape)));
      const more = results.length - wanted.length;
      const hidden = wanted.length - shown.length;
      rest.hidden = more + hidden === 0;
      rest.textContent = [
        hidden > 0 ? `${hidden} more fare no worse than these.` : '',
        more === 0 ? '' : lost.length === 0 ? `And ${more} more.` : `${more} more are not touched.`,
      ]
        .filter((line) => line !== '')
        .join(' ');
    },
  };
}

function worstFirst(results: readonly Result[]): Result[] {
  const rank = ({ outcome }: Result): number => verdicts.indexOf(outcome.verdict);
  return [...results].sort((one, other) => rank(other) - rank(one));
}

function row(result: Result, state: State, landscape: Landscape): HTMLElement {
  const { name, database, outcome } = result;
  const { survival, provider, alike } = database;
  const cells = cellsOf(result, state, landscape);
  const about = [
    `${survival.engine === 'mariadb' ? 'MariaDB' : 'Postgres'}, ${provider}`,
    goalText(database),
  ];
  if (alike > 0) about.push(`stands for ${alike + 1} that are alike, each on a cluster of its own`);
  const values: readonly (readonly (Node | string)[])[] = [
    [verdictIcon(outcome.verdict), make('b', {}, cells.verdict)],
    [make('b', {}, cells.writes)],
    [cells.votes],
    [cells.reads],
    [cells.data],
    cells.left.map((line) => make('div', {}, line)),
    cells.why.map((line) => make('div', {}, line)),
  ];
  const first = make('th', { role: 'rowheader', scope: 'row' }, make('span', { class: 'name' }, name));
  for (const line of about) first.append(make('span', { class: 'detail' }, line));
  return make(
    'tr',
    { role: 'row', class: `row row-${outcome.verdict}`, 'data-verdict': outcome.verdict },
    first,
    ...values.map((children, index) =>
      make(
        'td',
        { role: 'cell', 'data-label': columns[index + 1] },
        make('div', { class: 'value' }, ...children),
      ),
    ),
  );
}

/** What each loss did, when one comes after the other. */
export function steps({ landscape }: PageData): Answer {
  const list = make('ol');
  const root = make('section', { class: 'steps', 'aria-labelledby': 'steps' });
  root.append(make('h2', { id: 'steps' }, 'One after the other'), list);
  return {
    root,
    update(state, results) {
      root.hidden = !state.inOrder || state.lost.length === 0;
      if (root.hidden) return;
      list.replaceChildren(
        ...stepsWords(results, state, landscape).map(({ loss, sentences }) => {
          const shown = sentences.slice(0, mostSpoken).map((sentence) => make('li', {}, `${sentence}.`));
          const more = sentences.length - shown.length;
          if (more > 0) shown.push(make('li', {}, `And ${more} more.`));
          const below = shown.length === 0 ? ': nothing is touched.' : make('ul', {}, ...shown);
          return make('li', {}, loss, below);
        }),
      );
    },
  };
}

/** Most of the smallest losses that are offered, and those that are seen at first. */
const mostCuts = 60;
const mostCutsAtFirst = 6;

/** The smallest losses that stop writes, each a button that brings it about. */
export function cuts(data: PageData, names: readonly string[], change: Change): Part {
  const { databases, landscape } = data;
  const list = make('ul', { class: 'cuts' });
  const others = make('ul', { class: 'cuts' });
  const summary = make('summary');
  const all = make('details', { class: 'all' }, summary, others);
  const lead = make('p', { class: 'lead' }, 'The smallest failures that do:');
  const note = make('p', { class: 'note' });
  const select = make('select');
  for (const [index, name] of names.entries()) select.append(make('option', { value: String(index) }, name));
  let buttons: { readonly key: string; readonly button: HTMLButtonElement }[] = [];
  let pressed = '';
  const press = (): void => {
    for (const { key, button } of buttons) button.setAttribute('aria-pressed', String(key === pressed));
  };
  const show = (): void => {
    const database = databases[Number(select.value)];
    if (!database) return;
    const found = minimalCuts(database.survival, landscape);
    buttons = found.cuts.slice(0, mostCuts).map((cut) => {
      const lost = cut.map((loss) => normalLoss(loss, landscape));
      const button = make('button', { type: 'button' }, lossesWords(cut, landscape));
      button.addEventListener('click', () => change(() => ({ ...nothingLost, lost })));
      return { key: keyOf(lost), button };
    });
    const more = found.cuts.length - buttons.length;
    note.textContent = [
      found.cuts.length === 0 ? 'No single failure and no two at once.' : undefined,
      more > 0 ? `And ${more} more.` : undefined,
      found.leftOut === undefined ? undefined : `Not tried: ${found.leftOut}.`,
    ]
      .filter((line) => line !== undefined)
      .join(' ');
    note.hidden = note.textContent === '';
    list.hidden = buttons.length === 0;
    lead.hidden = list.hidden;
    const items = buttons.map(({ button }) => make('li', {}, button));
    list.replaceChildren(...items.slice(0, mostCutsAtFirst));
    others.replaceChildren(...items.slice(mostCutsAtFirst));
    all.hidden = items.length <= mostCutsAtFirst;
    summary.textContent = `${items.length - mostCutsAtFirst} more`;
    press();
  };
  select.addEventListener('change', show);
  const root = make(
    'section',
    { class: 'stops', 'aria-labelledby': 'stops' },
    make('h2', { id: 'stops' }, 'What stops writes'),
    names.length > 1 ? make('label', { class: 'search' }, 'Database ', select) : undefined,
    lead,
    list,
    all,
    note,
  );
  show();
  return {
    root,
    update({ lost, manner, inOrder }) {
      pressed = manner === 'crash' && !inOrder ? keyOf(lost) : '';
      press();
    },
  };
}

function keyOf(lost: State['lost']): string {
  return lost.map(lossText).sort().join();
}
