import { expect, test } from 'vitest';
import { galeraTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('galera/volume-claims'));
}

test('says what is wrong, and where', () => {
  expect(found(galeraTopology, change(galeraTopology, 'size: 20Gi', 'size: 40Gi'))).toEqual([
    'warning galera/volume-claims 14:22 the volumes of wiki grow from 20Gi to 40Gi',
  ]);
  expect(
    found(galeraTopology, change(galeraTopology, 'storageClass: managed', 'storageClass: premium')),
  ).toEqual([
    'warning galera/volume-claims 5:51 the volumes of wiki change their class from managed to premium',
  ]);
  expect(
    found(
      change(galeraTopology, 'storage: { size: 20Gi }', 'storage: { size: 20Gi, storageClass: a }'),
      change(galeraTopology, 'storage: { size: 20Gi }', 'storage: { size: 20Gi, storageClass: b }'),
    ),
  ).toEqual(['warning galera/volume-claims 14:42 the volumes of wiki change their class from a to b']);
});

test('says nothing of what is another matter', () => {
  expect(found(galeraTopology, change(galeraTopology, 'size: 20Gi', 'size: 20480Mi'))).toEqual([]);
  expect(found(galeraTopology, change(galeraTopology, 'size: 20Gi', 'size: 10Gi'))).toEqual([]);
});
