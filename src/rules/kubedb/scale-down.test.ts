import { expect, test } from 'vitest';
import { alone, edited, five, postgres, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'two fewer',
    [...five],
    [],
    ['warning kubedb/scale-down 25:5 orders goes from 5 to 3 replicas: 3 on ams and 4 on fra go'],
  ],
  [
    'a Postgres to one',
    [...postgres, ...alone(3)],
    [...postgres, ...alone(1)],
    ['warning kubedb/scale-down 15:5 orders goes from 3 to 1 replica: 1 and 2 go'],
  ],
  ['not more', [], [...five], []],
  ['not to a single MariaDB', [...alone(3)], [...alone(1)], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/scale-down'))).toEqual(expected);
});
