import { expect, test } from 'vitest';
import { edited, five, more, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf, changePlanFrom, changePlanOf, goodTopology } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'an ordinal on another cluster',
    [],
    [
      ['[0, 2]', '[0, 1]'],
      ['replicas: [1]', 'replicas: [2]'],
    ],
    ['error placement/ordinal-moved 27:23 ordinal 1 of orders moves from ams to fra'],
  ],
  [
    'also under a policy of another name',
    [],
    [['[0, 2]', '[0, 1]'], ['replicas: [1]', 'replicas: [2]'], more('kubedb: { placementPolicy: places }')],
    ['error placement/ordinal-moved 27:23 ordinal 1 of orders moves from ams to fra'],
  ],
  [
    'counts that are dealt out otherwise',
    [
      ['[0, 2]', '1'],
      ['replicas: [1]', 'replicas: 2'],
    ],
    [
      ['[0, 2]', '3'],
      ['replicas: [1]', 'replicas: 2'],
    ],
    ['error placement/ordinal-moved 27:19 ordinal 2 of orders moves from ams to fra'],
  ],
  ['not more ordinals', [], [...five], []],
  ['not fewer', [...five], [], []],
  ['not another name of the policy alone', [], [more('kubedb: { placementPolicy: places }')], []],
  [
    'not a database of another name',
    [],
    [
      ['name: orders', 'name: sales'],
      ['[0, 2]', '[0, 1]'],
      ['replicas: [1]', 'replicas: [2]'],
    ],
    [],
  ],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('placement/ordinal-moved'))).toEqual(expected);
});

test('says how the placement stays, and which file to delete when it was never applied', () => {
  const swapped = edited([
    ['[0, 2]', '[0, 1]'],
    ['replicas: [1]', 'replicas: [2]'],
  ]);
  const [finding] = changePlanOf(goodTopology, swapped).diagnostics;
  expect(finding?.fix).toBe(
    'leave it where it is, in ordinals: fra [0, 2], ams [1]; or scale down below 1 first. If it was never applied, delete fra/60-placement/placementpolicy.shop-orders.yaml from the output',
  );
  expect(finding?.primary.text).toBe('orders-1 runs on ams');
});

test('holds against a policy alone, of any origin, and against what is none', () => {
  const path = 'fra/60-placement/placementpolicy.shop-orders.yaml';
  const found = (spec: string) =>
    changePlanFrom(
      {
        [path]: `apiVersion: apps.k8s.appscode.com/v1\nkind: PlacementPolicy\nmetadata: { name: shop-orders }\nspec: ${spec}\n`,
      },
      goodTopology,
    ).diagnostics.filter(({ id }) => id === 'placement/ordinal-moved').length;
  const rules = (text: string) => `{ clusterSpreadConstraint: { distributionRules: ${text} } }`;
  expect(found(rules('[{ clusterName: ams, replicaIndices: [0] }]'))).toBe(1);
  for (const spec of [
    '1',
    '{}',
    rules('1'),
    rules('[1, {}]'),
    rules('[{ clusterName: ams, replicaIndices: [a] }]'),
  ])
    expect(found(spec)).toBe(0);
});
