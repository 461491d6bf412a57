import { describe, expect, test } from 'vitest';
import {
  mariadbDefault,
  mariadbOption,
  mariadbOptions,
  mariadbVersions,
  postgresDefault,
  postgresSetting,
  postgresVersions,
  providerDefault,
  seriesOf,
} from './option.js';
import { wholeTables } from './option-table.js';
import { postgresNumber } from './postgres-value.js';

const mebibyte = 2 ** 20;

describe('defaults of MariaDB', () => {
  test.each([
    ['innodb_buffer_pool_size', 128 * mebibyte],
    ['max_connections', 151],
    ['max_allowed_packet', 16 * mebibyte],
    ['tmp_memory_table_size', 16 * mebibyte],
    ['max_heap_table_size', 16 * mebibyte],
    ['sort_buffer_size', 2 * mebibyte],
    ['join_buffer_size', 256 * 1024],
    ['read_buffer_size', 128 * 1024],
    ['read_rnd_buffer_size', 256 * 1024],
    ['innodb_log_buffer_size', 16 * mebibyte],
    ['innodb_log_file_size', 96 * mebibyte],
    ['aria_pagecache_buffer_size', 128 * mebibyte],
    ['key_buffer_size', 128 * mebibyte],
    ['query_cache_size', mebibyte],
    ['table_open_cache', 2000],
    ['innodb_ft_total_cache_size', 640_000_000],
    ['aria_sort_buffer_size', 256 * mebibyte - 1024],
    ['myisam_sort_buffer_size', 128 * mebibyte - 1024],
    ['extra_max_connections', 1],
    ['wsrep_slave_threads', 1],
    ['wsrep_max_ws_size', 2 ** 31 - 1],
    ['thread_stack', 292 * 1024],
    ['innodb_max_undo_log_size', 10 * mebibyte],
    ['binlog_cache_size', 32 * 1024],
    ['max_binlog_size', 2 ** 30],
  ])('%s is %d in every known version', (name, value) => {
    for (const version of ['10.11.6', '11.8.5']) expect(Number(mariadbDefault(name, version))).toBe(value);
  });

  test('that differ by version', () => {
    expect(mariadbDefault('innodb_undo_tablespaces', '10.11.6')).toBe('0');
    expect(mariadbDefault('innodb_undo_tablespaces', '11.8.5')).toBe('3');
    expect(mariadbDefault('innodb-snapshot-isolation', '10.11')).toBe('OFF');
    expect(mariadbDefault('INNODB_SNAPSHOT_ISOLATION', '11.8')).toBe('ON');
    expect(mariadbDefault('mhnsw_max_cache_size', '11.8.5')).toBe(String(16 * mebibyte));
  });

  test('of a version that is not known: the latest before it, or the earliest', () => {
    expect(mariadbDefault('innodb_undo_tablespaces', '10.6.16')).toBe('0');
    expect(mariadbDefault('innodb_undo_tablespaces', '11.4.3')).toBe('0');
    expect(mariadbDefault('innodb_undo_tablespaces', '12.1.2')).toBe('3');
    expect(mariadbDefault('innodb_undo_tablespaces')).toBe('3');
    // Only the later version has it.
    expect(mariadbDefault('max_tmp_total_space_usage', '11.6.2')).toBe(String(2 ** 40));
    // Only the earlier version has it.
    expect(mariadbDefault('innodb_change_buffering')).toBe('none');
  });

  test('are not there for what the version does not have, what the machine decides and what is no option', () => {
    expect(mariadbDefault('mhnsw_max_cache_size', '10.11.6')).toBeUndefined();
    expect(mariadbDefault('open_files_limit', '11.8.5')).toBeUndefined();
    expect(mariadbDefault('datadir', '11.8.5')).toBeUndefined();
    expect(mariadbDefault('no_such_thing')).toBeUndefined();
  });

  test('lie within the limits', () => {
    for (const { options } of mariadbVersions())
      for (const { name, type, initial, least, most } of options.values()) {
        if (!['integer', 'unsigned', 'number'].includes(type) || initial === undefined) continue;
        expect([name, Number.isFinite(Number(initial))]).toEqual([name, true]);
        expect([name, Number(initial) >= (least ?? -1)]).toEqual([name, true]);
        expect([name, Number(initial) <= (most ?? Number.POSITIVE_INFINITY)]).toEqual([name, true]);
      }
  });
});

