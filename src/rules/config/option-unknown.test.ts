import { describe, expect, test } from 'vitest';
import { findingsOf } from '../testing.js';
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

const id = 'config/option-unknown';

describe('options of MariaDB', () => {
  test('a misspelt one', () => {
    const text = withOptions('innodb_bufer_pool_size: 1G');
    expect(found(id, text)).toEqual([
      'error config/option-unknown 33:7 MariaDB 11.8.5 has no option innodb_bufer_pool_size',
    ]);
    expect(fixOf(text)).toBe('did you mean innodb_buffer_pool_size?');
  });

  test.each([
    [
      'tx_isolation: READ-COMMITTED',
      'tx_isolation cannot stand in a file of MariaDB 11.8.5',
      'write transaction_isolation',
    ],
    [
      'wsrep_applier_threads: 4',
      'MariaDB 11.8.5 has no option wsrep_applier_threads',
      'write wsrep_slave_threads',
    ],
    ['time_zone: UTC', 'time_zone cannot stand in a file of MariaDB 11.8.5', 'write default_time_zone'],
    [
      'old_alter_table: 1',
      'MariaDB 11.8.5 has no option old_alter_table any more; it is gone since 11.8 at the latest',
      'remove it',
    ],
    ['slow: 1', 'MariaDB 11.8.5 has no option slow', 'remove it'],
  ])('%s', (line, message, fix) => {
    expect(found(id, withOptions(line))).toEqual([`error ${id} 33:7 ${message}`]);
    expect(fixOf(withOptions(line))).toBe(fix);
  });

  test('one that a later version has', () => {
    const text = ofVersion('10.11.6', 'binlog_space_limit: 1G');
    expect(found(id, text)).toEqual([
      'error config/option-unknown 33:7 MariaDB 10.11.6 has no option binlog_space_limit yet; it came with a version between 11.0 and 11.8',
    ]);
    expect(found(id, ofVersion('11.4.3', 'binlog_space_limit: 1G'))).toEqual([]);
  });

  test.each([
    'Max-Connections: 100',
    'skip-name-resolve: true',
    'enable-slow-query-log: true',
    'disable_log_bin: true',
    'loose_no_such_thing: 1',
    'wsrep_slave_fk_checks: true',
    'max_conn: 100',
    'innodb_defragment: true',
    'spider_conn_recycle_mode: 1',
  ])('is content with %s', (line) => {
    expect(found(id, withOptions(line))).toEqual([]);
  });

  test('says nothing of versions it does not know in full', () => {
    expect(found(id, ofVersion('12.1.2', 'no_such_thing: 1'))).toEqual([]);
    expect(found(id, ofVersion('10.6.16', 'no_such_thing: 1'))).toEqual([]);
  });
});

describe('settings of Postgres', () => {
  test.each([
    ['wal_keep_segments: 64', 'has no option wal_keep_segments any more; it is gone since 13'],
    ['old_snapshot_threshold: 1', 'has no option old_snapshot_threshold any more; it is gone since 17'],
    ['io_method: worker', 'has no option io_method yet; it came with 18'],
    ['work-mem: 8MB', 'has no option work-mem'],
  ])('%s', (line, message) => {
    expect(found(id, withSettings(line))).toEqual([`error ${id} 41:7 Postgres 17.9-bookworm ${message}`]);
  });

  test('one that cannot be set', () => {
    expect(found(id, withSettings('data_checksums: true'))).toEqual([
      `error ${id} 41:7 data_checksums cannot stand in a file of Postgres 17.9-bookworm`,
    ]);
  });

  test('a misspelt one, of the version whose list is known', () => {
    const text = withSettings('work_men: 8MB').replace('17.9-bookworm', '"15.17"');
    expect(found(id, text)).toEqual([`error ${id} 41:7 Postgres 15.17 has no option work_men`]);
    expect(fixOf(text)).toBe('did you mean work_mem?');
  });

  test('is content with those of an extension, of 17 and with any case', () => {
    expect(
      found(id, withSettings('pg_stat_statements.max: 500', 'summarize_wal: true', 'datestyle: iso')),
    ).toEqual([]);
  });
});

