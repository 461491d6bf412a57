import { describe, expect, test } from 'vitest';
import { counterexamples, failuresOf, type Goal, goals, meets, scaledDown, strictestGoal } from './goal.js';
import { lossText } from './losses.js';
import type { SurvivalDatabase } from './model.js';
import { cluster, databaseOf, galera, landscapeOf } from './testing.js';

const names = ['a', 'b', 'c'];
const landscape = landscapeOf(names);

function against(goal: Goal, members: string): string[] {
  return counterexamples(goal, databaseOf(members), landscape).map(({ losses }) =>
    losses.map(lossText).join(' '),
  );
}

describe('which prefixes a scale-down can reach', () => {
  const survives = (order: string): string =>
    order
      .split(' ')
      .map((_, index) => {
        const database = scaledDown(databaseOf(order), index + 1);
        return meets('cluster', database, landscape) ? 'yes' : 'no';
      })
      .join(' ');

  test('in turn, every odd number from 3 up survives a cluster', () => {
    expect(survives('a b c a b')).toBe('no no yes no yes');
    expect(survives('a b c a b c a b c')).toBe('no no yes no yes yes yes yes yes');
  });

  test('cluster after cluster, three do not', () => {
    expect(survives('a a b b c')).toBe('no no no no yes');
  });

  test('0 and 2 here, 1 there: grown to 5 on three clusters it survives, stopped at 4 it does not', () => {
    expect(survives('a b a b c')).toBe('no no no no yes');
    expect(against('cluster', 'a b a')).toEqual(['a']);
    expect(against('cluster', 'a b a b')).toEqual(['a', 'b']);
    expect(against('cluster', 'a b a b c')).toEqual([]);
  });

  test('an arbitrator stays', () => {
    expect(scaledDown(databaseOf('a b c ~c'), 1).members.map(({ name }) => name)).toEqual([
      'db-0',
      'arbitrator-3',
    ]);
  });
});

test('each goal includes those before it', () => {
  const databases = ['a a b', 'a b', 'a b c', 'a b ~c', 'a a b b c', 'a a a b b b c c c', 'a'].map((each) =>
    databaseOf(each),
  );
  for (const database of databases) {
    const met = goals.map((goal) => meets(goal, database, landscape));
    expect([...met].sort((one, other) => Number(other) - Number(one))).toEqual(met);
    expect(goals.filter((goal) => meets(goal, database, landscape)).at(-1)).toBe(
      strictestGoal(database, landscape),
    );
    for (const goal of goals)
      expect(counterexamples(goal, database, landscape).length === 0).toBe(meets(goal, database, landscape));
  }
});

test.each([
  ['a', 'none'],
  ['a b', 'none'],
  ['a a b', 'node'],
  ['a b c', 'cluster'],
  ['a a b b c', 'cluster'],
  ['a a a b b b c c c', 'cluster+1'],
])('%s: %s', (members, goal) => {
  expect(strictestGoal(databaseOf(members), landscape)).toBe(goal);
});

test('a zone counts where clusters list them', () => {
  const zoned = landscapeOf([cluster('a', { zones: ['x', 'y', 'z'] })]);
  const even = databaseOf('a a a', { spread: { zone: 'even' } });
  expect(strictestGoal(even, zoned)).toBe('zone');
  expect(strictestGoal(databaseOf('a a a'), zoned)).toBe('node');
  expect(strictestGoal(databaseOf('a a a', { spread: { node: 'anywhere' } }), zoned)).toBe('none');
  expect(strictestGoal(even, landscapeOf(['a']))).toBe('node');
});

test('what one loss does is not said again with another beside it', () => {
  expect(against('cluster+1', 'a a b')).toEqual(['a', 'b node:a']);
  expect(against('cluster+1', 'a b c')).toEqual([
    'a node:b',
    'a node:c',
    'b node:a',
    'b node:c',
    'c node:a',
    'c node:b',
  ]);
});

test('of hundreds of clusters that are alike two stand for all in pairs, and the answer is the same', () => {
  const many = Array.from({ length: 300 }, (_, index) => `c${index}`);
  const wide = landscapeOf(many);
  const database = databaseOf(many.map((name, index) => (index === 7 ? `${name}*200` : name)).join(' '));
  expect(failuresOf('cluster+1', database, wide)).toHaveLength(300 + 300 + 3 * 2);
  expect(counterexamples('cluster+1', database, wide)).toEqual([]);
  const tight = databaseOf(many.map((name, index) => (index === 7 ? `${name}*298` : name)).join(' '));
  expect(meets('cluster', tight, wide)).toBe(true);
  expect(
    counterexamples('cluster+1', tight, wide).map(({ losses }) => losses.map(lossText).join(' ')),
  ).toEqual(['c0 node:c7', 'c1 node:c7', 'c7 node:c0', 'c7 node:c1']);
});

test('no goal is met by a database whose writes depend on a person', () => {
  const followed: SurvivalDatabase = databaseOf('a a a b b b', {
    protocol: { kind: 'clusters', primary: 'a', within: galera },
  });
  expect(counterexamples('cluster', followed, landscape).map(({ outcome }) => outcome.reason)).toEqual([
    'manual-failover',
  ]);
  expect(strictestGoal(followed, landscape)).toBe('node');
});
