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
    'apart from now on',
    [more('spread: { node: ScheduleAnyway }')],
    [more('spread: { node: DoNotSchedule }')],
    [
      'info placement/spread-later 31:21 how the replicas of shop-orders spread over nodes changes from ScheduleAnyway to DoNotSchedule at their next restart',
    ],
  ],
  [
    'both',
    [more('spread: { node: DoNotSchedule, zone: DoNotSchedule }')],
    [],
    [
      'info placement/spread-later 20:5 how the replicas of shop-orders spread over nodes changes from DoNotSchedule to ScheduleAnyway at their next restart',
      'info placement/spread-later 20:5 how the replicas of shop-orders spread over zones changes from DoNotSchedule to ScheduleAnyway at their next restart',
    ],
  ],
  ['not what is the default', [more('spread: { node: ScheduleAnyway }')], [], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('placement/spread-later'))).toEqual(expected);
});
