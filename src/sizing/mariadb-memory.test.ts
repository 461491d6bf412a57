import { expect, test } from 'vitest';
import { besidePool, type MariadbMemory, mariadbBudget, perConnection } from './mariadb-memory.js';
import { mebibytes } from './units.js';

const small: MariadbMemory = {
  pool: 282,
  connections: 12,
  extraConnections: 0,
  sessionCap: 8,
  packet: 2,
  temporaryTable: 1,
  sortBuffer: 0.25,
  joinBuffer: 0.125,
  logBuffer: 4,
  ariaCache: 8,
  keyBuffer: 1,
  queryCache: 0,
  fullTextCache: 0,
  tableOpenCache: 400,
  performanceSchema: false,
  largeCollations: false,
  appliers: undefined,
  gcacheMemory: 0,
};

test('the base is the measured one: 72 MiB with small caches and 400 tables', () => {
  expect(besidePool(small)).toBe(72);
  expect(besidePool({ ...small, largeCollations: true })).toBe(86);
  expect(besidePool({ ...small, performanceSchema: true })).toBe(177);
  expect(besidePool({ ...small, appliers: 2 })).toBe(72 + 40 + 4 + 50);
  expect(besidePool({ ...small, appliers: 2, gcacheMemory: 64 })).toBe(72 + 40 + 4 + 50 + 64);
});

test('what somebody raises counts', () => {
  expect(besidePool({ ...small, keyBuffer: 129 })).toBe(200);
  expect(besidePool({ ...small, queryCache: 64 })).toBe(136);
  expect(besidePool({ ...small, fullTextCache: 131 })).toBe(172);
});

test.each([
  [8, 1, 9.5],
  [8, 2, 10.5],
  [8, 4, 12.5],
  [8, 8, 16.5],
  [16, 8, 24.5],
  [16, 16, 32.5],
  // Larger than the cap a packet is there twice before anybody looks.
  [8, 16, 34.1],
  [8, 64, 134.9],
])('a connection capped at %d with packets of %d MiB takes %d', (sessionCap, packet, size) => {
  expect(perConnection({ ...small, sessionCap, packet })).toBeCloseTo(size, 9);
});

test('without a cap it takes what was measured with the defaults: 38.1 MiB on 11.8', () => {
  const defaults = { sessionCap: undefined, packet: 16, temporaryTable: 16, sortBuffer: 2 };
  expect(perConnection(defaults)).toBe(38.5);
  expect(perConnection({ ...defaults, packet: 1, temporaryTable: 1, sortBuffer: 0.25 })).toBe(12.5);
});

test('the budget adds up to the limit', () => {
  const { parts, total, limit } = mariadbBudget(mebibytes(512), small);
  expect(parts.map(({ part, size }) => [part, size])).toEqual([
    ['buffer pool', 282],
    ['its bookkeeping', 282 * 0.02],
    ['connections', 126],
    ['server and allocator', 48],
    ['log buffer', 4],
    ['caches of other engines', 8],
    ['open tables', 12],
    ['reserve', 25.6],
  ]);
  expect(total).toBeCloseTo(511.24, 9);
  expect(limit).toBe(512);
  expect(parts[2]?.how).toBe('12 x 10.5Mi (0.5 + max_session_mem_used 8 + max_allowed_packet 2)');
});

test('connections of the extra port come on top', () => {
  const { parts } = mariadbBudget(mebibytes(512), { ...small, extraConnections: 2 });
  expect(parts.find(({ part }) => part === 'connections')?.size).toBe(147);
});
