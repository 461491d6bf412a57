import { expect, test } from 'vitest';
import { edited, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'a smaller volume',
    [],
    [['20Gi', '19Gi']],
    ['error kubedb/volumes-shrink 31:22 the volumes of orders would shrink from 20Gi to 19Gi'],
  ],
  ['not a larger one', [], [['20Gi', '21Gi']], []],
  ['not the same in other words', [], [['20Gi', '20480Mi']], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('kubedb/volumes-shrink'))).toEqual(expected);
});
