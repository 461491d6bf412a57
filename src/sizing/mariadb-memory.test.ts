import { describe, expect, test } from 'vitest';
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
  // Larger than the cap, a packet is there as it came and as text before anybody looks.
  [8, 16, 40.5],
  [8, 64, 160.5],
])('a connection capped at %d with packets of %d MiB takes %d', (sessionCap, packet, size) => {
  expect(perConnection({ ...small, sessionCap, packet })).toBeCloseTo(size, 9);
});

describe('without a cap a connection takes', () => {
  const defaults = { sessionCap: undefined, packet: 16, temporaryTable: 16, sortBuffer: 2 };
  const small = { ...defaults, packet: 1, temporaryTable: 1, sortBuffer: 0.25 };

  test.each([
    ['a packet as it came and as text', defaults, 40.5],
    ['two temporary tables, a sort and what is beside them', { ...defaults, packet: 4 }, 40.1],
    ['more with larger temporary tables', { ...defaults, temporaryTable: 64 }, 140.9],
    ['more with larger packets', { ...small, packet: 64 }, 160.5],
    ['12 MiB with small buffers', small, 12.5],
  ])('%s', (_, memory, size) => expect(perConnection(memory)).toBeCloseTo(size, 9));

  test('no less than what was measured', () => {
    expect(perConnection(defaults)).toBeGreaterThan(39.7);
    expect(perConnection({ ...defaults, temporaryTable: 64 })).toBeGreaterThan(133);
    expect(perConnection(small)).toBeGreaterThan(12.2);
  });
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
