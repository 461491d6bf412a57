import { expect, test } from 'vitest';
import { fixOf, foundIn, mariadbObject, memory, sizingFindings, withLines } from './sizing.testing.js';

const id = 'sizing/pool-small';

test('the fewest connections that the server takes are not too many', () => {
  expect(sizingFindings(withLines('resources: { memory: 384Mi }', 'sizing: { maxConnections: 10 }'))).toEqual(
    [],
  );
});

test('a pool that is asked for, where a larger one would fit beside the connections', () => {
  expect(
    sizingFindings(
      withLines('resources: { memory: 2Gi }', 'sizing: { maxConnections: 20, bufferPool: 100Mi }'),
    ),
  ).toEqual([]);
});

test('many connections', () => {
  const text = withLines('sizing: { maxConnections: 45 }');
  expect(sizingFindings(text)).toEqual([
    `warning ${id} 32:31 25 % of the memory of orders is buffer pool, as 45 connections may take 507Mi`,
  ]);
  expect(fixOf(text)).toBe(
    'put a pooler such as ProxySQL or MaxScale in front and ask for 28, or give the container more memory',
  );
  expect(sizingFindings(withLines('sizing: { maxConnections: 28 }'))).toEqual([]);
  expect(sizingFindings(withLines('config: { max-connections: 45 }'))).toHaveLength(1);
});

test('is content with a small pool that is asked for, and with small memory', () => {
  expect(sizingFindings(withLines('sizing: { bufferPool: 20% }'))).toEqual([]);
  expect(sizingFindings(withLines('resources: { memory: 384Mi }'))).toEqual([]);
});

test('manifests: where the pool is said', () => {
  const caps = ['max_session_mem_used = 8M', 'max_allowed_packet = 4M', 'aria_pagecache_buffer_size = 16M'];
  const pool = 'innodb_buffer_pool_size = 300M';
  const file = ['[mysqld]', 'max_connections = 60', ...caps, pool];
  expect(foundIn(id, mariadbObject(file, memory('2Gi')))).toHaveLength(1);
  expect(foundIn(id, mariadbObject(file.slice(0, -1), memory('2Gi')))).toEqual([]);
});
