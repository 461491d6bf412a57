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
    'a name of its own',
    [],
    [more('kubedb: { placementPolicy: places }')],
    ['info placement/policy-renamed 31:32 orders is placed by places in place of shop-orders'],
  ],
  [
    'back to the usual one',
    [more('kubedb: { placementPolicy: places }')],
    [],
    ['info placement/policy-renamed 20:5 orders is placed by shop-orders in place of places'],
  ],
  ['not the usual one said', [], [more('kubedb: { placementPolicy: shop-orders }')], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('placement/policy-renamed'))).toEqual(expected);
});
