import { expect, test } from 'vitest';
import { foundIn, mariadbObject, sizingFindings, withLines } from './sizing.testing.js';

const id = 'sizing/gcache-small';
const provider = (value: string): string => `config: { wsrep_provider_options: ${value} }`;

test('a cache of seconds', () => {
  expect(sizingFindings(withLines('sizing: { gcache: 8Mi }'))).toEqual([
    `warning ${id} 32:23 sizing.gcache of orders is 8Mi, which holds the writes of seconds`,
  ]);
  expect(sizingFindings(withLines(provider('gcache.size=8M')))).toEqual([
    `warning ${id} 32:39 gcache.size of orders is 8M, which holds the writes of seconds`,
  ]);
  expect(sizingFindings(withLines('sizing: { gcache: 16Mi }'))).toEqual([]);
});

test('pages larger than the cache', () => {
  expect(sizingFindings(withLines(provider('gcache.size=128M;gcache.page_size=256M')))).toEqual([
    `warning ${id} 32:39 a page of orders has 256M, more than the 128M of its cache of write sets`,
  ]);
  expect(sizingFindings(withLines(provider('gcache.size=256M;gcache.page_size=256M')))).toEqual([]);
});

test('manifests', () => {
  const file = ['[mysqld]', 'wsrep_provider_options = "gcache.page_size=256M"'];
  expect(foundIn(id, mariadbObject(file))).toEqual([
    `warning ${id} 13:34 a page of orders has 256M, more than the 128M of its cache of write sets`,
  ]);
});
