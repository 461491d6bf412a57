import { expect, test } from 'vitest';
import { alone, edited, five, postgres, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf, changePlanOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'two more',
    [],
    [...five],
    ['info kubedb/scale-up 25:5 orders goes from 3 to 5 replicas: 3 on ams and 4 on fra'],
  ],
  [
    'on one cluster',
    [...postgres, ...alone(3)],
    [...postgres, ...alone(5)],
    ['info kubedb/scale-up 15:5 orders goes from 3 to 5 replicas: 3 and 4'],
  ],
  ['not fewer', [...five], [], []],
  ['not from a single MariaDB', [...alone(1)], [...alone(3)], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/scale-up'))).toEqual(expected);
});

test('of a database on one cluster no policy is spoken of', () => {
  const fix = changePlanOf(edited(alone(3)), edited(alone(5))).diagnostics.find(
    ({ id }) => id === 'kubedb/scale-up',
  )?.fix;
  expect(fix).toBe('let a request of type HorizontalScaling add them: dbspan plan has the commands');
});
