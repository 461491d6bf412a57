import { expect, test } from 'vitest';
import { foundIn, mariadbObject, memory, sizingFindings, withLines } from './sizing.testing.js';

const id = 'sizing/performance-schema';

test('on a small server', () => {
  expect(sizingFindings(withLines('config: { performance_schema: true }'))).toEqual([
    `warning ${id} 32:35 performance_schema of orders takes 105Mi, and its container has 1Gi, KubeDB's default`,
  ]);
  expect(sizingFindings(withLines('config: { performance_schema: false }'))).toEqual([]);
  expect(
    sizingFindings(withLines('resources: { memory: 2Gi }', 'config: { performance_schema: true }')),
  ).toEqual([]);
});

test('where the memory is not enough, that is the finding', () => {
  const text = withLines('resources: { memory: 384Mi }', 'config: { performance_schema: true }');
  expect(sizingFindings(text)).toEqual([expect.stringMatching(/^error sizing\/memory-exceeded 33:35 /)]);
});

test('manifests', () => {
  const caps = ['max_connections = 10', 'max_session_mem_used = 8M', 'max_allowed_packet = 4M'];
  const file = ['[mysqld]', 'performance_schema', ...caps, 'aria_pagecache_buffer_size = 16M'];
  expect(foundIn(id, mariadbObject(file, memory('1Gi')))).toHaveLength(1);
});
