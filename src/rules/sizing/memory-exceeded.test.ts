import { describe, expect, test } from 'vitest';
import { findingsOf, fixesOf, relatedOf } from '../testing.js';
import {
  fixOf,
  foundIn,
  mariadbObject,
  memory,
  sizingFindings,
  withLines,
  withPostgres,
} from './sizing.testing.js';

const id = 'sizing/memory-exceeded';

describe('what is asked for', () => {
  test('connections, with every remedy that works alone', () => {
    const text = withLines('resources: { memory: 512Mi }', 'sizing: { maxConnections: 100 }');
    expect(findingsOf(text)).toEqual([
      `error ${id} 33:31 orders can take 1189Mi, and its container has 512Mi: 950Mi connections (100 x 9.5Mi), 50Mi state transfer, 48Mi server and allocator`,
    ]);
    expect(fixesOf(text)).toEqual(['give it 1218Mi, or at most 29 connections']);
    expect(relatedOf(text)).toEqual([['32:26 its memory']]);
  });

  test('a pool and connections together: the larger first, the other beside it', () => {
    const text = withLines('sizing: { bufferPool: 600Mi, maxConnections: 60 }');
    expect(sizingFindings(text)).toHaveLength(1);
    expect(relatedOf(text)).toEqual([['32:50 sizing.maxConnections counts as well']]);
    expect(fixOf(text)).toBe('give it 1428Mi, or at most 19 connections, or a pool of 194Mi');
  });

  test('an option, spelt in any way', () => {
    const text = withLines('config: { aria-pagecache-buffer-size: 2G }');
    expect(sizingFindings(text)).toEqual([expect.stringMatching(`^error ${id} 32:43 orders can take `)]);
    expect(fixOf(text)).toMatch(/^give it .*, or leave out aria-pagecache-buffer-size$/);
  });

  test.each([
    ['sizing: { bufferPool: 1Gi }', '32:27 sizing.bufferPool of orders is 1Gi'],
    ['config: { innodb-buffer-pool-size: 3G }', '32:40 innodb-buffer-pool-size of orders is 3G'],
    ['sizing: { mode: target, bufferPool: 2Gi }', '32:41 sizing.bufferPool of orders is 2Gi'],
  ])('a cache as large as the container, in every mode: %s', (line, message) => {
    expect(sizingFindings(withLines(line))).toEqual([
      `error ${id} ${message}, and its container has 1Gi, KubeDB's default`,
    ]);
  });

  test('of Postgres', () => {
    expect(
      sizingFindings(withPostgres('resources: { memory: 2Gi }', 'sizing: { sharedBuffers: 2Gi }')),
    ).toEqual([`error ${id} 41:30 sizing.sharedBuffers of ledger is 2Gi, and its container has 2Gi`]);
    expect(sizingFindings(withPostgres('config: { shared_buffers: 131072 }'))).toHaveLength(1);
    const many = withPostgres('sizing: { maxConnections: 100 }');
    expect(sizingFindings(many)).toEqual([expect.stringMatching(`^error ${id} 40:31 ledger can take `)]);
    expect(fixOf(many)).toBe('give it 2369Mi, or at most 43 connections');
  });
});

test.each([
  ['256Mi', 'orders', 'a replica of a Galera cluster', '384Mi', withLines],
  ['128Mi', 'ledger', 'a Postgres', '212Mi', withPostgres],
] as const)('memory of %s', (size, name, server, enough, topology) => {
  const text = topology(`resources: { memory: ${size} }`);
  const place = name === 'orders' ? '32:26' : '40:26';
  expect(sizingFindings(text)).toEqual([
    `error ${id} ${place} the container of ${name} has ${size}, too little for ${server}`,
  ]);
  expect(fixOf(text)).toBe(`give it ${enough}`);
});

test('the remedies work', () => {
  const connections = (count: number): string =>
    withLines('resources: { memory: 512Mi }', `sizing: { maxConnections: ${count} }`);
  expect(sizingFindings(connections(29)).filter((each) => each.includes(id))).toEqual([]);
  expect(sizingFindings(connections(30)).filter((each) => each.includes(id))).toHaveLength(1);
  const roomier = withLines('resources: { memory: 1218Mi }', 'sizing: { maxConnections: 100 }');
  expect(sizingFindings(roomier).filter((each) => each.includes(id))).toEqual([]);
});

test('is content with what fits', () => {
  for (const line of [
    'sizing: { bufferPool: 50% }',
    'sizing: { maxConnections: 25 }',
    'resources: { memory: 384Mi }',
  ])
    expect(sizingFindings(withLines(line))).toEqual([]);
  expect(sizingFindings(withPostgres('sizing: { sharedBuffers: 300Mi }'))).toEqual([]);
});

test('manifests: only what contradicts itself', () => {
  const file = ['[mysqld]', 'innodb_buffer_pool_size = 2G'];
  expect(foundIn(id, mariadbObject(file, memory('1Gi')))).toEqual([
    `error ${id} 13:35 innodb_buffer_pool_size of orders is 2G, and its container has 1Gi`,
  ]);
  expect(foundIn(id, mariadbObject(file))).toHaveLength(1);
  expect(foundIn(id, mariadbObject(file, memory('4Gi')))).toEqual([]);
});
