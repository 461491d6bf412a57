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
