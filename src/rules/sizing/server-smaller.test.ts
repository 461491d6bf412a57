import { expect, test } from 'vitest';
import { changeFindingsOf, goodTopology } from '../testing.js';

const id = 'sizing/server-smaller';
const found = (before: string, after: string): string[] =>
  changeFindingsOf(before, after).filter((each) => each.includes(id));

const sized = (lines: string): string => `${goodTopology}    ${lines}\n`;
const memory = (size: string): string => sized(`resources: { memory: ${size} }`);

test('less memory makes both smaller, and is one finding', () => {
  expect(found(memory('4Gi'), memory('1Gi'))).toEqual([
    `warning ${id} 32:26 the servers of orders get smaller: connections 62 to 20 and buffer pool 2528Mi to 508Mi`,
  ]);
  expect(found(memory('1Gi'), memory('4Gi'))).toEqual([]);
});

test('connections that are said', () => {
  const connections = (count: number): string =>
    sized(`resources: { memory: 4Gi }\n    sizing: { maxConnections: ${count} }`);
  const [first, ...others] = found(connections(80), connections(40));
  expect(first).toContain('connections 80 to 40');
  expect(others).toEqual([]);
  expect(found(connections(80), connections(75))).toEqual([]);
});
