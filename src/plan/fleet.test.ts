import { describe, expect, test } from 'vitest';
import type { Cluster } from '../topology/index.js';
import { clusterNames, mostInFleet } from './fleet.js';

const fleetOf = (fleet: Cluster['fleet']): readonly string[] => {
  return clusterNames({ name: 'store', distribution: 'k3s', ...(fleet === undefined ? {} : { fleet }) });
};

describe('names of the clusters of an entry', () => {
  test('a cluster that is no fleet has its own', () => {
    expect(fleetOf(undefined)).toEqual(['store']);
  });

  test.each([
    ['store-{1..3}', ['store-1', 'store-2', 'store-3']],
    ['store-{08..11}', ['store-08', 'store-09', 'store-10', 'store-11']],
    ['{1..2}-edge', ['1-edge', '2-edge']],
    ['store-{3..1}', ['store-3', 'store-2', 'store-1']],
    ['store-{7..7}', ['store-7']],
    ['store-{0..2}', ['store-0', 'store-1', 'store-2']],
    ['store-{00..2}', ['store-00', 'store-01', 'store-02']],
    ['store-{9..10}', ['store-9', 'store-10']],
    ['site', ['site']],
  ])('%s counts as a shell does', (pattern, names) => {
    expect(fleetOf(pattern)).toEqual(names);
  });

  test('a list has names and patterns', () => {
    expect(fleetOf(['berlin', 'oslo'])).toEqual(['berlin', 'oslo']);
    expect(fleetOf(['berlin', 'store-{1..2}'])).toEqual(['berlin', 'store-1', 'store-2']);
  });

  test('an absurd range ends one above the limit', () => {
    expect(fleetOf('store-{0..999999}')).toHaveLength(mostInFleet + 1);
  });
});
