import { cuts, legend, spoken, steps, table } from './answer.js';
import { zonesOfPage } from './choices.js';
import { controls } from './controls.js';
import type { PageData } from './data.js';
import { element, make } from './dom.js';
import { isBroad, picture } from './picture.js';
import { resultsOf } from './results.js';
import { fragmentOf, losing, nothingLost, type State, stateOf, toggled } from './state.js';

const data = JSON.parse(element('data').textContent) as PageData;
const { landscape } = data;
const zones = zonesOfPage(data);
const start = losing(data.lose, landscape, zones).state;

let state: State = nothingLost;

function change(next: (state: State) => State): void {
  show(next(state));
  const fragment = fragmentOf(state, start);
  unknown.hidden = true;
  // Without a step back for each click; a file has no other address than its own.
  history.replaceState(null, '', fragment === '' ? location.href.replace(/#.*/s, '') : `#${fragment}`);
}

function show(next: State): void {
  state = next;
  const results = resultsOf(data, state);
  for (const answer of answers) answer.update(state, results);
  for (const part of parts) part.update(state);
}

function readAddress(): void {
  const read = stateOf(location.hash.slice(1), landscape, zones);
  const missing = read?.unknown ?? [];
  unknown.hidden = missing.length === 0;
  unknown.textContent = `The address names what this page does not have: ${shortened(missing)}.`;
  show(read?.state ?? start);
}

function shortened(texts: readonly string[]): string {
  const more = texts.length - 3;
  const named = texts.slice(0, 3).map((text) => (text.length > 60 ? `${text.slice(0, 60)}\u2026` : text));
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}

const unknown = make('p', { class: 'unknown', role: 'alert', hidden: true });
const names = resultsOf(data, nothingLost).map(({ name }) => name);
const drawn = picture(element('picture'), data, (loss) => change((before) => toggled(before, loss)));
const said = spoken(data);
const shown = table(data);
const order = steps(data);
const list = controls(data, change);
const stopping = cuts(data, names, change);
const answers = [drawn, said, shown, order];
const parts = [list, stopping];

element('app').replaceChildren(
  make(
    'p',
    { class: 'lead' },
    'Choose what is lost, in the picture or in the list: the page says at once what is left. Nothing leaves this page.',
  ),
  unknown,
  make(
    'div',
    { class: isBroad(element('picture')) ? 'stage broad' : 'stage' },
    make('div', { class: 'view' }, element('picture'), legend(), said.root, order.root, shown.root),
    make('div', { class: 'side' }, stopping.root, list.root),
  ),
);
addEventListener('hashchange', readAddress);
readAddress();
