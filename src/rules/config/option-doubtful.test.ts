import { expect, test } from 'vitest';
import { fixOf, found, foundIn, inlineFile, ofVersion, withOptions, withSettings } from './config.testing.js';

const id = 'config/option-doubtful';

test.each([
  ['innodb_buffer_pool_instances: 4', 'innodb_buffer_pool_instances does nothing any more'],
  ['innodb_defragment: true', 'innodb_defragment does nothing any more'],
  ['server_audit_logging: true', 'server_audit_logging belongs to a plugin that nothing here loads'],
  ['innodb_ft_min_token: 3', 'innodb_ft_min_token is short for innodb_ft_min_token_size'],
])('%s', (line, message) => {
  expect(found(id, withOptions(line))).toEqual([`warning ${id} 33:7 ${message}`]);
});

test('doubts by version', () => {
  expect(found(id, ofVersion('12.1.2', 'inodb_io_capacity: 1'))).toEqual([
    `warning ${id} 33:7 whether MariaDB 12.1.2 has an option inodb_io_capacity is not known here`,
  ]);
  expect(fixOf(withSettings('work_men: 8MB').replace('17.9-bookworm', '18.3-bookworm'))).toBe(
    'did you mean work_mem? If not, try it on one server: an unknown one stops the start',
  );
  expect(found(id, ofVersion('11.4.3', 'old_alter_table: 1'))).toHaveLength(1);
  expect(found(id, ofVersion('10.11.6', 'innodb_defragment: true', 'old_alter_table: 1'))).toEqual([]);
});

test('is content with a plugin that is loaded, and with what is loose', () => {
  expect(found(id, withOptions('plugin_load_add: server_audit', 'server_audit_logging: true'))).toEqual([]);
  expect(found(id, withOptions('loose_server_audit_logging: true', 'max_connections: 100'))).toEqual([]);
});

test('manifests', () => {
  expect(foundIn(id, inlineFile('[mysqld]', 'max_conn = 50'))).toEqual([
    `warning ${id} 13:9 max_conn is short for max_connections`,
  ]);
});

test('of MySQL what MariaDB takes and passes over', () => {
  expect(found(id, withOptions('default_authentication_plugin: mysql_native_password'))).toEqual([
    `warning ${id} 33:7 default_authentication_plugin does nothing any more`,
  ]);
  expect(found('config/option-unknown', withOptions('default_authentication_plugin: x'))).toEqual([]);
});

test('an option whose series is known between the two tables', () => {
  expect(found(id, ofVersion('11.4.3', 'character_set_collations: utf8mb4=uca1400_ai_ci'))).toEqual([]);
  expect(found(id, ofVersion('11.4.3', 'optimizer_disk_read_cost: 10'))).toEqual([]);
  expect(found(id, ofVersion('11.1.3', 'character_set_collations: utf8mb4=uca1400_ai_ci'))).toHaveLength(1);
});

test('a plain number of MariaDB is bytes', () => {
  const text = withOptions('key_buffer_size: 256');
  expect(found(id, text)).toEqual([`warning ${id} 33:24 key_buffer_size = 256 is 256 bytes`]);
  expect(fixOf(text)).toBe('write 256M');
  for (const right of [
    'key_buffer_size: 0',
    'key_buffer_size: 1024',
    'tmp_memory_table_size: 64M',
    'thread_cache_size: 64',
    'thread_pool_size: 4',
    'performance_schema_digests_size: 200',
    'query_cache_size: 0',
  ])
    expect(found(id, withOptions(right))).toEqual([]);
  // Too small for the server has a finding of its own.
  expect(found(id, withOptions('innodb_buffer_pool_size: 512'))).toEqual([]);
});

test('a plain number of Postgres is kB or pages', () => {
  expect(found(id, withSettings('shared_buffers: 512', 'work_mem: 64', 'max_wal_size: 4'))).toEqual([
    `warning ${id} 41:23 shared_buffers = 512 is 4096 kB`,
    `warning ${id} 42:17 work_mem = 64 is 64 kB`,
    `warning ${id} 43:21 max_wal_size = 4 is 4096 kB`,
  ]);
  expect(fixOf(withSettings('shared_buffers: 512'))).toBe('write 512MB, or 4096kB if that is meant');
  for (const right of [
    'shared_buffers: 16384',
    'work_mem: 4096',
    'work_mem: 64kB',
    'wal_keep_size: 1024',
    'wal_buffers: 16',
    'temp_file_limit: 1000',
    'max_wal_size: 1024',
  ])
    expect(found(id, withSettings(right))).toEqual([]);
});

test('a plain number of a Secret is not shown', () => {
  const text = `apiVersion: v1
kind: Secret
metadata: { name: config }
stringData:
  user.conf: "work_mem = 64"
---
apiVersion: kubedb.com/v1
kind: Postgres
metadata: { name: ledger }
spec: { configSecret: { name: config } }
`;
  expect(foundIn(id, text)).toEqual([`warning ${id} 3:19 work_mem = *** is very little`]);
});

test('an option that came with a patch', () => {
  const line = 'innodb_buffer_pool_size_max: 8G';
  expect(found(id, ofVersion('10.11.6', line))).toEqual([
    `warning ${id} 33:7 whether MariaDB 10.11.6 has an option innodb_buffer_pool_size_max is not known here`,
  ]);
  expect(found(id, ofVersion('11.4.3', line))).toHaveLength(1);
  for (const version of ['10.11.16', '11.4.10', '11.8.5', '12.1.2'])
    expect(found(id, ofVersion(version, line))).toEqual([]);
});

test('an option that does nothing from 10.5 on', () => {
  for (const line of ['innodb_buffer_pool_instances: 1', 'innodb_log_files_in_group: 1']) {
    expect(found(id, ofVersion('10.4.32', line))).toEqual([]);
    expect(found(id, ofVersion('10.5.2', line))).toHaveLength(1);
  }
});
