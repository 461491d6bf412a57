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
      work_mem: '3066kB',
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
      jit: 'off',
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

  test('cores give mixed loads parallel queries, large buffers huge pages', () => {
    const values = valuesOf({ memory: mebibytes(16_384), cores: cores(8), workload: 'mixed' });
    expect(values['max_parallel_workers_per_gather']).toBe(4);
    expect(values['max_parallel_workers']).toBe(8);
    expect(values['max_worker_processes']).toBe(12);
    expect(values['huge_pages']).toBe('try');
    const short = valuesOf({ memory: mebibytes(16_384), cores: cores(8) });
    expect(short['max_parallel_workers_per_gather']).toBe(0);
    expect('max_parallel_workers' in short || 'max_worker_processes' in short).toBe(false);
  });

  test('why there are parallel queries, or none', () => {
    const why = (change: Partial<SizingRequest>): string | undefined =>
      sizePostgres(postgres(change)).settings.find(
        ({ option }) => option === 'max_parallel_workers_per_gather',
      )?.why;
    expect(why({ cores: cores(8) })).toBe('short queries gain nothing from workers');
    expect(why({ workload: 'mixed' })).toBe('none below 4 cores');
    expect(why({ workload: 'mixed', cores: cores(8), memory: mebibytes(256) })).toBe(
      'no room for parallel workers in 256Mi',
    );
    expect(why({ workload: 'mixed', cores: cores(8), memory: mebibytes(16_384) })).toContain('at most 4');
  });

  test('queries are compiled for reports only; before 11 there is no such option', () => {
    expect(valuesOf()['jit']).toBe('off');
    expect(valuesOf({ workload: 'analytics' })['jit']).toBe('on');
    expect('jit' in valuesOf({ version: '10.23' })).toBe(false);
    expect('jit' in valuesOf({ options: options({ jit: 'on' }) })).toBe(false);
  });

  test.each(['on', 'TRUE', 'yes', 'y', '1', true, 1])('jit = %s in config takes its memory', (jit) => {
    const without = sizePostgres(postgres()).perConnection;
    const sized = sizePostgres(postgres({ options: options({ jit, work_mem: '2MB' }) }));
    expect(sized.perConnection).toBeCloseTo(10 + 24 + 0.5 + 7 * 2, 9);
    expect(sized.perConnection).toBeGreaterThan(without);
  });

  test.each(['off', 'false', 'no', '0', false])('jit = %s in config takes none', (jit) => {
    const sized = sizePostgres(
      postgres({ workload: 'analytics', options: options({ jit, work_mem: '2MB' }) }),
    );
    expect(sized.perConnection).toBeCloseTo(10 + 0.5 + 7 * 2, 9);
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

  test('why there are so many connections', () => {
    const why = (change: Partial<SizingRequest>): string | undefined =>
      sizePostgres(postgres(change)).settings.find(({ option }) => option === 'max_connections')?.why;
    expect(why({})).toBe('one for each 64Mi of 1Gi, 6 to 200; more clients need a pooler');
    expect(why({ connections: 10 })).toBe('sizing.maxConnections');
    expect(why({ workMem: mebibytes(8) })).toBe(
      'as many as fit beside what is asked for; more clients need a pooler',
    );
  });

  test('a server that does not fit says what would do', () => {
    expect(sizePostgres(postgres({ connections: 60 })).problem).toMatchObject({
      memory: 1399,
      connections: 43,
    });
  });
});

describe('as it is', () => {
  test('nothing is chosen', () => {
    const sized = sizePostgres(postgres({ mode: 'target' }));
    expect(sized.settings).toEqual([]);
    expect([sized.pool, sized.connections]).toEqual([128, 100]);
    // Fewer than the least there are would be no server.
    expect(sized.problem?.connections).toBeUndefined();
    expect(sized.problem?.memory).toBeGreaterThan(1024);
  });

  test('the server compiles queries by itself from 12 on', () => {
    const each = (version: string): number => sizePostgres(postgres({ mode: 'asIs', version })).perConnection;
    // work_mem 4, two workers: three processes; hash_mem_multiplier 2 from 15 on.
    expect(each('11.22')).toBeCloseTo(10.25 + 2.1 * 4 * 3, 9);
    expect(each('12.22')).toBeCloseTo(34.25 + 2.1 * 4 * 3, 9);
    expect(each('15.18')).toBeCloseTo(34.25 + 4.2 * 4 * 3, 9);
    expect(each('16.10')).toBeCloseTo(34.25 + 7 * 4 * 3, 9);
  });

  test('what is asked for is written', () => {
    const sized = sizePostgres(postgres({ mode: 'target', connections: 10, workMem: mebibytes(2) }));
    expect(sized.settings.map(({ option, value, why }) => [option, value, why])).toEqual([
      ['work_mem', '2MB', 'sizing.workMem'],
      ['max_connections', 10, 'sizing.maxConnections'],
    ]);
  });
});
