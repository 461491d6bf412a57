import { expect, test } from 'vitest';
import { edited, five, more, postgres, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'more patience',
    [...postgres],
    [...postgres, more('kubedb: { leaderElection: { period: 500ms, electionTick: 20 } }')],
    [
      'info kubedb/election-changed 31:15 the coordinators of orders wait 10 s for a primary before they elect another, not 3 s',
    ],
  ],
  [
    'something else',
    [...postgres],
    [...postgres, more('kubedb: { leaderElection: { maximumLagBeforeFailover: 128Mi } }')],
    ['info kubedb/election-changed 31:15 how orders elects its primary changes'],
  ],
  ['not the timing', [...postgres], [...postgres, ...five], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/election-changed'))).toEqual(expected);
});
