import { type Loss, lossText, lossWords } from '../survival/index.js';
import { type Choice, type ChoiceGroup, choicesOf } from './choices.js';
import type { PageData } from './data.js';
import { freshId, make } from './dom.js';
import { countOf, fragmentOf, nothingLost, type State, toggled, withCount } from './state.js';

/** A part of the page that follows what is chosen. */
export interface Part {
  readonly root: HTMLElement;
  update(state: State): void;
}

/** Changes what is chosen. */
export type Change = (next: (state: State) => State) => void;

/** Most choices of a group that is open from the start. */
const mostOpen = 12;
/** With more characters, labels stand one below the other. */
const longLabel = 18;
/** More than these can be searched. */
const mostUnsearched = 40;

/** Everything that can be lost, as a list: what clicking in the picture does, for everyone. */
export function controls(data: PageData, change: Change): Part {
  const chosen = chosenList(data, change);
  const parts = [
    ...choicesOf(data).map((group) => choiceGroup(group, change)),
    ...(data.landscape.clusters.length > 2 ? [splitGroup(data, change)] : []),
    radios(
      'When several are lost',
      [
        ['at-once', 'at once', 'all in the same moment'],
        ['in-order', 'one after the other', 'in the order of choosing, each when those left had agreed'],
      ],
      ({ inOrder }) => (inOrder ? 'in-order' : 'at-once'),
      (value) => change((state) => ({ ...state, inOrder: value === 'in-order' })),
    ),
    radios(
      'How',
      [
        ['crash', 'crash', 'without a word: the votes still count'],
        ['leave', 'graceful', 'stopped in order: the votes are taken off the total'],
      ],
      ({ manner }) => manner,
      (value) => change((state) => ({ ...state, manner: value === 'leave' ? 'leave' : 'crash' })),
    ),
  ];
  const root = make(
    'section',
    { class: 'controls', 'aria-labelledby': 'lose' },
    make('h2', { id: 'lose' }, 'Lose'),
  );
  root.append(chosen.root, ...parts.map((part) => part.root));
  return {
    root,
    update(state) {
      chosen.update(state);
      for (const part of parts) part.update(state);
    },
  };
}

/** What is lost, in its order, to be put back. */
function chosenList({ landscape }: PageData, change: Change): Part {
  const list = make('ol', { class: 'chosen', 'aria-label': 'Lost now' });
  const none = make('p', { class: 'none' }, 'Nothing is lost.');
  const reset = make('button', { type: 'button', class: 'reset' }, 'Reset');
  reset.addEventListener('click', () => {
    change(() => nothingLost);
    reset.focus();
  });
  const share = make('a', { class: 'share' }, 'Link to this scenario');
  const root = make('div', { class: 'now' }, list, none, make('p', { class: 'actions' }, reset, share));
  return {
    root,
    update(state) {
      none.hidden = state.lost.length > 0;
      list.hidden = state.lost.length === 0;
      list.classList.toggle('ordered', state.inOrder);
      list.replaceChildren(
        ...state.lost.map((loss, index) => {
          const words = lossWords(loss, landscape);
          const button = make(
            'button',
            { type: 'button', 'aria-label': `Put back ${words}` },
            `${words} `,
            cross(),
          );
          button.addEventListener('click', () => {
            change((before) => ({ ...before, lost: before.lost.filter((_, place) => place !== index) }));
            const left = list.querySelectorAll('button');
            (left[Math.min(index, left.length - 1)] ?? reset).focus();
          });
          return make('li', {}, button);
        }),
      );
      share.href = `#${fragmentOf(state) || 'lose='}`;
    },
  };
}

function cross(): HTMLElement {
  return make('span', { 'aria-hidden': 'true' }, '\u00d7');
}

function choiceGroup({ title, choices, leftOut }: ChoiceGroup, change: Change): Part {
  const count = make('span', { class: 'count' });
  const summary = make('summary', {}, `${title} `, count);
  const isLong = choices.some(({ label }) => label.length > longLabel);
  const box = make('div', {
    class: isLong ? 'choices long' : 'choices',
    role: 'group',
    'aria-label': title,
  });
  const inputs = choices.map((choice) => choiceInput(choice, change));
  box.append(...inputs.map(({ root }) => root));
  const root = make('details', { class: 'group', open: choices.length <= mostOpen }, summary);
  if (choices.length > mostUnsearched) root.append(search(title, choices, inputs));
  root.append(box);
  if (leftOut !== undefined) root.append(make('p', { class: 'note' }, leftOut));
  const texts = new Set(choices.map(({ loss }) => lossText(loss)));
  return {
    root,
    update(state) {
      for (const input of inputs) input.update(state);
      const lost = state.lost.filter((loss) => texts.has(lossText(loss))).length;
      count.textContent = lost > 0 ? `${lost} lost, of ${choices.length}` : `${choices.length}`;
    },
  };
}

