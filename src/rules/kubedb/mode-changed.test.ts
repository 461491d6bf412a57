import { expect, test } from 'vitest';
import { alone, edited, postgres, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'a cluster of a single server',
    [...alone(1)],
    [...alone(3)],
    ['warning kubedb/mode-changed 15:5 orders was a single server and would be a Galera cluster'],
  ],
  [
    'and the other way round',
    [...alone(3)],
    [...alone(1)],
    ['warning kubedb/mode-changed 15:5 orders was a Galera cluster and would be a single server'],
  ],
  ['not a Postgres', [...postgres, ...alone(1)], [...postgres, ...alone(3)], []],
  ['not when the slice comes too', [...alone(3)], [], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/mode-changed'))).toEqual(expected);
});
