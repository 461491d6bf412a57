import { expect, test } from 'vitest';
import { alone, fixOf, foundIn, mariadbObject, memory, sizingFindings, withLines } from './sizing.testing.js';

const id = 'sizing/write-set-large';

test('more than an eighth of the memory', () => {
  const text = withLines('config: { wsrep_max_ws_size: 1G }');
  expect(sizingFindings(text)).toEqual([
    `warning ${id} 32:34 wsrep_max_ws_size lets one transaction of orders be 1Gi, and its container has 1Gi, KubeDB's default`,
  ]);
  expect(fixOf(text)).toBe('write 64M, and split what is larger in the application');
  expect(sizingFindings(withLines('config: { wsrep_max_ws_size: 0 }'))).toHaveLength(1);
  expect(sizingFindings(withLines('config: { wsrep_max_ws_size: 128M }'))).toEqual([]);
});

test('is content with a server that runs alone', () => {
  expect(sizingFindings(alone('config: { wsrep_max_ws_size: 1G }'))).toEqual([]);
});

test('manifests', () => {
  const file = ['[mysqld]', 'wsrep_max_ws_size = 1G'];
  expect(foundIn(id, mariadbObject(file, memory('4Gi')))).toHaveLength(1);
  expect(foundIn(id, mariadbObject(file, memory('8Gi')))).toEqual([]);
});
