import { describe, expect, test } from 'vitest';
import { besideTopology, changes } from '../programs.testing.js';
import { goodTopology, programFindingsOf } from '../testing.js';
import { foundBy, hubObject } from './testing.js';

const id = 'slice/registered-twice';

test('one cluster in two projects', () => {
  expect(
    foundBy(id, hubObject('Cluster', '{}'), hubObject('Cluster', '{}', 'fra', 'kubeslice-other')),
  ).toEqual(['error 8:35 the Cluster fra is registered in kubeslice-shop and in kubeslice-other']);
});

test('one cluster in one project', () => {
  expect(
    foundBy(
      id,
      hubObject('Cluster', '{}'),
      hubObject('Cluster', '{}'),
      hubObject('Cluster', '{}', 'ams', 'kubeslice-other'),
    ),
  ).toEqual([]);
});

describe('slice/registered-twice in several files', () => {
  test('reports clusters in two projects, once, where the project is said', () => {
    const text = changes(besideTopology, ['project: shop', 'project: mall']);
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': text })).toEqual([
      'error slice/registered-twice b.yaml:18:12 fra and 1 more are in the KubeSlice project mall here and in shop in a.yaml',
    ]);
  });

  test('points at the name of the topology where none is said', () => {
    const text = changes(besideTopology, ['  project: shop\n', '']);
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': text })).toEqual([
      'error slice/registered-twice b.yaml:4:9 fra and 1 more are in the KubeSlice project mall here and in shop in a.yaml',
    ]);
  });
});
