import { describe, expect, test } from 'vitest';
import { sizePostgres } from './postgres-server.js';
import type { SizingRequest } from './request.js';
import { options, request } from './testing.js';
import { cores, mebibytes } from './units.js';

const postgres = (change: Partial<SizingRequest> = {}): SizingRequest =>
  request({ engine: 'postgres', version: '17', ...change });
const valuesOf = (change: Partial<SizingRequest> = {}): Record<string, unknown> =>
  Object.fromEntries(sizePostgres(postgres(change)).settings.map(({ option, value }) => [option, value]));

describe('guaranteed', () => {
  test('writes every value', () => {
    expect(valuesOf({ volume: mebibytes(20_480) })).toEqual({
      shared_buffers: '256MB',
      max_connections: 16,
      work_mem: '2672kB',
      maintenance_work_mem: '64MB',
      autovacuum_max_workers: 3,
      autovacuum_work_mem: '16MB',
      effective_cache_size: '716MB',
      wal_buffers: '7MB',
      max_wal_size: '2560MB',
      min_wal_size: '640MB',
      max_parallel_workers_per_gather: 0,
      huge_pages: 'off',
      temp_buffers: '4MB',
      hash_mem_multiplier: 2,
    });
  });

  test('every value has a reason of one line that ends without a full stop', () => {
    for (const change of [{}, { cores: cores(8), memory: mebibytes(16_384) }, { cores: cores(64) }]) {
      for (const { option, why } of sizePostgres(postgres(change)).settings) {
        expect(why, option).toMatch(/^[^\n]{8,140}[^.\n]$/);
      }
    }
  });

  test('cores give parallel queries, large buffers huge pages', () => {
    const values = valuesOf({ memory: mebibytes(16_384), cores: cores(8) });
    expect(values['max_parallel_workers_per_gather']).toBe(4);
    expect(values['max_parallel_workers']).toBe(8);
    expect(values['max_worker_processes']).toBe(12);
    expect(values['huge_pages']).toBe('try');
  });

  test('autovacuum switched off leaves a number that Postgres takes', () => {
    expect(valuesOf({ options: options({ autovacuum: false }) })['autovacuum_max_workers']).toBe(3);
  });

  test('sizes are written in kB where they are no whole MB', () => {
    expect(valuesOf({ sharedBuffers: mebibytes(100.5), workMem: mebibytes(1.5) })).toMatchObject({
      shared_buffers: '102912kB',
      work_mem: '1536kB',
    });
    expect(valuesOf({ sharedBuffers: mebibytes(0.01) })['shared_buffers']).toBe('128kB');
  });

  test('a server that does not fit says what would do', () => {
    expect(sizePostgres(postgres({ connections: 60 })).problem).toMatchObject({
      memory: 2447,
      connections: 24,
    });
  });
});

describe('as it is', () => {
  test('nothing is chosen', () => {
    const sized = sizePostgres(postgres({ mode: 'target' }));
    expect(sized.settings).toEqual([]);
    expect([sized.pool, sized.connections]).toEqual([128, 100]);
    expect(sized.problem?.connections).toBeLessThan(100);
  });

  test('what is asked for is written', () => {
    const sized = sizePostgres(postgres({ mode: 'target', connections: 10, workMem: mebibytes(2) }));
    expect(sized.settings.map(({ option, value, why }) => [option, value, why])).toEqual([
      ['work_mem', '2MB', 'sizing.workMem'],
      ['max_connections', 10, 'sizing.maxConnections'],
    ]);
  });
});
