import { expect, test } from 'vitest';
import { foundIn, mariadbObject } from './sizing.testing.js';

const id = 'sizing/backup-memory';
const method = 'wsrepSSTMethod: mariabackup';

test('more than the pool', () => {
  const file = ['[mysqld]', 'innodb_buffer_pool_size = 256M', '[mariabackup]', 'use-memory = 1G'];
  expect(foundIn(id, mariadbObject(file, method))).toEqual([
    `error ${id} 15:22 use-memory of orders is 1G, above its buffer pool of 256Mi`,
  ]);
  expect(foundIn(id, mariadbObject(file))).toEqual([]);
});

test('is content with as much, and with the groups of other programs', () => {
  const file = ['[mariadb-backup]', 'use_memory = 128M', '[mydumper]', 'use-memory = 9G'];
  expect(foundIn(id, mariadbObject(file, method))).toEqual([]);
});
