import { expect, test } from 'vitest';
import { foundIn, inlineFile, inlineSettings } from './config.testing.js';

const id = 'config/option-overridden';

const overridden = (...lines: string[]): string[] => foundIn(id, inlineFile('[mysqld]', ...lines));

test('the last line counts', () => {
  expect(overridden('max_connections = 100', 'sort_buffer_size = 1M', 'max-connections = 400')).toEqual([
    `warning ${id} 13:9 max_connections = 100 does nothing: a later line of the file says otherwise`,
  ]);
  expect(foundIn(id, inlineSettings('work_mem = 8MB', 'WORK_MEM = 16MB'))).toEqual([
    `warning ${id} 11:9 work_mem = 8MB does nothing: a later line of the file says otherwise`,
  ]);
});

test.each([
  [['slow_query_log', 'skip-slow-query-log'], 'slow_query_log = ON'],
  [['skip_slow_query_log', 'slow_query_log = 1'], 'skip_slow_query_log = ON'],
  [['tmp_table_size = 16M', '[mariadb]', 'tmp_memory_table_size = 64M'], 'tmp_table_size = 16M'],
  [['expire_logs_days = 5', 'binlog_expire_logs_seconds = 5'], 'expire_logs_days = 5'],
])('%j', (lines, first) => {
  expect(overridden(...lines)).toEqual([
    `warning ${id} 13:9 ${first} does nothing: a later line of the file says otherwise`,
  ]);
});

test.each([
  [['max_connections = 400', 'max-connections = 400']],
  [['max_allowed_packet = 64M', 'max_allowed_packet = 67108864']],
  [['slow_query_log = ON', 'slow_query_log = 1', 'slow_query_log']],
  [['skip_slow_query_log', 'slow_query_log = 0']],
  [['replicate_do_db = a', 'replicate_do_db = b']],
  [['max_connections = 400', '[client]', 'max_connections = 100']],
  [['max_connections = 400', '[mariadb-10.11]', 'max_connections = 100']],
])('is content with %j', (lines) => {
  expect(overridden(...lines)).toEqual([]);
});

test('the file of a Secret is not shown', () => {
  const text = `apiVersion: v1
kind: Secret
metadata: { name: config }
stringData:
  user.conf: "work_mem = 8MB\\nwork_mem = 9MB"
---
apiVersion: kubedb.com/v1
kind: Postgres
metadata: { name: ledger }
spec: { configSecret: { name: config } }
`;
  expect(foundIn(id, text)).toEqual([
    `warning ${id} 3:19 work_mem = *** does nothing: a later line of the file says otherwise`,
  ]);
});
