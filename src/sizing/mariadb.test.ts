import { describe, expect, test } from 'vitest';
import { fits } from './budget.js';
import { sizeMariadb } from './mariadb.js';
import type { SizingRequest } from './request.js';
import { options, request } from './testing.js';
import { bytesPerSecond, mebibytes, milliseconds, seconds } from './units.js';

const valuesOf = (change: Partial<SizingRequest>): Record<string, unknown> =>
  Object.fromEntries(sizeMariadb(request(change)).settings.map(({ option, value }) => [option, value]));

describe('guaranteed', () => {
  test('writes every value, those that equal a default too', () => {
    expect(valuesOf({})).toEqual({
      innodb_buffer_pool_size: '626M',
      loose_innodb_buffer_pool_size_max: '632M',
      max_connections: 20,
      max_session_mem_used: '8M',
      max_allowed_packet: '4M',
      tmp_memory_table_size: '2M',
      max_heap_table_size: '2M',
      sort_buffer_size: '512K',
      join_buffer_size: '128K',
      read_buffer_size: '128K',
      read_rnd_buffer_size: '128K',
      table_open_cache: 400,
      innodb_log_buffer_size: '8M',
      aria_pagecache_buffer_size: '16M',
      key_buffer_size: '1M',
      aria_sort_buffer_size: '4M',
      myisam_sort_buffer_size: '4M',
      innodb_ft_cache_size: 1_600_000,
      innodb_ft_result_cache_limit: 2_000_000,
      innodb_ft_total_cache_size: 32_000_000,
      query_cache_type: 'OFF',
      query_cache_size: 0,
      performance_schema: 'OFF',
      innodb_log_file_size: '128M',
    });
    expect(sizeMariadb(request()).environment).toEqual({ MALLOC_ARENA_MAX: '1' });
  });

  test('every value has a reason of one line that ends without a full stop', () => {
    for (const change of [
      {},
      { galera: true, acrossClusters: true, volume: mebibytes(20_480) },
      { version: '10.4' },
    ]) {
      for (const { option, why } of sizeMariadb(request(change)).settings) {
        expect(why, option).toMatch(/^[^\n]{8,140}[^.\n]$/);
      }
    }
  });

  test('a member of a Galera cluster gets its replication', () => {
    const values = valuesOf({ galera: true, volume: mebibytes(10_240) });
    expect(values['wsrep_slave_threads']).toBe(8);
    expect(values['wsrep_max_ws_size']).toBe('64M');
    expect(values['wsrep_provider_options']).toBe(
      'gcache.size=512M;gcache.page_size=128M;gcache.recover=yes;gcs.fc_limit=40',
    );
    expect('innodb_flush_log_at_trx_commit' in values).toBe(false);
  });

  test('across clusters the timers are longer, and a commit waits for no disk', () => {
    const values = valuesOf({ galera: true, acrossClusters: true, roundTrip: milliseconds(38) });
    expect(values['innodb_flush_log_at_trx_commit']).toBe(2);
    expect(values['wsrep_provider_options']).toContain(
      'evs.suspect_timeout=PT15S;evs.inactive_timeout=PT60S',
    );
  });

  test('the cache for an absence', () => {
    const gcache = { rideOut: seconds(1800), writeRate: bytesPerSecond(2 ** 20) };
    expect(sizeMariadb(request({ galera: true, gcache })).gcache).toBe(2286);
  });

  test('what config says stands, and enters the budget', () => {
    const change = {
      options: options({
        'innodb-buffer-pool-size': '300M',
        max_allowed_packet: '16M',
        wsrep_provider_options: 'gcache.size=2G;gcs.fc_limit=9',
      }),
      galera: true,
    };
    const values = valuesOf(change);
    expect('innodb_buffer_pool_size' in values || 'max_allowed_packet' in values).toBe(false);
    expect(values['wsrep_provider_options']).toBe('gcache.page_size=128M;gcache.recover=yes');
    const sized = sizeMariadb(request(change));
    // A packet counts as memory of its session, so that the cap is no lower.
    expect(values['max_session_mem_used']).toBe('16M');
    expect([sized.pool, sized.gcache, sized.perConnection]).toEqual([300, 2048, 32.5]);
  });

  test('one half of the query cache in config takes the other half out', () => {
    expect('query_cache_type' in valuesOf({ options: options({ query_cache_size: '64M' }) })).toBe(false);
    expect('query_cache_size' in valuesOf({ options: options({ query_cache_type: 'ON' }) })).toBe(false);
  });

  test('releases with chunks are told their size', () => {
    const values = valuesOf({ version: '10.4.32', memory: mebibytes(4096) });
    expect(values['innodb_buffer_pool_size']).toBe('2656M');
    expect(values['innodb_buffer_pool_chunk_size']).toBe('16M');
    expect(values['innodb_buffer_pool_instances']).toBe(1);
    expect(values['innodb_log_files_in_group']).toBe(1);
    expect('innodb_buffer_pool_chunk_size' in valuesOf({ version: '10.11.12' })).toBe(false);
  });

  describe('the largest size that a pool may ever get', () => {
    const largest = (version: string | undefined, change: Partial<SizingRequest> = {}): unknown =>
      valuesOf({ version, ...change })['innodb_buffer_pool_size_max'];

    test.each([
      ['10.11.16', '10.11.17'],
      ['11.4.10', '11.4.11'],
      ['11.8.6', '11.8.7'],
      ['12.3.1', '12.3.2'],
    ])('is written not for %s but from %s on', (before, from) => {
      expect(largest(before)).toBeUndefined();
      expect(largest(from)).toMatch(/^\d+M$/);
      expect(largest(from.replace(/\d+$/, '99'))).toBe(largest(from));
    });

    test.each(['10.6.27', '11.7.99', '10.11', '11.8', undefined])('is not written for %s', (version) => {
      expect(largest(version)).toBeUndefined();
    });

    test.each(['10.11', '11.4', '11.8', '12.3'])(
      'of some release of %s is passed over by those without it',
      (version) => {
        const loose = (change: Partial<SizingRequest> = {}): unknown =>
          valuesOf({ version, ...change })['loose_innodb_buffer_pool_size_max'];
        expect(loose()).toBe(version === '10.11' || version === '11.4' ? '632M' : '616M');
        expect(loose({ options: options({ innodb_buffer_pool_size_max: '4G' }) })).toBeUndefined();
        expect('loose_innodb_buffer_pool_size_max' in valuesOf({ version: `${version}.99` })).toBe(false);
      },
    );

    test.each(['10.6', '12.0', 'lts', undefined])('is not written at all for %s', (version) => {
      expect('loose_innodb_buffer_pool_size_max' in valuesOf({ version })).toBe(false);
    });

    test('is written for later series', () => {
      expect([largest('12.4.1'), largest('13.0.1'), largest('12.2.9')]).toEqual(['616M', '616M', undefined]);
    });

    test.each([
      ['300M', '304M'],
      ['304M', '304M'],
      ['305M', '312M'],
      ['315000000', '304M'],
    ])('of a pool of %s is %s: steps of 8M', (pool, size) => {
      const given = options({ innodb_buffer_pool_size: pool });
      expect(largest('11.8.7', { options: given })).toBe(size);
    });

    test('is at least the pool, by less than a step', () => {
      for (let memory = 192; memory < 9000; memory += 37) {
        const values = valuesOf({ version: '10.11.17', memory: mebibytes(memory) });
        const beyond =
          Number.parseInt(String(values['innodb_buffer_pool_size_max']), 10) -
          Number.parseInt(String(values['innodb_buffer_pool_size']), 10);
        expect(beyond >= 0 && beyond < 8, `${memory}Mi`).toBe(true);
      }
    });

    test('gives way to config', () => {
      const given = options({ innodb_buffer_pool_size_max: '4G' });
      expect(largest('11.8.7', { options: given })).toBeUndefined();
    });
  });

  test('a pool in config that the release rounds up counts as what it becomes', () => {
    const change = options({ innodb_buffer_pool_size: '300M', innodb_buffer_pool_chunk_size: '128M' });
    expect(sizeMariadb(request({ version: '10.6.16', options: change })).pool).toBe(384);
  });
});

describe('target and as it is', () => {
  test('70 % of the memory is written when nothing is named, and what it needs is said', () => {
    const sized = sizeMariadb(request({ mode: 'target', memory: mebibytes(512), connections: 20 }));
    expect(sized.settings).toEqual([
      {
        option: 'innodb_buffer_pool_size',
        value: '358M',
        why: '70 % of 512Mi, sizing.mode target',
      },
      { option: 'max_connections', value: 20, why: 'sizing.maxConnections' },
    ]);
    expect(sized.environment).toEqual({});
    expect(fits(sized.memory)).toBe(false);
    // 20 x 40.5 for sessions without a bound, and 379 of base with the caches that the server has by itself.
    expect(sized.problem?.memory).toBe(5037);
    expect(sized.problem?.connections).toBeUndefined();
  });

  test('nothing is written when nothing is asked for', () => {
    const sized = sizeMariadb(request({ mode: 'asIs' }));
    expect(sized.settings).toEqual([]);
    expect([sized.pool, sized.connections, sized.bounded]).toEqual([128, 151, false]);
  });
});
