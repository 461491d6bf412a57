import { type Loss, lossWords, parseLoss } from '../survival/index.js';
import type { Answer } from './answer.js';
import { zonesOfPage } from './choices.js';
import type { PageData } from './data.js';
import { draw } from './dom.js';
import { goneWith } from './gone.js';
import { idleWord, type Result } from './results.js';
import { countOf, normalLoss, type State } from './state.js';

// What the picture of `dbspan graph` promises is written at the top of src/report/graph/svg.ts.

/** Something in the picture that can be lost. */
interface Target {
  readonly group: SVGGElement;
  readonly loss: Loss;
  readonly words: Words | undefined;
}

/** A text of the picture that says what a loss would do, until something is lost. */
interface Words {
  readonly text: Element;
  readonly before: string;
}

/** Makes the parts of the picture that can be lost into buttons, and shows on it what is lost. */
export function picture(figure: HTMLElement, data: PageData, lose: (loss: Loss) => void): Answer {
  const svg = figure.querySelector('svg');
  const targets = svg ? targetsOf(svg, data) : [];
  const members = membersOf(figure);
  if (svg && targets.length > 0) {
    // As an image it would hide its buttons from those who listen.
    svg.setAttribute('role', 'group');
    const byGroup = new Map<Element, Loss>(targets.map(({ group, loss }) => [group, loss]));
    const press = (event: Event): boolean => {
      const group = (event.target as Element).closest('[data-loss]');
      const loss = group && byGroup.get(group);
      if (loss) lose(loss);
      return loss !== undefined;
    };
    svg.addEventListener('click', press);
    svg.addEventListener('keydown', (event) => {
      if ((event.key === 'Enter' || event.key === ' ') && !event.repeat && press(event))
        event.preventDefault();
    });
  }
  return {
    root: figure,
    update(state, results) {
      svg?.classList.toggle('after-loss', state.lost.length > 0);
      showLosses(targets, state, results, data);
      showMembers(members, state, results);
    },
  };
}

function targetsOf(svg: SVGSVGElement, data: PageData): Target[] {
  const zones = zonesOfPage(data);
  return [...svg.querySelectorAll<SVGGElement>('g[data-loss]')].flatMap((group) => {
    const parsed = parseLoss(group.dataset['loss'] ?? '', data.landscape, zones);
    if ('problem' in parsed) return [];
    const loss = normalLoss(parsed, data.landscape);
    group.setAttribute('role', 'button');
    group.setAttribute('tabindex', '0');
    group.setAttribute('aria-label', `Lose ${lossWords(loss, data.landscape)}`);
    const text = group.querySelector('text.words');
    return [{ group, loss, words: text ? { text, before: text.textContent } : undefined }];
  });
}

function showLosses(
  targets: readonly Target[],
  state: State,
  results: readonly Result[],
  { landscape }: PageData,
): void {
  const gone = goneWith(state.lost, landscape);
  const nothing = state.lost.length === 0;
  const fates = nothing ? new Map<string, string>() : fatesOf(results);
  for (const { group, loss, words } of targets) {
    const count = countOf(state, loss);
    const isGone = gone.has(loss);
    const mark = loss.kind === 'cluster' ? group.parentElement : group;
    group.setAttribute('aria-pressed', String(count > 0));
    mark?.classList.toggle('is-lost', isGone);
    if (words) words.text.textContent = nothing ? words.before : wordsOf(loss, isGone, count, fates);
    else badge(group, isGone ? 'lost' : '');
  }
}

function wordsOf(loss: Loss, isGone: boolean, count: number, fates: ReadonlyMap<string, string>): string {
  if (isGone) return count > 1 ? `${count} lost` : 'lost';
  if (loss.kind === 'cluster') return fates.get(loss.cluster) ?? 'runs';
  return loss.kind === 'link' ? 'holds' : '';
}

/** How the members on each cluster fare that are still there. */
function fatesOf(results: readonly Result[]): ReadonlyMap<string, string> {
  const seen = new Map<string, Set<string>>();
  const add = (cluster: string, word: string): void => {
    const words = seen.get(cluster);
    if (words) words.add(word);
    else seen.set(cluster, new Set([word]));
  };
  for (const { outcome } of results) {
    for (const { cluster } of outcome.serving) add(cluster, 'writes go on');
    for (const { cluster } of outcome.idle) add(cluster, idleWord(outcome));
    for (const { cluster } of outcome.lost) if (!seen.has(cluster)) seen.set(cluster, new Set());
  }
  return new Map(
    [...seen].map(([cluster, words]) => [
      cluster,
      words.size === 0 ? 'no replica left' : words.size === 1 ? ([...words][0] ?? '') : 'in part',
    ]),
  );
}

function membersOf(figure: HTMLElement): ReadonlyMap<string, SVGGElement> {
  const groups = [...figure.querySelectorAll<SVGGElement>('g[data-member]')];
  return new Map(
    groups.map((group) => [
      `${group.dataset['database']} ${clusterOf(group)} ${group.dataset['member']}`,
      group,
    ]),
  );
}

function clusterOf(group: SVGGElement): string {
  return group.closest<SVGGElement>('[data-cluster]')?.dataset['cluster'] ?? '';
}

function showMembers(
  members: ReadonlyMap<string, SVGGElement>,
  state: State,
  results: readonly Result[],
): void {
  for (const { database, outcome } of results) {
    const { namespace, name: databaseName } = database.survival;
    const show = (cluster: string, name: string, fate: string, word: string): void => {
      const group = members.get(`${namespace}/${databaseName} ${cluster} ${name}`);
      if (!group) return;
      group.classList.toggle('is-lost', fate === 'lost');
      group.classList.toggle('is-idle', fate === 'idle');
      badge(group, state.lost.length === 0 ? '' : word);
    };
    for (const { cluster, name } of outcome.serving) show(cluster, name, 'serving', 'goes on');
    for (const { cluster, name } of outcome.idle) show(cluster, name, 'idle', idleWord(outcome));
    for (const { cluster, name } of outcome.lost) show(cluster, name, 'lost', 'lost');
  }
}

const badges = new WeakMap<Element, SVGGElement>();

/** A word on the upper edge of a part of the picture; none takes it away. */
function badge(group: SVGGElement, word: string): void {
  const old = badges.get(group);
  if (old?.dataset['word'] === word) return;
  old?.remove();
  badges.delete(group);
  if (word === '') return;
  const shape =
    group.querySelector<SVGGraphicsElement>('rect') ?? group.querySelector<SVGGraphicsElement>('path');
  if (!shape) return;
  const { x, y, width, height } = shape.getBBox();
  const room = word.length * 6.2 + 8;
  const isBox = shape instanceof SVGRectElement;
  const right = isBox ? x + width : x + width / 2 + room / 2;
  const top = isBox ? y - 8 : y + height / 2 - 7;
  const made = draw(
    'g',
    { class: 'badge', 'data-word': word, 'aria-hidden': 'true' },
    draw('rect', { x: String(right - room), y: String(top), width: String(room), height: '14', rx: '3' }),
    draw('text', { x: String(right - room / 2), y: String(top + 10.5), 'text-anchor': 'middle' }, word),
  );
  badges.set(group, made);
  group.append(made);
}
