import { describe, expect, test } from 'vitest';
import { goodTopology, programFindingsOf } from '../testing.js';
import { besideTopology, changes } from './testing.js';

describe('program/two-projects', () => {
  test('reports clusters in two projects, once, where the project is said', () => {
    const text = changes(besideTopology, ['project: shop', 'project: mall']);
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': text })).toEqual([
      'error program/two-projects b.yaml:18:12 fra and 1 more are in the KubeSlice project mall here and in shop in a.yaml',
    ]);
  });

  test('points at the name of the topology where none is said', () => {
    const text = changes(besideTopology, ['  project: shop\n', '']);
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': text })).toEqual([
      'error program/two-projects b.yaml:4:9 fra and 1 more are in the KubeSlice project mall here and in shop in a.yaml',
    ]);
  });
});
