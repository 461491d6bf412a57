import { expect, test } from 'vitest';
import { alone, classes, edited, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'another class',
    [...alone(3)],
    [...alone(3), ['storageClass: longhorn', 'storageClass: fast']],
    [
      'warning kubedb/storage-class-changed 8:19 the storage class of orders goes from longhorn to fast, and its volumes stay where they are',
    ],
  ],
  [
    'the default',
    [...alone(3)],
    [...alone(3), ['    storageClass: longhorn\n', '']],
    [
      'warning kubedb/storage-class-changed 6:5 the storage class of orders goes from longhorn to the default, and its volumes stay where they are',
    ],
  ],
  [
    'not of a distributed one, whose policy says it',
    [...classes],
    [...classes, ['storage: { size: 20Gi }', 'storage: { size: 20Gi, storageClass: fast }']],
    [],
  ],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/storage-class-changed'))).toEqual(expected);
});