function choiceInput({ loss, label, detail, most }: Choice, change: Change): Part {
  const name = make('span', { class: 'name' }, label);
  const more = detail === undefined ? undefined : make('span', { class: 'detail' }, detail);
  if (most === 1) {
    const input = make('input', { type: 'checkbox', 'data-choice': lossText(loss) });
    input.addEventListener('change', () => change((state) => withCount(state, loss, input.checked ? 1 : 0)));
    return {
      root: make('label', { class: 'choice' }, input, make('span', {}, name, more)),
      update(state) {
        input.checked = countOf(state, loss) > 0;
      },
    };
  }
  const input = make('input', {
    type: 'number',
    min: '0',
    max: String(most),
    step: '1',
    'data-choice': lossText(loss),
  });
  input.addEventListener('change', () => {
    const wanted = Number.isInteger(input.valueAsNumber) ? input.valueAsNumber : 0;
    change((state) => withCount(state, loss, Math.min(most, Math.max(0, wanted))));
  });
  return {
    root: make('label', { class: 'choice' }, input, make('span', {}, name, more)),
    update(state) {
      input.value = String(countOf(state, loss));
    },
  };
}

function search(title: string, choices: readonly Choice[], inputs: readonly Part[]): HTMLElement {
  const input = make('input', { type: 'search', autocomplete: 'off', spellcheck: 'false' });
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    for (const [index, { label, detail = '' }] of choices.entries()) {
      const part = inputs[index];
      if (part) part.root.hidden = !`${label} ${detail}`.toLowerCase().includes(wanted);
    }
  });
  return make('label', { class: 'search' }, `Find in ${title.toLowerCase()} `, input);
}

/** Two groups that no longer reach each other: those ticked, and the others. */
function splitGroup({ landscape }: PageData, change: Change): Part {
  const names = landscape.clusters.map(({ name }) => name);
  const inputs = new Map(
    names.map((name) => [name, make('input', { type: 'checkbox', 'data-split': name })] as const),
  );
  const count = make('span', { class: 'count' });
  const box = make('div', { class: 'choices', role: 'group', 'aria-label': 'Cut off from the others' });
  for (const [name, input] of inputs) {
    input.addEventListener('change', () => {
      const group = names.filter((each) => inputs.get(each)?.checked);
      change((state) => withSplit(state, group, names.length));
    });
    box.append(make('label', { class: 'choice' }, input, make('span', { class: 'name' }, name)));
  }
  const note = make(
    'p',
    { class: 'note' },
    'Those ticked still reach each other, and so do the others; nothing passes between the two groups.',
  );
  const summary = make('summary', {}, 'The network between two groups ', count);
  return {
    root: make('details', { class: 'group split' }, summary, note, box),
    update({ lost }) {
      const split = lost.findLast(isSplit);
      const group = new Set(split?.group);
      for (const [name, input] of inputs) if (split || !isPending(inputs)) input.checked = group.has(name);
      count.textContent = split ? 'parted' : 'whole';
    },
  };
}

/** All are ticked: that parts nothing, and is on the way to something that does. */
function isPending(inputs: ReadonlyMap<string, HTMLInputElement>): boolean {
  return [...inputs.values()].every(({ checked }) => checked);
}

function isSplit(loss: Loss): loss is Extract<Loss, { kind: 'split' }> {
  return loss.kind === 'split';
}

/** The state with its last split replaced; no group, or all, is none. */
function withSplit(state: State, group: readonly string[], all: number): State {
  const old = state.lost.findLast(isSplit);
  const split: Loss | undefined =
    group.length === 0 || group.length === all ? undefined : { kind: 'split', group };
  if (!old) return split ? toggled(state, split) : state;
  const lost = state.lost.flatMap((loss) => (loss === old ? (split ? [split] : []) : [loss]));
  return { ...state, lost };
}

function radios(
  title: string,
  options: readonly (readonly [value: string, label: string, detail: string])[],
  current: (state: State) => string,
  choose: (value: string) => void,
): Part {
  const name = freshId();
  const root = make('fieldset', { class: 'radios' }, make('legend', {}, title));
  const inputs = options.map(([value, label, detail]) => {
    const input = make('input', { type: 'radio', name, value });
    input.addEventListener('change', () => choose(value));
    root.append(
      make(
        'label',
        { class: 'choice' },
        input,
        make('span', {}, make('span', { class: 'name' }, label), make('span', { class: 'detail' }, detail)),
      ),
    );
    return input;
  });
  return {
    root,
    update(state) {
      for (const input of inputs) input.checked = input.value === current(state);
    },
  };
}
