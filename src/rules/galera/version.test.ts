import { expect, test } from 'vitest';
import { lines, siteTopology } from '../sites.testing.js';
import { findingsOf } from '../testing.js';

const found = (line: string): string[] =>
  findingsOf(siteTopology + lines(line)).filter((each) => each.includes(' galera/version '));

test('an image that is too old', () => {
  expect(found('image: mariadb:10.5.29')).toEqual([
    'error galera/version 22:12 wiki runs MariaDB 10.5.29, and starts with 10.6 or newer',
  ]);
  expect(found('version: "10.4"')).toEqual([
    'error galera/version 22:14 wiki runs MariaDB 10.4, and starts with 10.6 or newer',
  ]);
});

test.each([
  ['image: mariadb:10.6.27'],
  ['image: mariadb:11.4.12'],
  ['version: "12.3"'],
  ['image: mariadb:lts'],
])('%s', (line) => {
  expect(found(line)).toEqual([]);
});
