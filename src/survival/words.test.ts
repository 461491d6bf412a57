import { expect, test } from 'vitest';
import { judge } from './judge.js';
import type { Loss } from './model.js';
import { cluster, databaseOf, landscapeOf } from './testing.js';
import { joined, lossesWords, lossWords, membersWords, outcomeWords } from './words.js';

const landscape = landscapeOf(
  [cluster('a', { zones: ['x', 'y'] }), cluster('b', { zones: ['x'] }), 'c'],
  'a',
);

test('losses in words', () => {
  const node: Loss = { kind: 'node', cluster: 'a' };
  expect(lossesWords([node, node], landscape)).toBe('two nodes of a');
  expect(lossesWords([node, { kind: 'cluster', cluster: 'b' }], landscape)).toBe('a node of a and b');
  expect(lossWords({ kind: 'zone', zone: 'a/x' }, landscape)).toBe('the zone a/x');
  expect(lossWords({ kind: 'zone', zone: 'a/y' }, landscape)).toBe('the zone y');
  expect(lossWords({ kind: 'hub' }, landscape)).toBe('the control plane of a');
  expect(lossWords({ kind: 'split', group: ['a', 'b', 'c'] }, landscape)).toBe(
    'the network between a, b and c and the others',
  );
  expect(joined([])).toBe('');
});

test('outcomes in words', () => {
  const words = (members: string, ...losses: Loss[]): string =>
    outcomeWords(judge(databaseOf(members), landscape, { losses, manner: 'crash' }));
  const lose = (name: string): Loss => ({ kind: 'cluster', cluster: name });
  expect(words('a a b', lose('a'))).toBe('1 of 3 votes left, 2 needed');
  expect(words('a b', lose('a'))).toBe('1 of 2 votes left: half is no majority');
  expect(words('a b c', lose('a'))).toBe('2 of 3 votes left, 2 needed');
  expect(words('a b')).toBe('nothing of it is hit');
  expect(words('a', lose('a'))).toBe('no replica is left');
  expect(words('a b c', { kind: 'link', between: ['a', 'b'] })).toBe(
    'all replicas go on, some reach each other through others',
  );
});

test('members by cluster', () => {
  expect(membersWords(databaseOf('a b a').members)).toBe('db-0 and db-2 on a, db-1 on b');
});
