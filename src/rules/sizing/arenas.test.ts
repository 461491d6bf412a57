import { expect, test } from 'vitest';
import { foundIn, mariadbObject, memory } from './sizing.testing.js';

const id = 'sizing/arenas';
const file = ['[mysqld]', 'max_connections = 20', 'max_session_mem_used = 8M', 'max_allowed_packet = 4M'];

test('bounded sessions without a bound of the allocator', () => {
  expect(foundIn(id, mariadbObject(file, memory('2Gi')))).toEqual([
    `warning ${id} 4:9 the container of orders has no MALLOC_ARENA_MAX, so its allocator follows the cores of the node`,
  ]);
});

test.each(['MALLOC_ARENA_MAX', 'LD_PRELOAD'])('is content with %s', (name) => {
  const env = `, env: [{ name: ${name}, value: a }]`;
  expect(foundIn(id, mariadbObject(file, memory('2Gi', 'mariadb', env)))).toEqual([]);
});

test('is quiet where sessions are not bounded, or the container is another', () => {
  expect(foundIn(id, mariadbObject(['[mysqld]'], memory('16Gi')))).toEqual([]);
  expect(foundIn(id, mariadbObject(file, memory('2Gi', 'maria')))).toEqual([]);
});
