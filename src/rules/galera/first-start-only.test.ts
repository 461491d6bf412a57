import { expect, test } from 'vitest';
import { galeraTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('galera/first-start-only'));
}

test('says what is wrong, and where', () => {
  expect(found(galeraTopology, change(galeraTopology, 'name: wiki-root', 'name: wiki-admin'))).toEqual([
    'warning galera/first-start-only 13:5 the secret of root’s password of wiki is read at the first start only, which was long ago',
  ]);
  expect(
    found(
      galeraTopology,
      `${galeraTopology}    statefulset: { initialUser: { name: app, database: wiki, passwordSecret: { name: app } } }\n`,
    ),
  ).toEqual([
    'warning galera/first-start-only 16:20 the initial account of wiki is read at the first start only, which was long ago',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(galeraTopology, change(galeraTopology, 'memory: 2Gi', 'memory: 4Gi'))).toEqual([]);
});
