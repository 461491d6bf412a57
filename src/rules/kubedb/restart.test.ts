import { expect, test } from 'vitest';
import {
  alone,
  classes,
  edited,
  five,
  more,
  postgres,
  type TopologyEdit,
} from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'processors',
    [],
    [more('resources: { cpu: "2" }')],
    ['info kubedb/restart 20:11 the 3 replicas of orders restart one after another for other resources'],
  ],
  [
    'a single server',
    [...alone(1)],
    [...alone(1), more('resources: { cpu: "2" }')],
    ['info kubedb/restart 10:11 orders restarts for other resources, and is away meanwhile'],
  ],
  [
    'the timing of elections',
    [...postgres],
    [...postgres, more('kubedb: { leaderElection: { electionTick: 20 } }')],
    [
      'info kubedb/restart 20:11 the 3 replicas of orders restart one after another for the timing of its elections',
    ],
  ],
  [
    'how replicas are copied',
    [],
    [more('kubedb: { wsrepSSTMethod: mariabackup }')],
    [
      'info kubedb/restart 20:11 the 3 replicas of orders restart one after another for how replicas are copied',
    ],
  ],
  ['not more replicas', [...classes], [...classes, ...five], []],
  [
    'not more room',
    [...alone(3), more('sizing: { mode: target }')],
    [...alone(3), more('sizing: { mode: target }'), ['20Gi', '20481Mi']],
    [],
  ],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/restart'))).toEqual(expected);
});
