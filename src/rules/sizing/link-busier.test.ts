import { expect, test } from 'vitest';
import { changeFindingsOf, database, goodTopology } from '../testing.js';

const id = 'sizing/link-busier';
const found = (before: string, after: string): string[] =>
  changeFindingsOf(before, after).filter((each) => each.includes(id));

const linked = (...databases: string[]): string =>
  `${goodTopology}${writing('1Mi')}${databases.join('')}links: [{ between: [fra, ams], rtt: 5ms, bandwidth: 1Gbps }]\n`;
const writing = (rate: string): string => `    sizing: { gcache: { rideOut: 10m, writeRate: ${rate} } }\n`;

test('another database on the link', () => {
  const more = linked(database({ name: 'carts' }) + writing('2Mi'));
  expect(found(linked(), more)).toEqual([
    `info ${id} 42:53 writes take 60Mbps of the link between fra and ams at 1Gbps, 20Mbps until now`,
  ]);
  expect(found(more, linked())).toEqual([]);
});

test('less than twice as much, and what nobody says', () => {
  expect(found(linked(), linked(database({ name: 'carts' }) + writing('512Ki')))).toEqual([]);
  expect(found(linked(), linked(database({ name: 'carts' })))).toEqual([]);
  // The figure is new, and what is written is not.
  expect(
    found(linked(database({ name: 'carts' })), linked(database({ name: 'carts' }) + writing('4Mi'))),
  ).toEqual([]);
});
