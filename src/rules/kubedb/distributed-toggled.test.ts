import { expect, test } from 'vitest';
import { alone, edited, five, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'a slice for a database of one cluster',
    [...alone(3)],
    [],
    [
      'error kubedb/distributed-toggled 25:5 orders runs on one cluster, and the slice would carry it over several',
    ],
  ],
  [
    'and none any more',
    [],
    [...alone(3)],
    ['error kubedb/distributed-toggled 15:5 orders runs over several clusters, and would run on one'],
  ],
  ['not more clusters', [], [...five], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/distributed-toggled'))).toEqual(expected);
});
