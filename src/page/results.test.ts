import { describe, expect, test } from 'vitest';
import { goneWith } from './gone.js';
import {
  cellsOf,
  goalText,
  headlineOf,
  isTouched,
  resultsOf,
  sentenceOf,
  stepsWords,
  worstOf,
} from './results.js';
import { losing, nothingLost, type State } from './state.js';
import { galera, landscape, pageOf } from './testing.js';

const without = (...texts: readonly string[]): State => losing(texts, landscape, []).state;
const guide = pageOf(galera('orders', 'fra', 'ams', 'fra'));

function sentencesOf(state: State, data = guide): string[] {
  return resultsOf(data, state).map(sentenceOf);
}

describe('what became of the databases', () => {
  test('is said in one sentence each', () => {
    expect(sentencesOf(nothingLost)).toEqual(['orders: writes go on, no replica is hit']);
    expect(sentencesOf(without('fra'))).toEqual([
      'orders: writes stop, 1 of 3 votes left, 2 needed; reads stop too; the control plane is lost',
    ]);
    expect(sentencesOf(without('ams'))).toEqual(['orders: writes go on, 2 of 3 votes left, 2 needed']);
    expect(sentencesOf({ ...without('fra'), manner: 'leave' })).toEqual([
      'orders: writes go on, 1 of 1 vote left, 1 needed; the control plane is lost',
    ]);
  });

  test('has its cells', () => {
    const [result] = resultsOf(guide, without('fra'));
    expect(result && cellsOf(result, without('fra'), landscape)).toMatchObject({
      verdict: 'blocked',
      writes: 'stop',
      votes: '1 of 3 left, 2 needed',
      left: ['waits: orders-1 on ams', 'lost: orders-0 and orders-2 on fra'],
    });
  });

  test('says where the scheduler decides who is hit', () => {
    const state = without('node:fra');
    const [result] = resultsOf(guide, state);
    expect(result && cellsOf(result, state, landscape).left).toEqual([
      'orders-1 on ams, orders-2 on fra',
      'lost at worst: orders-0 on fra',
    ]);
  });

  test('has a headline for all', () => {
    const two = pageOf(galera('orders', 'fra', 'ams', 'fra'), galera('carts', 'ams', 'new-york', 'ams'));
    const head = (state: State, data = two): string => headlineOf(resultsOf(data, state), state, landscape);
    expect(head(nothingLost)).toBe('Nothing is lost.');
    expect(head(without('fra'))).toBe('Without fra: writes of 1 of 2 databases stop.');
    expect(head(without('fra', 'ams'))).toBe(
      'Without fra and ams: writes of all 2 databases stop, data of 1 at risk.',
    );
    expect(head({ ...without('new-york', 'hub'), inOrder: true, manner: 'leave' })).toBe(
      'Without new-york, then the control plane of fra (stopped in order): writes go on.',
    );
    expect(head(without('fra'), guide)).toBe('Without fra: writes stop.');
    expect(head(without('fra'), pageOf())).toBe('Without fra: there is no database.');
    expect(worstOf(resultsOf(two, without('fra')))).toBe('blocked');
  });

  test('depends on the order where that is asked for', () => {
    const three = pageOf(galera('orders', 'fra', 'ams', 'new-york', 'fra', 'ams'));
    const state = without('new-york', 'fra');
    expect(sentencesOf(state, three)[0]).toContain('writes stop, 2 of 5 votes left');
    const inOrder = { ...state, inOrder: true };
    const results = resultsOf(three, inOrder);
    expect(results.map(({ outcome }) => outcome.votes)).toEqual([{ left: 2, needed: 3, total: 4 }]);
    expect(stepsWords(results, inOrder, landscape)).toEqual([
      { loss: 'lose new-york', sentences: ['orders: writes go on, 4 of 5 votes left, 3 needed'] },
      {
        loss: 'lose fra',
        sentences: [
          'orders: writes stop, 2 of 4 votes left: half is no majority; reads stop too; the control plane is lost',
        ],
      },
    ]);
  });

  test('names databases by their namespace where a name stands for several', () => {
    const other = { ...galera('orders', 'ams'), namespace: 'test' };
    const data = pageOf(galera('orders', 'fra'), other, galera('carts', 'fra'));
    const results = resultsOf(data, without('ams'));
    expect(results.map(({ name }) => name)).toEqual(['shop/orders', 'test/orders', 'carts']);
    expect(results.map(isTouched)).toEqual([false, true, false]);
  });

  test('says what is asked for beside what is met', () => {
    const [database] = guide.databases;
    expect(database && goalText(database)).toBe('survives no failure for certain');
    expect(database && goalText({ ...database, goal: 'zone', survives: 'cluster' })).toBe(
      'goal: zone; survives any one cluster',
    );
  });
});

test('what is gone takes along what stands in it', () => {
  const gone = (...texts: readonly string[]) => goneWith(without(...texts).lost, landscape);
  expect([...gone('region:eu').clusters]).toEqual(['fra', 'ams']);
  expect([...gone('node:new-york').clusters]).toEqual(['new-york']);
  expect([...gone('node:fra', 'zone:eu/b').clusters]).toEqual([]);
  expect([...gone('zone:eu/a').clusters]).toEqual(['ams']);
  expect([...gone('zone:eu/a', 'zone:eu/b').clusters]).toEqual(['fra', 'ams']);
  const whole = gone('fra', 'ams');
  expect(whole.has({ kind: 'zone', zone: 'eu/a' })).toBe(true);
  expect(whole.has({ kind: 'region', region: 'eu' })).toBe(true);
  expect(whole.has({ kind: 'hub' })).toBe(true);
  expect(whole.has({ kind: 'link', between: ['fra', 'new-york'] })).toBe(true);
  expect(gone('fra').has({ kind: 'zone', zone: 'eu/a' })).toBe(false);
  const parted = gone('split:fra');
  expect(parted.has({ kind: 'link', between: ['fra', 'ams'] })).toBe(true);
  expect(parted.has({ kind: 'link', between: ['ams', 'new-york'] })).toBe(false);
});
