import { describe, expect, test } from 'vitest';
import { sessionResults } from './measurements.js';
import {
  choosePostgres,
  hasWideHashes,
  type PostgresMemory,
  type PostgresRequest,
  perSession,
  postgresBudget,
  postgresRemedies,
} from './postgres.js';
import { cores, mebibytes } from './units.js';

const asked = (memory: number, change: Partial<PostgresRequest> = {}): PostgresRequest => ({
  memory: mebibytes(memory),
  version: '15',
  cores: undefined,
  workload: 'oltp',
  connections: undefined,
  sharedBuffers: undefined,
  workMem: undefined,
  fixed: {},
  ...change,
});

/** shared_buffers, connections, work_mem in kB, maintenance_work_mem, parallel workers. */
function chosen(memory: number, change: Partial<PostgresRequest> = {}): number[] | undefined {
  const choice = choosePostgres(asked(memory, change));
  if (!choice) return undefined;
  const { sharedBuffers, connections, workMem, maintenance, parallel, parallelWorkers } = choice;
  return [
    sharedBuffers,
    connections,
    Math.floor(workMem * 1024),
    maintenance,
    parallel === 0 ? 0 : parallelWorkers,
  ];
}

describe.each([
  [
    '15',
    [
      [256, [64, 6, 1588, 16, 0]],
      [512, [128, 8, 5049, 32, 0]],
      [1024, [256, 16, 5110, 64, 0]],
      [2048, [512, 32, 5293, 128, 0]],
      [4096, [1024, 64, 5201, 256, 0]],
      [8192, [2048, 128, 4790, 512, 0]],
      [16_384, [4096, 200, 6160, 1024, 0]],
      [65_536, [16_384, 200, 34_600, 2048, 0]],
    ],
  ],
  [
    '17',
    [
      [256, [64, 6, 953, 16, 0]],
      [512, [128, 8, 3029, 32, 0]],
      [1024, [256, 16, 3066, 64, 0]],
      [4096, [1024, 64, 3121, 256, 0]],
      [65_536, [16_384, 200, 20_760, 2048, 0]],
    ],
  ],
] as [string, [number, number[]][]][])('Postgres %s', (version, rows) => {
  test.each(rows)('%d MiB', (memory, values) => expect(chosen(memory, { version })).toEqual(values));
});

test('the least memory: six sessions and the least work_mem', () => {
  expect(chosen(211, { version: '17' })).toBeUndefined();
  expect(chosen(212, { version: '17' })).toEqual([53, 6, 269, 16, 0]);
  expect(postgresRemedies(asked(100, { version: '17' })).memory).toBe(212);
});

describe('a session takes', () => {
  const memory: PostgresMemory = {
    sharedBuffers: 128,
    connections: 20,
    workMem: 4,
    hashMultiplier: 2,
    wideHashes: false,
    maintenance: 64,
    autovacuumWorkers: 3,
    autovacuumWorkMem: 16,
    jit: false,
    parallel: 0,
    parallelWorkers: 2,
    temporaryBuffers: 8,
    walBuffers: 4,
  };

  test.each<[string, Partial<PostgresMemory>, number]>([
    ['10, its page tables and 4.2 x work_mem', {}, 27.05],
    ['7 x work_mem from 16 on', { wideHashes: true }, 38.25],
    ['half of it with a hash_mem_multiplier of 1', { hashMultiplier: 1 }, 18.65],
    ['24 more with compiled queries', { jit: true }, 51.05],
    ['hash tables for every process of a parallel query', { parallel: 2 }, 60.65],
    ['temporary tables above the default', { temporaryBuffers: 64 }, 83.05],
    ['page tables of all of shared_buffers', { sharedBuffers: 4096 }, 34.8],
  ])('%s', (_, change, size) => expect(perSession({ ...memory, ...change })).toBeCloseTo(size, 9));

  test.each(sessionResults)(
    'no less than what Postgres $version took with work_mem $workMem MiB, jit $jit',
    ({ version, workMem, jit, buffers, each }) => {
      const wideHashes = hasWideHashes(version);
      const counted = perSession({ ...memory, sharedBuffers: buffers, workMem, jit, wideHashes });
      expect(counted).toBeGreaterThan(each);
      // Room for the kernel's part and for other queries: for 10 MiB, and half as much again.
      expect(counted).toBeLessThan(10 + 1.5 * each);
    },
  );

  test('parallel workers: as many as can run at a time, beside what the sessions take', () => {
    const workers = (change: Partial<PostgresMemory>): number | undefined =>
      postgresBudget(mebibytes(4096), { ...memory, ...change }).parts.find(
        ({ part }) => part === 'parallel workers',
      )?.size;
    expect(workers({})).toBeUndefined();
    expect(workers({ parallel: 2, parallelWorkers: 8 })).toBeCloseTo(8 * 10.25, 9);
    expect(workers({ parallel: 2, parallelWorkers: 8, connections: 3 })).toBeCloseTo(6 * 10.25, 9);
    expect(workers({ parallel: 2, parallelWorkers: 8, jit: true })).toBeCloseTo(8 * 34.25, 9);
  });

  test('nothing for /dev/shm beside them: what lies there is in the sessions', () => {
    const { parts } = postgresBudget(mebibytes(4096), { ...memory, parallel: 2 });
    expect(parts.map(({ part }) => part)).toEqual([
      'shared buffers',
      'their bookkeeping',
      'connections',
      'parallel workers',
      'maintenance',
      'autovacuum',
      'server',
      'reserve',
    ]);
  });
});

