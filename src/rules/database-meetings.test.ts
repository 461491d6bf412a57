import { expect, test } from 'vitest';
import { compile } from '../compile.js';
import { meetingsOf, objectKey } from './database-meetings.js';
import { besideTopology, changes } from './programs.testing.js';
import { goodTopology } from './testing.js';

test('finds the first meeting of each database with one of another file', () => {
  const second = changes(besideTopology, ['metadata:\n  name: mall', 'metadata:\n  name: mall']);
  const { plans } = compile([
    { name: 'a.yaml', content: goodTopology },
    { name: 'b.yaml', content: second },
  ]);
  const found = [
    ...meetingsOf(
      plans,
      () => [{ text: 'none' }, { text: 'all' }, { text: 'all' }],
      () => ['all'],
    ),
  ];
  expect(found.map(({ here, there, key }) => [here.database.name, there.database.name, key.text])).toEqual([
    ['carts', 'orders', 'all'],
  ]);
  const database = found[0]?.here.database;
  expect(database && objectKey(database, 'x')).toBe('fra/shop/x');
});
