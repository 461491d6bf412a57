import { expect, test } from 'vitest';
import { alone, fixOf, foundIn, mariadbObject, sizingFindings, withLines } from './sizing.testing.js';

const id = 'sizing/flush-relaxed';
const relaxed = 'config: { innodb_flush_log_at_trx_commit: 2 }';

test('a single server', () => {
  expect(sizingFindings(alone(relaxed))).toEqual([
    `warning ${id} 27:47 innodb_flush_log_at_trx_commit = 2 of orders, which has no other replica`,
  ]);
  expect(fixOf(alone(relaxed))).toBe('write 1, the default');
});

test('is content over several clusters, and with 1 and 3', () => {
  expect(sizingFindings(withLines(relaxed))).toEqual([]);
  expect(sizingFindings(alone('config: { innodb_flush_log_at_trx_commit: 1 }'))).toEqual([]);
  expect(sizingFindings(alone('config: { innodb_flush_log_at_trx_commit: 3 }'))).toEqual([]);
});

test('manifests', () => {
  const file = ['[mysqld]', 'innodb-flush-log-at-trx-commit = 0'];
  expect(foundIn(id, mariadbObject(file))).toEqual([
    `warning ${id} 13:42 innodb-flush-log-at-trx-commit = 0 of orders, whose replicas are all in one cluster`,
  ]);
  expect(foundIn(id, mariadbObject(file, 'distributed: true'))).toEqual([]);
});
