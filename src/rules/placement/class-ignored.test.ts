import { expect, test } from 'vitest';
import { classes, edited, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'a class of replicas that stay',
    [...classes],
    [...classes, ['10.43.0.100\n    storageClass: longhorn', '10.43.0.100\n    storageClass: fast']],
    [
      'warning placement/class-ignored 12:19 the class of shop-orders on fra changes from longhorn to fast, and replicas 0 and 2 keep the old one',
    ],
  ],
  [
    'a class of all clusters, once',
    [...classes],
    [...classes, ['storage: { size: 20Gi }', 'storage: { size: 20Gi, storageClass: fast }']],
    [
      'warning placement/class-ignored 33:42 the class of shop-orders on fra and 1 more changes from longhorn to fast, and replicas 0 and 2 keep the old one',
    ],
  ],
  [
    'a class that is said for the first time',
    [],
    [...classes],
    [
      'warning placement/class-ignored 12:19 the class of shop-orders on fra and 1 more changes from the default to longhorn, and replicas 0 and 2 keep the old one',
    ],
  ],
  [
    'not the same class said elsewhere',
    [...classes],
    [...classes, ['storage: { size: 20Gi }', 'storage: { size: 20Gi, storageClass: longhorn }']],
    [],
  ],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('placement/class-ignored'))).toEqual(expected);
});
