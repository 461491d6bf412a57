import { expect, test } from 'vitest';
import { explainSuggestion, type LayoutSuggestion, placementWords, shortageWords } from './index.js';

const placement = [
  { cluster: 'fra', ordinals: [0, 2] },
  { cluster: 'ams', ordinals: [1] },
];

const plain: LayoutSuggestion = {
  kind: 'new',
  placement,
  replicas: 3,
  added: [],
  removed: [],
  movesNothing: true,
  newClusters: [],
  needs: [],
  traps: [],
  cost: { moved: 0, fewer: 0, replicas: 3, clusters: 0, undeclared: 0, changed: 0, settings: 0 },
  certain: false,
};
const oneSetting = { ...plain.cost, settings: 1 };
const added = [
  { ordinal: 3, cluster: 'ams' },
  { ordinal: 4, cluster: 'par' },
];
const trap = (replicas: number) => ({
  replicas,
  counts: [2, 2],
  losses: [{ kind: 'cluster', cluster: 'ams' } as const],
});

test.each<[string, Partial<LayoutSuggestion>]>([
  ['fra [0, 2], ams [1]', {}],
  ['fra [0, 2], ams [1], and set spread.zone to DoNotSchedule', { spread: 'zone', cost: oneSetting }],
  ['add 3 on ams and 4 on par and run 5 replicas', { kind: 'grown', added, replicas: 5 }],
  [
    'add 3 on ams and 4 on par and run 5 replicas; do not stop at 4',
    { kind: 'grown', added, replicas: 5, traps: [trap(4)] },
  ],
  [
    'add 3 on ams and 4 on par and run 9 replicas; do not stop at 4, 6 or 8',
    { kind: 'grown', added, replicas: 9, traps: [trap(4), trap(6), trap(8)] },
  ],
  ['run 3 replicas on fra', { placement: [{ cluster: 'fra', ordinals: [0, 1, 2] }] }],
  [
    'run 5 replicas on ams',
    { kind: 'grown', added, replicas: 5, placement: [{ cluster: 'ams', ordinals: [0, 1, 2, 3, 4] }] },
  ],
  ['remove 3 and 4 and run 3 replicas', { kind: 'grown', removed: [3, 4] }],
  ['remove 1 and 2 and run 1 replica', { kind: 'grown', removed: [1, 2], replicas: 1 }],
  ['run 3 replicas', { kind: 'grown' }],
  ['set spread.node to DoNotSchedule', { kind: 'grown', spread: 'node', cost: oneSetting }],
  [
    'set spread.node to DoNotSchedule, which takes 2 nodes on fra and 3 nodes on ams',
    {
      kind: 'grown',
      spread: 'node',
      cost: oneSetting,
      needs: [
        { cluster: 'fra', nodes: 2 },
        { cluster: 'ams', nodes: 3 },
      ],
    },
  ],
  [
    'scale down to 3, delete the volumes of 3 and 4, then add 3 on ams and 4 on par and run 5 replicas',
    { kind: 'rebuilt', removed: [3, 4], added, replicas: 5 },
  ],
  [
    'remove 2 and run 2 replicas, and add an arbitrator in a third zone',
    {
      kind: 'grown',
      removed: [2],
      replicas: 2,
      arbitrator: { change: 'add', zones: [] },
      cost: oneSetting,
    },
  ],
  [
    'move the arbitrator to fra-b or fra-c',
    { kind: 'grown', arbitrator: { change: 'move', zones: ['fra-b', 'fra-c'] }, cost: oneSetting },
  ],
])('%s', (words, changes) => {
  expect(explainSuggestion({ ...plain, ...changes })).toBe(words);
});

test('a layout that stays is not repeated beside a setting', () => {
  const spread: LayoutSuggestion = { ...plain, spread: 'node', cost: oneSetting };
  expect(explainSuggestion(spread, placement)).toBe('set spread.node to DoNotSchedule');
  expect(explainSuggestion(spread, [{ cluster: 'fra', ordinals: [0, 1, 2] }])).toBe(
    'fra [0, 2], ams [1], and set spread.node to DoNotSchedule',
  );
  expect(explainSuggestion(plain, placement)).toBe(placementWords(placement));
});

test('shortages', () => {
  expect(shortageWords({ kind: 'nodes', cluster: 'fra', has: 1, needed: 2 })).toBe(
    'add nodes to fra: it needs 2 and has 1',
  );
  expect(shortageWords({ kind: 'zones', cluster: 'fra', has: 2, needed: 3 })).toBe(
    'add zones to fra: it needs 3 and has 2',
  );
  expect(shortageWords({ kind: 'zones-unlisted', cluster: 'fra', needed: 3 })).toBe(
    'list the zones of fra: it needs 3, and the file names none',
  );
});
