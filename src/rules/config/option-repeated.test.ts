import { expect, test } from 'vitest';
import { findingsOf, relatedOf } from '../testing.js';
import { found, withOptions, withSettings } from './config.testing.js';

const id = 'config/option-repeated';

test.each([
  ['max-connections: 12', 'max_connections: 14'],
  ['max-connections: 12', 'Max_Connections: 12'],
  ['max_connections: 12', 'loose_max_connections: 14'],
  ['slow_query_log: true', 'skip_slow_query_log: true'],
  ['slow_query_log: true', 'disable-slow-query-log: true'],
  ['tmp_table_size: 16M', 'tmp_memory_table_size: 64M'],
  ['table_cache: 400', 'table_open_cache: 400'],
  ['long_query_time: 1', 'log_slow_query_time: 2'],
  ['expire_logs_days: 1', 'binlog_expire_logs_seconds: 86400'],
])('%s and %s', (first, again) => {
  const [one, other] = [first, again].map((line) => line.split(':')[0]);
  const text = withOptions(first, again);
  expect(found(id, text)).toEqual([`error ${id} 34:7 ${other} and ${one} are one option`]);
  expect(findingsOf(text, true).filter((each) => each.startsWith('error'))).toHaveLength(1);
});

test('a third one goes with the second', () => {
  const text = withOptions('max-connections: 1000', 'max_connections: 400', 'MAX_CONNECTIONS: 500');
  expect(found(id, text)).toEqual([
    `error ${id} 34:7 max_connections and max-connections are one option`,
    `error ${id} 35:7 MAX_CONNECTIONS and max_connections are one option`,
  ]);
});

test('shows the other', () => {
  expect(relatedOf(withOptions('max-connections: 12', 'max_connections: 14'))).toEqual([['33:7 first here']]);
});

test('Postgres minds the case alone', () => {
  expect(found(id, withSettings('work_mem: 8MB', 'Work_Mem: 16MB'))).toEqual([
    `error ${id} 42:7 Work_Mem and work_mem are one option`,
  ]);
});

test('is content with options that add up, and with others', () => {
  expect(
    found(
      id,
      withOptions('replicate_do_db: a', 'replicate-do-db: b', 'plugin_load_add: x', 'plugin-load-add: y'),
    ),
  ).toEqual([]);
  expect(
    found(id, withOptions('tmp_table_size: 16M', 'max_heap_table_size: 16M', 'sort_buffer_size: 1M')),
  ).toEqual([]);
});

test('leaves a second string of the provider to config/galera-options', () => {
  const text = withOptions(
    'wsrep-provider-options: gcache.size=1G',
    'wsrep_provider_options: pc.linger=PT20S',
  );
  expect(found(id, text)).toEqual([]);
  expect(found('config/galera-options', text)).toHaveLength(1);
});
