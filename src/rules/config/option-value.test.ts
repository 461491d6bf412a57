import { expect, test } from 'vitest';
import { fixesOf } from '../testing.js';
import {
  fixOf,
  found,
  foundIn,
  inlineFile,
  inlineSettings,
  ofVersion,
  withOptions,
  withSettings,
} from './config.testing.js';

const id = 'config/option-value';

test.each([
  [
    'max_connections: many',
    'max_connections does not take many',
    'write a whole number, with K, M, G, T, P or E for powers of 1024',
  ],
  ['max_connections: "0x20"', 'max_connections does not take 0x20', undefined],
  ['max_connections: -5', 'max_connections does not take -5', undefined],
  ['innodb_buffer_pool_size: 50%', 'innodb_buffer_pool_size does not take 50%', undefined],
  ['long_query_time: 0.5s', 'long_query_time does not take 0.5s', 'write a number'],
  [
    'binlog_row_image: SOME',
    'binlog_row_image does not take SOME',
    'write one of MINIMAL, NOBLOB, FULL, FULL_NODUP',
  ],
  ['query_cache_type: 3', 'query_cache_type does not take 3', 'write one of OFF, ON, DEMAND'],
  ['sql_mode: STRICT', 'sql_mode does not take STRICT', undefined],
  ['optimizer_switch: foo=on', 'optimizer_switch does not take foo=on', undefined],
  ['slow_query_log: "yes"', 'MariaDB reads slow_query_log = yes as OFF', 'write ON'],
  ['slow_query_log: 2', 'MariaDB reads slow_query_log = 2 as OFF', 'write ON or OFF'],
  [
    'character_set_server: utf8mb5',
    'character_set_server does not take utf8mb5',
    'write one such as utf8mb4',
  ],
  [
    'collation_server: unicode_ci',
    'collation_server does not take unicode_ci',
    'write one such as utf8mb4_uca1400_ai_ci',
  ],
  ['log_bin: false', 'log_bin = OFF turns the binary log on, with files named OFF', undefined],
])('MariaDB, %s', (line, message, fix) => {
  const column = line.indexOf(' ') + 8;
  expect(found(id, withOptions(line))).toEqual([`error ${id} 33:${column} ${message}`]);
  if (fix) expect(fixOf(withOptions(line))).toBe(fix);
});

test.each([
  'innodb_log_buffer_size: 8Mi',
  'innodb_log_buffer_size: 8m',
  'binlog_row_image: min',
  'query_cache_type: 2',
  'sql_mode: "STRICT_TRANS_TABLES,NO_ZERO_DATE"',
  'sql_mode: ""',
  'optimizer_switch: "mrr=on,mrr_sort_keys=off"',
  'slow_query_log: true',
  'innodb_doublewrite: fast',
  'long_query_time: 0.5',
  'skip-slow-query-log: 1',
  'init_connect: anything at all',
  'character_set_server: utf8mb4',
  'character-set-filesystem: binary',
  'collation_server: utf8mb4_unicode_ci',
  'collation-server: uca1400_ai_ci',
  'collation_server: utf8mb4_0900_ai_ci',
  'lc_messages: en_US',
  'log_bin: binlog',
])('MariaDB takes %s', (line) => {
  expect(found(id, withOptions(line))).toEqual([]);
});

test.each([
  [
    'work_mem: 8Mi',
    'work_mem does not take 8Mi',
    'write a number with B, kB, MB, GB or TB, in these letters',
  ],
  ['work_mem: 10', 'work_mem does not take 10', 'write at least 64 kB'],
  ['max_connections: 0', 'max_connections does not take 0', 'write at least 1'],
  ['max_connections: 100MB', 'max_connections does not take 100MB', 'write a number without a unit'],
  ['log_min_duration_statement: 5sec', 'log_min_duration_statement does not take 5sec', undefined],
  ['checkpoint_completion_target: 1.5', 'checkpoint_completion_target does not take 1.5', 'write at most 1'],
  ['jit: maybe', 'jit does not take maybe', 'write on or off'],
  [
    'default_transaction_isolation: read_committed',
    'default_transaction_isolation does not take read_committed',
    'write one of serializable, repeatable read, read committed, read uncommitted',
  ],
])('Postgres, %s', (line, message, fix) => {
  const column = line.indexOf(' ') + 8;
  expect(found(id, withSettings(line))).toEqual([`error ${id} 41:${column} ${message}`]);
  if (fix) expect(fixOf(withSettings(line))).toBe(fix);
});

test.each([
  'work_mem: 8MB',
  'shared_buffers: 256 MB',
  'max_connections: 5.5',
  'jit: "yes"',
  'huge_pages: "1"',
  'synchronous_commit: true',
  'log_min_duration_statement: 5s',
  'log_min_duration_statement: -1',
  'search_path: anything',
])('Postgres takes %s', (line) => {
  expect(found(id, withSettings(line))).toEqual([]);
});

test('what came to be a list in 18', () => {
  const text = withSettings('log_connections: receipt');
  expect(found(id, text)).toHaveLength(1);
  expect(found(id, text.replace('17.9-bookworm', '18.3-bookworm'))).toEqual([]);
});

test('manifests', () => {
  expect(foundIn(id, inlineFile('[mysqld]', 'slow_query_log = yes', 'max_connections'))).toEqual([
    `error ${id} 13:26 MariaDB reads slow_query_log = yes as OFF`,
    `error ${id} 14:9 max_connections does not take no value`,
  ]);
  expect(foundIn(id, inlineSettings("jit = 'maybe'"))).toEqual([`error ${id} 11:15 jit does not take maybe`]);
});

test.each([
  ['10.11.6', 'utf8mb4_0900_ai_ci', 'write utf8mb4_uca1400_ai_ci'],
  ['10.6.16', 'utf8mb4_uca1400_ai_ci', 'write utf8mb4_unicode_520_ci'],
])('MariaDB %s has no collation %s', (version, collation, fix) => {
  const text = ofVersion(version, `collation_server: ${collation}`);
  expect(found(id, text)).toEqual([`error ${id} 33:25 collation_server does not take ${collation}`]);
  expect(fixesOf(text)).toContain(fix);
});
