import { expect, test } from 'vitest';
import {
  foundInChange,
  foundInManifests,
  par,
  sliceManifest,
  topologyWith,
} from '../change-cases.testing.js';

const id = 'slice/member-leaves';

test('one that stays a cluster', () => {
  expect(foundInManifests(id, sliceManifest(), sliceManifest({ clusters: '[fra]' }))).toEqual([
    'warning ams leaves SliceConfig shop, with every pod that runs there',
  ]);
});

test('one that goes altogether is told as that', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par, slice: '  clusters: [fra, ams, par]\n' }),
      topologyWith({ more: par, slice: '  clusters: [fra, ams]\n' }),
    ),
  ).toEqual([]);
});
