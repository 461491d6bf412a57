import { expect, test } from 'vitest';
import { relatedOf } from '../testing.js';
import { foundIn, mariadbObject, memory, sizingFindings, withLines } from './sizing.testing.js';

const id = 'sizing/sessions-narrow';
const room = 'resources: { memory: 4Gi }';

test('a bound below what ordinary statements take', () => {
  expect(sizingFindings(withLines('config: { max_session_mem_used: 4M }'))).toEqual([
    `warning ${id} 32:37 max_session_mem_used of orders is 4M, less than ordinary statements take`,
  ]);
  expect(sizingFindings(withLines('config: { max_session_mem_used: 8M }'))).toEqual([]);
  // Another number in the end: config/option-adjusted.
  expect(sizingFindings(withLines('config: { max_session_mem_used: 0 }'))).toEqual([]);
});

test('a packet above the bound', () => {
  const text = withLines(room, 'config: { max_session_mem_used: 8M, max_allowed_packet: 16M }');
  expect(sizingFindings(text)).toEqual([
    `warning ${id} 33:37 a session of orders may take 8M, less than one packet of 16Mi`,
  ]);
  expect(relatedOf(text)).toEqual([['33:61 the packet']]);
  expect(sizingFindings(withLines(room, 'config: { max_allowed_packet: 16M }'))).toEqual([]);
});

test('manifests: the default packet counts', () => {
  const file = ['[mysqld]', 'max_session_mem_used = 8M'];
  expect(foundIn(id, mariadbObject(file, memory('4Gi')))).toEqual([
    `warning ${id} 13:32 a session of orders may take 8M, less than one packet of 16Mi, the default`,
  ]);
  expect(foundIn(id, mariadbObject([...file, 'max_allowed_packet = 4M'], memory('4Gi')))).toEqual([]);
});