describe('defaults of Postgres', () => {
  const bytesOf = (name: string, version: string): number | undefined =>
    postgresNumber(
      postgresSetting(name, version) ?? { unit: undefined },
      postgresDefault(name, version) ?? '',
    )?.base;

  test.each([
    ['shared_buffers', 128 * mebibyte],
    ['work_mem', 4 * mebibyte],
    ['hash_mem_multiplier', 2],
    ['maintenance_work_mem', 64 * mebibyte],
    ['autovacuum_work_mem', -1024],
    ['autovacuum_max_workers', 3],
    ['max_connections', 100],
    ['max_wal_size', 1024 * mebibyte],
    ['min_wal_size', 80 * mebibyte],
    ['wal_keep_size', 0],
    ['temp_buffers', 8 * mebibyte],
    ['max_parallel_workers', 8],
    ['max_parallel_workers_per_gather', 2],
    ['max_worker_processes', 8],
    ['effective_cache_size', 4096 * mebibyte],
  ])('%s is %d in bytes, or as a number', (name, value) => {
    for (const version of ['15.5', '16.13-bookworm', '17.9-bookworm', '18.3'])
      expect(bytesOf(name, version)).toBe(value);
  });

  test('that are words', () => {
    expect(postgresDefault('huge_pages', '17')).toBe('try');
    expect(postgresDefault('DateStyle', '17')).toBe('ISO, MDY');
    expect(postgresDefault('summarize_wal', '15.5')).toBeUndefined();
    expect(postgresDefault('summarize_wal', '18.3')).toBe('off');
  });
});

test('defaults of the provider', () => {
  expect(providerDefault('gcache.size')).toBe('128M');
  expect(providerDefault('gcache.page_size')).toBe('128M');
  expect(providerDefault('gcache.keep_pages_size')).toBe('0');
  expect(providerDefault('gcs.fc_limit')).toBe('16');
  expect(providerDefault('evs.inactive_timeout')).toBe('PT15S');
  expect(providerDefault('ist.recv_addr')).toBeUndefined();
});

test('an option is the one of its version, and of every version together the wider', () => {
  expect(mariadbOption('innodb-doublewrite', '10.11.6')?.type).toBe('boolean');
  expect(mariadbOption('innodb-doublewrite', '11.8.5')?.values).toEqual(['OFF', 'ON', 'fast']);
  expect(mariadbOption('innodb-doublewrite', '11.4.3')?.values).toEqual(['OFF', 'ON', 'fast']);
  expect(mariadbOption('group-concat-max-len', '10.11.6')?.most).toBe(2 ** 30);
  expect(mariadbOption('group-concat-max-len', undefined)?.most).toBe(2 ** 32 - 1);
  expect(mariadbOption('transaction-isolation', '10.11.6')?.type).toBe('one');
  expect(mariadbOptions().get('optimizer-adjust-secondary-key-costs')?.type).toBe('any');
  expect(postgresSetting('maintenance_work_mem', '15')?.least).toBe(1024);
  expect(postgresSetting('maintenance_work_mem', '17')?.least).toBe(64);
});

test('versions as numbers', () => {
  expect(seriesOf('10.11.6')).toBe(10_011);
  expect(seriesOf('11.8')).toBe(11_008);
  expect(seriesOf('17')).toBe(17_000);
  expect(seriesOf('bookworm')).toBeUndefined();
  expect(postgresVersions().map(({ series }) => series)).toEqual([15_000, 17_000]);
});

test('a table holds what differs from the one before it', () => {
  const table = (version: string, rows: string) => ({ version, rows, server: '', asked: '' });
  const [first, second] = wholeTables([table('1', 'a|u|1\nb\nc|b|ON\n'), table('2', 'a|u|2\n-b\nd\n')]);
  expect([...(first?.values() ?? [])]).toEqual(['a|u|1', 'b', 'c|b|ON']);
  expect([...(second?.values() ?? [])]).toEqual(['a|u|2', 'c|b|ON', 'd']);
});
