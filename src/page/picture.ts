import { type Loss, lossWords, normalLoss, parseLoss } from '../survival/index.js';
import type { Answer } from './answer.js';
import { zonesOfPage } from './choices.js';
import type { PageData } from './data.js';
import { draw } from './dom.js';
import { goneWith } from './gone.js';
import { idleWord, type Result } from './results.js';
import { countOf, type State } from './state.js';

// What the picture of `dbspan graph` promises is written at the top of src/report/graph/svg.ts.

/** Something in the picture that can be lost. */
interface Target {
  readonly group: SVGGElement;
  readonly loss: Loss;
  /** What it is called as a button; undefined where another one takes its place. */
  readonly name: string | undefined;
  readonly words: Words | undefined;
  /** What a loss would do is not said once something is lost. */
  readonly forecast: readonly Element[];
  /** Said when the pointer rests on it, which is a forecast as well. */
  readonly title: Element | null;
  readonly titleBefore: string;
}

/** A text of the picture that says what a loss would do, until something is lost. */
interface Words {
  readonly text: Element;
  readonly before: string;
  readonly at: string;
  /** Where it stands when what is before it is hidden. */
  readonly start: string;
  /** The text that it completes: `Lose a node:`. */
  readonly lead: Element | null;
  readonly leadBefore: string;
}

