import { expect, test } from 'vitest';
import { cutOf, type Network, networkAfter, reachDirectly } from './groups.js';
import type { Loss } from './model.js';

const names = ['a', 'b', 'c', 'd'];
const link = (one: string, other: string): Loss => ({ kind: 'link', between: [one, other] });
const split = (...group: string[]): Loss => ({ kind: 'split', group });

function after(...losses: Loss[]): Network | undefined {
  const numbers = new Map(names.map((name, number) => [name, number]));
  const cuts = losses.flatMap((loss) => cutOf(loss, numbers) ?? []);
  return networkAfter(
    names.length,
    cuts,
    names.map(() => 1),
  );
}

function groupsAfter(...losses: Loss[]): string {
  const network = after(...losses);
  const groups: string[] = [];
  for (const [number, name] of names.entries()) {
    const group = network?.groups[number] ?? 0;
    groups[group] = `${groups[group] ?? ''}${name}`;
  }
  return groups.join(' ');
}

test('what is parted, and what still has a way round', () => {
  expect(groupsAfter()).toBe('abcd');
  expect(groupsAfter({ kind: 'cluster', cluster: 'a' })).toBe('abcd');
  expect(groupsAfter(link('a', 'b'))).toBe('abcd');
  expect(groupsAfter(link('a', 'b'), link('a', 'c'))).toBe('abcd');
  expect(groupsAfter(link('a', 'b'), link('a', 'c'), link('d', 'a'))).toBe('a bcd');
  expect(groupsAfter(split('b', 'd'))).toBe('ac bd');
  expect(groupsAfter(split('b', 'd'), split('c', 'd'))).toBe('a b c d');
  expect(groupsAfter(split('b', 'd'), link('d', 'b'))).toBe('ac b d');
  expect(groupsAfter(split('b', 'd'), link('a', 'b'))).toBe('ac bd');
});

test('a link that is named twice, or of a stranger, takes nothing more away', () => {
  expect(groupsAfter(link('a', 'b'), link('b', 'a'), link('a', 'b'))).toBe('abcd');
  expect(groupsAfter(link('a', 'z'), split('z'))).toBe('abcd');
});

test('who reaches whom directly', () => {
  const network = after(link('a', 'b'), split('d'));
  const reached = (one: number): string =>
    names.map((_, other) => (reachDirectly(network, one, other) ? 1 : 0)).join('');
  expect(names.map((_, one) => reached(one)).join(' ')).toBe('1010 0110 1110 0001');
});
