import { expect, test } from 'vitest';
import { mebibytes } from './units.js';
import { keptWalFor, mariadbVolumeBudget, maxWalFor, postgresVolumeBudget, redoLogFor } from './volume.js';

test('the volume of a member of a Galera cluster, line by line', () => {
  const budget = mariadbVolumeBudget(mebibytes(20_480), {
    data: mebibytes(10_240),
    redoLog: mebibytes(128),
    gcache: mebibytes(1024),
    gcachePage: mebibytes(128),
    largestWriteSet: mebibytes(256),
    binlog: mebibytes(1024),
  });
  expect(budget.parts.map(({ part, size }) => [part, size])).toEqual([
    ['data', 10_240],
    ['system tables', 59],
    ['redo log', 128],
    ['undo logs', 64],
    ['binary log', 2048],
    ['write-set cache', 1024],
    ['its pages', 256],
    ['transfer scratch', 128],
    ['reserve', 3072],
  ]);
  expect(budget.total).toBe(17_019);
  expect(budget.room).toBe(20_480 - 17_019 + 10_240);
});

test('the volume of a Postgres server', () => {
  const budget = postgresVolumeBudget(mebibytes(20_480), {
    data: undefined,
    keptWal: mebibytes(1536),
    maxWal: mebibytes(2560),
  });
  expect(budget.parts.map(({ part, size }) => [part, size])).toEqual([
    ['data', 512],
    ['system catalogs', 40],
    ['WAL between checkpoints', 3200],
    ['WAL for standbys', 1536],
    ['temporary files', 1024],
    ['reserve', 3072],
  ]);
});

test('a volume without room says so with a number below zero', () => {
  expect(
    postgresVolumeBudget(mebibytes(1024), {
      data: undefined,
      keptWal: mebibytes(1536),
      maxWal: mebibytes(1024),
    }).room,
  ).toBeLessThan(0);
});

test.each([
  [80, undefined, 96],
  [626, undefined, 128],
  [2656, 20_480, 640],
  [44_672, 1_048_576, 4096],
  [626, 1024, 48],
  [626, 1900, 48],
])('redo log of a pool of %d MiB on a volume of %s', (pool, volume, size) => {
  expect(redoLogFor(pool, volume === undefined ? undefined : mebibytes(volume), false)).toBe(size);
});

test('on the edge the redo log stays small', () => {
  expect(redoLogFor(44_672, undefined, true)).toBe(96);
});

test.each([
  ['oltp', undefined, 4096],
  ['oltp', 20_480, 2560],
  ['oltp', 512, 128],
  ['analytics', 1_048_576, 16_384],
  ['edge', 20_480, 1024],
] as const)('max_wal_size for %s on %s', (workload, volume, size) => {
  expect(maxWalFor(workload, volume === undefined ? undefined : mebibytes(volume))).toBe(size);
});

test("WAL for standbys: KubeDB's, within 15 % of the volume", () => {
  expect([256, 1024, 5120, 20_480].map((size) => keptWalFor(mebibytes(size)))).toEqual([64, 144, 768, 1536]);
});