describe('parallel queries', () => {
  test('are for mixed loads and reports, from four cores on', () => {
    const workers = (workload: PostgresRequest['workload'], count: number): number | undefined =>
      choosePostgres(asked(16_384, { workload, cores: cores(count) }))?.parallel;
    for (const workload of ['oltp', 'edge'] as const) expect(workers(workload, 32)).toBe(0);
    for (const workload of ['mixed', 'analytics'] as const) {
      expect([2, 3.5, 4, 6, 8, 32].map((count) => workers(workload, count))).toEqual([0, 0, 2, 3, 4, 4]);
    }
    expect(choosePostgres(asked(16_384, { workload: 'analytics' }))?.parallel).toBe(0);
  });

  test('give way before work_mem falls below 1 MiB', () => {
    const parallel = (memory: number): number | undefined =>
      choosePostgres(asked(memory, { version: '17', workload: 'mixed', cores: cores(16) }))?.parallel;
    expect([256, 512, 1024, 4096, 32_768].map(parallel)).toEqual([0, 1, 2, 2, 4]);
    for (let memory = 256; memory < 8192; memory += 97) {
      const choice = choosePostgres(asked(memory, { version: '17', workload: 'mixed', cores: cores(16) }));
      if (choice && choice.parallel > 0) expect(choice.workMem).toBeGreaterThanOrEqual(1);
    }
  });

  test('that config asks for stand', () => {
    const fixed = { parallel: 4, parallelWorkers: 16 };
    expect(choosePostgres(asked(512, { cores: cores(16), connections: 8, fixed }))).toBeUndefined();
    expect(choosePostgres(asked(4096, { cores: cores(16), fixed }))?.parallel).toBe(4);
  });
});

test('queries are compiled for reports only, and where config says so', () => {
  const jit = (change: Partial<PostgresRequest>): boolean | undefined =>
    choosePostgres(asked(4096, change))?.jit;
  expect(['oltp', 'mixed', 'edge', 'analytics'].map((workload) => jit({ workload } as never))).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect(jit({ workload: 'analytics', version: '10' })).toBe(false);
  expect(jit({ fixed: { jit: true } })).toBe(true);
});

test('what config makes of the sessions leaves room for fewer, not for none', () => {
  const count = (fixed: PostgresRequest['fixed'], connections?: number): number | undefined =>
    choosePostgres(asked(4096, { fixed, connections }))?.connections;
  expect(count({})).toBe(64);
  for (const fixed of [{ jit: true }, { temporaryBuffers: 128 }, { parallel: 8, parallelWorkers: 512 }]) {
    const fewer = count(fixed) ?? 0;
    expect(fewer).toBeGreaterThanOrEqual(6);
    expect(fewer).toBeLessThan(64);
    expect(count(fixed, fewer)).toBe(fewer);
    expect(count(fixed, fewer + 1)).toBeUndefined();
  }
});

test('before 13 hash tables take work_mem once', () => {
  expect([chosen(512, { version: '12' })?.[2], chosen(512, { version: '13' })?.[2]]).toEqual([10_098, 5049]);
});

test('what is asked for stands, or the remedies are named', () => {
  expect(chosen(1024, { connections: 20, workMem: mebibytes(1) })).toEqual([256, 20, 1024, 64, 0]);
  const request = asked(1024, { connections: 60 });
  expect(choosePostgres(request)).toBeUndefined();
  const { memory, connections, pool } = postgresRemedies(request);
  expect([memory, connections, pool]).toEqual([1320, 46, undefined]);
  expect(choosePostgres(asked(memory ?? 0, { connections: 60 }))).toBeDefined();
  expect(postgresRemedies(asked(1024, { sharedBuffers: mebibytes(900) })).pool).toBeGreaterThan(300);
});

test('autovacuum that has no memory of its own takes maintenance_work_mem', () => {
  const memory = choosePostgres(asked(4096, { fixed: { autovacuumWorkMem: -1 } }));
  expect(memory?.autovacuumWorkMem).toBe(256);
  if (!memory) return;
  const { parts } = postgresBudget(mebibytes(4096), memory);
  expect(parts.find(({ part }) => part === 'autovacuum')?.size).toBe(3 * 256);
});
