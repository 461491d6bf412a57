import { expect, test } from 'vitest';
import {
  choosePostgres,
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

test.each([
  [256, [64, 4, 1178, 16, 0]],
  [512, [128, 8, 2611, 32, 0]],
  [1024, [256, 16, 2672, 64, 0]],
  [2048, [512, 32, 2855, 128, 0]],
  [4096, [1024, 64, 2763, 256, 0]],
  [8192, [2048, 128, 2352, 512, 0]],
  [16_384, [4096, 200, 3722, 1024, 0]],
  [65_536, [16_384, 200, 32_162, 2048, 0]],
])('%d MiB, as the reference has it', (memory, values) => expect(chosen(memory)).toEqual(values));

test('parallel workers are counted once for all sessions: max_parallel_workers bounds them together', () => {
  // The reference multiplies every session by its workers and gives 921kB.
  expect(chosen(4096, { cores: cores(4) })).toEqual([1024, 64, 2223, 256, 4]);
});

test('parallel workers give way where memory is short', () => {
  expect(chosen(512, { cores: cores(16) })?.[4]).toBe(1);
  expect(chosen(256, { cores: cores(64) })?.[4]).toBe(0);
  expect(chosen(512, { cores: cores(16), fixed: { parallel: 4, parallelWorkers: 16 } })).toBeUndefined();
});

test('a session takes what was measured: 24.5 + 4 x work_mem', () => {
  const memory = choosePostgres(asked(1024));
  if (!memory) throw new Error('fits');
  expect(perSession({ ...memory, sharedBuffers: 128, workMem: 4 })).toBeCloseTo(37.05, 9);
  expect(perSession({ ...memory, sharedBuffers: 128, workMem: 4, temporaryBuffers: 64 })).toBeCloseTo(
    93.05,
    9,
  );
});

test('before 15 hash tables take work_mem once', () => {
  expect(chosen(512, { version: '12' })?.[2]).toBeGreaterThan(4000);
});

test('what is asked for stands, or the remedies are named', () => {
  expect(chosen(1024, { connections: 20, workMem: mebibytes(1) })).toEqual([256, 20, 1024, 64, 0]);
  const request = asked(1024, { connections: 60 });
  expect(choosePostgres(request)).toBeUndefined();
  const { memory, connections, pool } = postgresRemedies(request);
  expect([memory, connections, pool]).toEqual([2447, 24, undefined]);
  expect(choosePostgres(asked(memory ?? 0, { connections: 60 }))).toBeDefined();
  expect(postgresRemedies(asked(1024, { sharedBuffers: mebibytes(900) })).pool).toBeGreaterThan(300);
});

test('autovacuum that has no memory of its own takes maintenance_work_mem', () => {
  const memory = choosePostgres(asked(4096, { fixed: { autovacuumWorkMem: -1 } }));
  expect(memory?.autovacuumWorkMem).toBe(256);
  if (!memory) return;
  const { parts } = postgresBudget(mebibytes(4096), memory);
  expect(parts.find(({ part }) => part === 'autovacuum')?.size).toBe(256);
});
