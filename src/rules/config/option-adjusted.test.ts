import { expect, test } from 'vitest';
import { fixesOf } from '../testing.js';
import { fixOf, found, foundIn, inlineFile, ofVersion, withOptions, withSettings } from './config.testing.js';

const id = 'config/option-adjusted';

test.each([
  ['max_connections: 5', 24, 'MariaDB makes max_connections 10, not 5', 'write 10 or more'],
  ['max_connections: 1M', 24, 'MariaDB makes max_connections 100000, not 1M', 'write 100000 or less'],
  [
    'innodb_flush_log_at_trx_commit: 7',
    39,
    'MariaDB makes innodb_flush_log_at_trx_commit 3, not 7',
    'write 3 or less',
  ],
  ['long_query_time: -1', 24, 'MariaDB makes long_query_time 0, not -1', 'write 0 or more'],
  ['innodb_log_file_size: 1', 29, 'MariaDB makes innodb_log_file_size 4194304, not 1', undefined],
])('%s', (line, column, message, fix) => {
  expect(found(id, withOptions(line))).toEqual([`warning ${id} 33:${column} ${message}`]);
  if (fix) expect(fixesOf(withOptions(line))).toContain(fix);
});

test('is content on the borders, and with Postgres, which refuses', () => {
  expect(found(id, withOptions('max_connections: 10', 'innodb_flush_log_at_trx_commit: 3'))).toEqual([]);
  expect(found(id, withSettings('max_connections: 0'))).toEqual([]);
});

test('manifests', () => {
  expect(foundIn(id, inlineFile('[mysqld]', 'max_connections = 5'))).toEqual([
    `warning ${id} 13:27 MariaDB makes max_connections 10, not 5`,
  ]);
});

test('a plain number is bytes', () => {
  expect(found(id, withOptions('innodb_buffer_pool_size: 512'))).toEqual([
    `warning ${id} 33:32 MariaDB makes innodb_buffer_pool_size 2097152, not 512`,
  ]);
  expect(fixOf(withOptions('innodb_buffer_pool_size: 512'))).toBe(
    'write 2097152 or more: a plain number is bytes; did you mean 512M?',
  );
});

test('limits are those of the version', () => {
  const line = 'group_concat_max_len: 2G';
  expect(found(id, ofVersion('10.11.6', line))).toHaveLength(1);
  expect(found(id, ofVersion('11.8.5', line))).toEqual([]);
  expect(found(id, ofVersion('11.4.3', line))).toEqual([]);
});
