import { expect, test } from 'vitest';
import { change, changeFindingsOf, database, goodTopology } from '../testing.js';

const id = 'survival/expectation-removed';
const found = (before: string, after: string): string[] =>
  changeFindingsOf(before, after).filter((each) => each.includes(id));

const expecting = (...expectations: string[]): string =>
  `${goodTopology}expect:\n${expectations.map((each) => `  - ${each}\n`).join('')}`;
const [ams, fra] = ['{ lose: ams, writes: continue }', '{ lose: fra, writes: stop }'];

test('one that goes is told at those that stay, or at the head', () => {
  expect(found(expecting(ams, fra), expecting(fra))).toEqual([
    `warning ${id} 33:3 that writes continue without ams is expected no more`,
  ]);
  expect(found(expecting(ams, fra), goodTopology)).toEqual([
    `warning ${id} 1:1 that writes continue without ams and 1 more is expected no more`,
  ]);
});

test('one that says the opposite now is told where it says so', () => {
  const five = change(goodTopology, 'replicas: [1]', 'replicas: [1, 3, 4]');
  expect(found(expecting(ams), `${five}expect:\n  - { lose: ams, writes: stop }\n`)).toEqual([
    `warning ${id} 33:26 writes are expected to stop without ams, and were expected to continue`,
  ]);
});

test('order and spelling of losses do not count', () => {
  expect(found(expecting(ams, fra), expecting(fra, '{ lose: "cluster:ams", writes: continue }'))).toEqual([]);
  expect(
    found(expecting('{ lose: [fra, ams], writes: stop }'), expecting('{ lose: [ams, fra], writes: stop }')),
  ).toEqual([]);
});

test('one whose cluster or database goes is no loss of a test', () => {
  const two = goodTopology + database({ name: 'carts' });
  const ofCarts = `${two}expect:\n  - { lose: ams, writes: continue, databases: [carts] }\n`;
  expect(found(ofCarts, goodTopology)).toEqual([]);
  expect(found(ofCarts, two)).toHaveLength(1);
});
