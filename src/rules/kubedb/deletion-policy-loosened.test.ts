import { expect, test } from 'vitest';
import { edited, more, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'to Halt',
    [],
    [more('deletionPolicy: Halt')],
    [
      'warning kubedb/deletion-policy-loosened 31:21 the deletionPolicy of orders goes from DoNotTerminate to Halt: deleting it takes its servers along',
    ],
  ],
  [
    'from Halt to WipeOut',
    [more('deletionPolicy: Halt')],
    [more('deletionPolicy: WipeOut')],
    [
      'warning kubedb/deletion-policy-loosened 31:21 the deletionPolicy of orders goes from Halt to WipeOut: deleting it takes its volumes, password and backups along',
    ],
  ],
  [
    'to Delete',
    [more('deletionPolicy: Halt')],
    [more('deletionPolicy: Delete')],
    [
      'warning kubedb/deletion-policy-loosened 31:21 the deletionPolicy of orders goes from Halt to Delete: deleting it takes its volumes along',
    ],
  ],
  ['not the other way round', [more('deletionPolicy: WipeOut')], [more('deletionPolicy: Halt')], []],
  ['not what is the default', [more('deletionPolicy: DoNotTerminate')], [], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/deletion-policy-loosened'))).toEqual(expected);
});
