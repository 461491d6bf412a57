import { expect, test } from 'vitest';
import { classes, edited, five, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'the class of k3s',
    [],
    [['20Gi', '30Gi']],
    [
      'warning kubedb/class-not-expandable 31:22 the volumes of orders grow, and those of local-path cannot: fra and 1 more',
    ],
  ],
  [
    'local-path by its name',
    [...classes, ['10.43.0.101\n    storageClass: longhorn', '10.43.0.101\n    storageClass: local-path']],
    [
      ...classes,
      ['10.43.0.101\n    storageClass: longhorn', '10.43.0.101\n    storageClass: local-path'],
      ['20Gi', '30Gi'],
    ],
    [
      'warning kubedb/class-not-expandable 33:22 the volumes of orders grow, and those of local-path cannot: ams',
    ],
  ],
  ['not another class', [...classes], [...classes, ['20Gi', '30Gi']], []],
  ['not when nothing grows', [], [...five], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/class-not-expandable'))).toEqual(expected);
});