/** Makes the parts of the picture that can be lost into buttons, and shows on it what is lost. */
export function picture(figure: HTMLElement, data: PageData, lose: (loss: Loss) => void): Answer {
  const svg = figure.querySelector('svg');
  const targets = svg ? targetsOf(svg, data) : [];
  const members = membersOf(figure);
  if (svg && targets.length > 0) {
    // As an image it would hide its buttons from those who listen.
    svg.setAttribute('role', 'group');
    // The style sheet decides how small it may become before the figure scrolls.
    svg.style.setProperty('--natural', `${svg.width.baseVal.value}px`);
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

/** Widths beyond this need the whole page. */
const broadest = 1200;

/** Whether nothing has room beside a picture. */
export function isBroad(figure: HTMLElement): boolean {
  return (figure.querySelector('svg')?.width.baseVal.value ?? 0) > broadest;
}

function targetsOf(svg: SVGSVGElement, data: PageData): Target[] {
  const zones = zonesOfPage(data);
  const labels = svg.querySelectorAll<SVGGElement>('g.link-label[data-loss]');
  const labelled = new Set([...labels].map((group) => group.dataset['loss']));
  return [...svg.querySelectorAll<SVGGElement>('g[data-loss]')].flatMap((group) => {
    const parsed = parseLoss(group.dataset['loss'] ?? '', data.landscape, zones);
    if ('problem' in parsed) return [];
    const loss = normalLoss(parsed, data.landscape);
    // A line whose label is a button already takes clicks, and needs no second one.
    const isButton = !(group.matches('.link') && labelled.has(group.dataset['loss']));
    if (isButton) {
      group.setAttribute('role', 'button');
      group.setAttribute('tabindex', '0');
    } else group.setAttribute('aria-hidden', 'true');
    const forecast = [...group.querySelectorAll('.face > .icon ~ text.faint, .region-name > .icon ~ text')];
    const name = isButton ? `Lose ${lossWords(loss, data.landscape)}` : undefined;
    const title = group.querySelector(':scope > title');
    const titleBefore = title?.textContent ?? '';
    return [{ group, loss, name, words: wordsIn(group), forecast, title, titleBefore }];
  });
}

function wordsIn(group: SVGGElement): Words | undefined {
  const text = group.querySelector('text.words');
  if (!text) return undefined;
  const at = text.getAttribute('x') ?? '';
  const sign = group.querySelector(':scope.face > .icon')?.getAttribute('transform');
  const [, start = at] = /translate\(([\d.]+)/.exec(sign ?? '') ?? [];
  const lead = group.querySelector(':scope.part > text.faint');
  return { text, before: text.textContent, at, start, lead, leadBefore: lead?.textContent ?? '' };
}

/** A button's name holds all that is written on it, for those who speak to their computer. */
function labelOf(name: string, { group, forecast }: Target, nothing: boolean): string {
  const texts = [...group.querySelectorAll('text')].filter((text) => nothing || !forecast.includes(text));
  const written = texts
    .map((text) => text.firstChild?.textContent ?? '')
    .filter((text) => text !== '')
    .join(' ');
  if (written === '' || name.endsWith(written)) return name;
  const own = name.slice('Lose '.length);
  return written.startsWith(own) ? `Lose ${written}` : `${name}: ${written}`;
}

function showLosses(
  targets: readonly Target[],
  state: State,
  results: readonly Result[],
  { landscape }: PageData,
): void {
  const gone = goneWith(state.lost, landscape);
  const nothing = state.lost.length === 0;
  const fates = nothing ? new Map<string, Fate>() : fatesOf(results);
  for (const target of targets) {
    const { group, loss, words, name } = target;
    const count = countOf(state, loss);
    const isGone = gone.has(loss);
    const whole = loss.kind === 'cluster' ? group.parentElement : group;
    whole?.classList.toggle('is-lost', isGone);
    const fate = loss.kind === 'cluster' && !isGone ? fates.get(loss.cluster) : undefined;
    if (loss.kind === 'cluster')
      for (const each of fateClasses) whole?.classList.toggle(`fate-${each}`, each === fate?.kind);
    if (words) {
      words.text.textContent = nothing ? words.before : wordsOf(loss, isGone, count, fate);
      words.text.setAttribute('x', nothing ? words.at : words.start);
      const isOpen = words.text.textContent === '';
      if (words.lead) words.lead.textContent = isOpen ? words.leadBefore.replace(/:$/, '') : words.leadBefore;
    } else if (name !== undefined) badge(group, count > 0 ? 'lost' : '');
    const label = labelOf(name ?? `Lose ${lossWords(loss, landscape)}`, target, nothing);
    if (target.title) target.title.textContent = nothing ? target.titleBefore : label;
    if (name === undefined) continue;
    group.setAttribute('aria-pressed', String(count > 0));
    group.setAttribute('aria-label', label);
  }
}

/** How the replicas of a cluster that is there fare. */
interface Fate {
  readonly kind: (typeof fateClasses)[number];
  readonly words: string;
}

const fateClasses = ['go', 'part', 'stop'] as const;

function wordsOf(loss: Loss, isGone: boolean, count: number, fate: Fate | undefined): string {
  if (loss.kind === 'node' && count > 0) return count > 1 ? `${count} lost` : 'lost';
  if (isGone) return 'lost';
  if (loss.kind === 'cluster') return fate?.words ?? 'runs';
  return loss.kind === 'link' ? 'holds' : '';
}

/** How the members on each cluster fare that are still there. */
function fatesOf(results: readonly Result[]): ReadonlyMap<string, Fate> {
  const seen = new Map<string, { serving: boolean; idle: string | undefined }>();
  const of = (cluster: string): { serving: boolean; idle: string | undefined } => {
    const known = seen.get(cluster) ?? { serving: false, idle: undefined };
    seen.set(cluster, known);
    return known;
  };
  for (const { outcome } of results) {
    for (const { cluster } of outcome.serving) of(cluster).serving = true;
    for (const { cluster } of outcome.idle) of(cluster).idle = idleWord(outcome);
    for (const { cluster } of outcome.lost) of(cluster);
  }
  return new Map([...seen].map(([cluster, { serving, idle }]) => [cluster, fateOf(serving, idle)]));
}

function fateOf(serving: boolean, idle: string | undefined): Fate {
  if (serving)
    return idle === undefined
      ? { kind: 'go', words: 'writes go on' }
      : { kind: 'part', words: 'writes go on in part' };
  return { kind: 'stop', words: idle === undefined ? 'no replica is left' : `${idle}: no writes` };
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
  const room = word.length * 6.2 + 8;
  const { right, top } = cornerOf(shape, room);
  const made = draw(
    'g',
    { class: 'badge', 'data-word': word },
    draw('rect', { x: String(right - room), y: String(top), width: String(room), height: '14', rx: '3' }),
    draw('text', { x: String(right - room / 2), y: String(top + 10.5), 'text-anchor': 'middle' }, word),
  );
  badges.set(group, made);
  group.append(' ', made);
}

/** Where a badge stands: over the upper right corner of a box, or in the middle of a line. */
function cornerOf(shape: SVGGraphicsElement, room: number): { right: number; top: number } {
  if (!(shape instanceof SVGRectElement)) {
    const { x, y, width, height } = shape.getBBox();
    return { right: x + width / 2 + room / 2, top: y + height / 2 - 7 };
  }
  // Not asked of the browser, which would have to lay everything out each time.
  const of = (name: string): number => Number(shape.getAttribute(name) ?? 0);
  return { right: of('x') + of('width'), top: of('y') - 8 };
}