describe('manifests', () => {
  test('an inline file', () => {
    expect(foundIn(id, inlineFile('[mysqld]', 'max_conections=5'))).toEqual([
      `error ${id} 13:9 MariaDB 11.8.5 has no option max_conections`,
    ]);
    expect(foundIn(id, inlineSettings('io_method = worker'))).toEqual([
      `error ${id} 11:9 Postgres 17.9-bookworm has no option io_method yet; it came with 18`,
    ]);
  });

  test('other programs have other options', () => {
    expect(foundIn(id, inlineFile('[client]', 'no_such_thing=5', '[mysqld]', 'max_connections=50'))).toEqual(
      [],
    );
  });

  test('the file of a Secret, without showing anything of it', () => {
    const secret = (field: string): string => `apiVersion: v1
kind: Secret
metadata:
  name: config
  namespace: shop
${field}
---
apiVersion: kubedb.com/v1
kind: MariaDB
metadata:
  name: orders
  namespace: shop
spec:
  version: 11.8.5
  configuration: { secretName: config }
`;
    const expected = [`error ${id} 4:9 MariaDB 11.8.5 has no option max_conections`];
    expect(foundIn(id, secret('stringData: { md.cnf: "[mysqld]\\nmax_conections=5\\n" }'))).toEqual(expected);
    const data = btoa('[mysqld]\nmax_conections=5\n');
    expect(foundIn(id, secret(`data: { md.cnf: ${data} }`))).toEqual(expected);
    expect(foundIn(id, secret('data: { md.cnf: "%" }'))).toEqual([]);
  });

  test('what an OpsRequest applies, by the version of its database', () => {
    const request = `---
apiVersion: ops.kubedb.com/v1alpha1
kind: MariaDBOpsRequest
metadata: { name: change, namespace: shop }
spec:
  type: Reconfigure
  databaseRef: { name: orders }
  configuration:
    applyConfig:
      md.cnf: |
        [mysqld]
        old_alter_table = 1
`;
    expect(foundIn(id, inlineFile('[mysqld]') + request)).toEqual([
      `error ${id} 24:9 MariaDB 11.8.5 has no option old_alter_table any more; it is gone since 11.8 at the latest`,
    ]);
  });
});

describe('did you mean', () => {
  test.each([
    ['innodbbufferpoolsize: 1G', 'innodb_buffer_pool_size'],
    ['innodb_bufferpool_size: 1G', 'innodb_buffer_pool_size'],
    ['innodb_buffer_poolsize: 1G', 'innodb_buffer_pool_size'],
    ['inodb_buffer_pool_size: 1G', 'innodb_buffer_pool_size'],
    ['maxConnections: 100', 'max_connections'],
    ['innodbLogFileSize: 1G', 'innodb_log_file_size'],
    ['max_conections: 100', 'max_connections'],
    ['wsrep_provider_option: "gcache.size=1G"', undefined],
    ['innodb_redo_log_capacity: 1G', 'innodb_log_file_size'],
    ['temptable_max_ram: 1G', 'tmp_memory_table_size'],
    ['super_read_only: true', 'read_only'],
    ['max_execution_time: 1000', 'max_statement_time'],
    ['replica_parallel_workers: 4', 'slave_parallel_threads'],
    ['log_error_verbosity: 2', 'log_warnings'],
  ])('%s: %s', (line, meant) => {
    if (meant === undefined) return expect(found(id, withOptions(line))).toEqual([]);
    expect(found(id, withOptions(line))).toHaveLength(1);
    expect(fixOf(withOptions(line))).toMatch(new RegExp(`^(?:did you mean|write) ${meant}\\b`));
  });

  test.each([
    ['sharedBuffers: 1GB', 'shared_buffers'],
    ['shared-buffers: 1GB', 'shared_buffers'],
    ['maxConnections: 100', 'max_connections'],
    ['effective_cachesize: 1GB', 'effective_cache_size'],
    ['work_men: 1GB', 'work_mem'],
  ])('Postgres, %s: %s', (line, meant) => {
    expect(found(id, withSettings(line))).toHaveLength(1);
    expect(fixOf(withSettings(line))).toMatch(new RegExp(`^(?:did you mean|write) ${meant}\\b`));
  });
});

test('the language refuses a group for an option', () => {
  expect(findingsOf(withOptions('"[mysqld]": ""'), true)).toEqual([
    'error schema/unknown-key 33:7 `[mysqld]` is not the name of a server option',
  ]);
});

test('what came or went between two versions of Postgres', () => {
  const of = (version: string, line: string): string[] =>
    found(id, withSettings(line).replace('17.9-bookworm', version));
  expect(of('15.5-bookworm', 'summarize_wal: on')).toHaveLength(1);
  expect(of('17.9-bookworm', 'summarize_wal: on')).toEqual([]);
  expect(of('17.9-bookworm', 'old_snapshot_threshold: 1h')).toHaveLength(1);
  expect(of('16.1-bookworm', 'old_snapshot_threshold: 1h')).toEqual([]);
  expect(of('17.9-bookworm', 'no_such_setting_at_all: 1')).toHaveLength(1);
  expect(of('16.1-bookworm', 'no_such_setting_at_all: 1')).toHaveLength(1);
});
