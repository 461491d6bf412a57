import { expect, test } from 'vitest';
import {
  doubleLosses,
  includes,
  mostDoubles,
  mostLinkClusters,
  mostSplitClusters,
  singleLosses,
} from './failures.js';
import { lossText } from './losses.js';
import type { Landscape, Loss, SurvivalDatabase } from './model.js';
import { cluster, databaseOf, landscapeOf } from './testing.js';

function wide(count: number): { database: SurvivalDatabase; landscape: Landscape } {
  const names = Array.from({ length: count }, (_, index) => `c${index}`);
  const sites = names.map((name) => cluster(name, { zones: ['x:1', 'y:1', 'z:1'], nodes: 3 }));
  return { database: databaseOf(names.join(' '), { onHub: true }), landscape: landscapeOf(sites, 'c0') };
}

test('everything that can be lost, one at a time', () => {
  const landscape = landscapeOf(
    [
      cluster('a', { region: 'eu', zones: ['x'] }),
      cluster('b', { region: 'eu', zones: ['x', 'y'] }),
      'c',
      'h',
      'far',
    ],
    'h',
  );
  const { failures, leftOut } = singleLosses(databaseOf('a a b c ~c/w', { onHub: true }), landscape);
  expect(failures.map(lossText).join(' ')).toBe(
    'node:a node:b node:c zone:eu/x zone:eu/y zone:c/w a b c region:eu link:a-b link:a-c link:b-c hub h split:b split:c split:a',
  );
  expect(leftOut).toBeUndefined();
});

test('two clusters are parted by their link, and no hub is lost where none is', () => {
  expect(
    singleLosses(databaseOf('a b'), landscapeOf(['a', 'b']))
      .failures.map(lossText)
      .join(' '),
  ).toBe('node:a node:b a b link:a-b');
});

test('splits are each parting once', () => {
  const { database, landscape } = wide(4);
  const splits = singleLosses(database, landscape).failures.filter(({ kind }) => kind === 'split');
  expect(splits.map(lossText).join(' ')).toBe(
    'split:c1 split:c2 split:c3 split:c0 split:c1+c2 split:c1+c3 split:c2+c3',
  );
});

test('what is listed is bounded, and says what is not listed', () => {
  const count = (clusters: number): [number, string | undefined] => {
    const { database, landscape } = wide(clusters);
    const { failures, leftOut } = singleLosses(database, landscape);
    return [failures.length, leftOut];
  };
  expect(count(mostSplitClusters)).toEqual([12 + 36 + 12 + 66 + 1 + 2047, undefined]);
  expect(count(mostSplitClusters + 1)).toEqual([
    13 + 39 + 13 + 78 + 1,
    'splits of 13 clusters into two groups',
  ]);
  expect(count(mostLinkClusters)).toEqual([64 * 5 + 2016 + 1, 'splits of 64 clusters into two groups']);
  expect(count(mostLinkClusters + 1)).toEqual([
    65 * 5 + 1,
    'links between 65 clusters, splits of 65 clusters into two groups',
  ]);
});

test('doubles are bounded, and say what is not listed', () => {
  const count = (clusters: number): [number, string | undefined] => {
    const { database, landscape } = wide(clusters);
    const { failures, leftOut } = doubleLosses(database, landscape);
    return [failures.length, leftOut];
  };
  expect(count(9)[1]).toBeUndefined();
  expect(count(9)[0]).toBeGreaterThan(50_000);
  expect(count(10)[1]).toBe('splits into two groups beside another failure');
  expect(count(30)[1]).toBe('splits of 30 clusters into two groups, links beside another failure');
  expect(count(300)).toEqual([
    mostDoubles,
    'links between 300 clusters, splits of 300 clusters into two groups, zones beside another failure, double failures beyond the first 100000',
  ]);
  expect(count(5000)[0]).toBe(mostDoubles);
});

test('a double is two different failures, none of which brings the other about', () => {
  const landscape = landscapeOf(
    [cluster('a', { region: 'eu', zones: ['x'] }), cluster('b', { zones: ['y', 'z'] }), 'c'],
    'a',
  );
  const { failures } = doubleLosses(databaseOf('a b c', { onHub: true }), landscape);
  const texts = failures.map((pair) => pair.map(lossText).join(' '));
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts).toContain('node:a node:a');
  expect(texts).toContain('node:b zone:b/y');
  for (const absent of [
    'node:a a',
    'node:a zone:eu/x',
    'a hub',
    'a link:a-b',
    'a split:a',
    'a region:eu',
    'link:a-b split:a',
    'a a',
  ])
    expect(texts).not.toContain(absent);
  for (const [first, second] of failures)
    expect(includes(first, second, landscape) || includes(second, first, landscape)).toBe(false);
});

test('a zone of an arbitrator alone is within its own cluster only', () => {
  const landscape = landscapeOf(['a', 'b']);
  const zone: Loss = { kind: 'zone', zone: 'a/w' };
  expect(includes({ kind: 'cluster', cluster: 'a' }, zone, landscape)).toBe(true);
  expect(includes({ kind: 'cluster', cluster: 'b' }, zone, landscape)).toBe(false);
});

test('a zone of two clusters is within neither', () => {
  const sites = [cluster('a', { region: 'eu', zones: ['x'] }), cluster('b', { region: 'eu', zones: ['x'] })];
  const zone: Loss = { kind: 'zone', zone: 'eu/x' };
  expect(includes({ kind: 'cluster', cluster: 'a' }, zone, landscapeOf(sites))).toBe(false);
  expect(includes({ kind: 'region', region: 'eu' }, zone, landscapeOf(sites))).toBe(true);
});
