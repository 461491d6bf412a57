import { expect, test } from 'vitest';
import { foundIn, mariadbObject, sizingFindings, withLines } from './sizing.testing.js';

const id = 'sizing/gcache-place';

test.each(['gcache.dir=/dev/shm', 'gcache.name=/tmp/galera.cache'])('%s', (option) => {
  expect(sizingFindings(withLines(`config: { wsrep_provider_options: ${option} }`))).toHaveLength(1);
});

test.each(['gcache.dir=/var/lib/mysql', 'gcache.dir=/var/lib/mysql/cache', 'gcache.name=ring'])(
  'is content with %s',
  (option) => {
    expect(sizingFindings(withLines(`config: { wsrep_provider_options: ${option} }`))).toEqual([]);
  },
);

test('manifests', () => {
  const file = ['[mysqld]', 'wsrep_provider_options = "gcache.dir=/dev/shm"'];
  expect(foundIn(id, mariadbObject(file))).toEqual([
    `warning ${id} 13:34 gcache.dir puts the cache of write sets of orders into /dev/shm, which is not on its volume`,
  ]);
});
