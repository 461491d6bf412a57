import { expect, test } from 'vitest';
import { change, changeFindingsOf, database, goodTopology } from '../testing.js';

const id = 'survival/data-newly-at-risk';
const found = (before: string, after: string): string[] =>
  changeFindingsOf(before, after).filter((each) => each.includes(id));

const three = change(
  goodTopology,
  'slice:\n',
  '  - { name: par, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.102 }\nslice:\n',
);
const placed = (placement: string, text = three): string =>
  change(
    text,
    '      - cluster: fra\n        replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]\n',
    `      ${placement}\n`,
  );
const five = placed(
  '[{ cluster: fra, replicas: [0, 2] }, { cluster: ams, replicas: [1, 3] }, { cluster: par, replicas: [4] }]',
);
const each = placed(
  '[{ cluster: fra, replicas: [0] }, { cluster: ams, replicas: [1] }, { cluster: par, replicas: [2] }]',
);
const ledger = (lines: string): string =>
  each +
  database({
    name: 'ledger',
    engine: 'postgres',
    placement:
      '[{ cluster: fra, replicas: [0] }, { cluster: ams, replicas: [1] }, { cluster: par, replicas: [2] }]',
  }) +
  lines;
const [synchronous, asynchronous] = ['Synchronous', 'Asynchronous'].map((mode) =>
  ledger(`    kubedb: { streamingMode: ${mode} }\n`),
) as [string, string];

test('asynchronous streaming is told once, where it is said', () => {
  expect(found(synchronous, asynchronous)).toEqual([
    `warning ${id} 38:30 answered commits of ledger may now be lost with a node of fra and 5 more`,
  ]);
  expect(found(asynchronous, synchronous)).toEqual([]);
});

test('where nothing is said any more it is told all the same', () => {
  expect(found(synchronous, ledger(''))).toHaveLength(1);
});

test('what stops writes too is another finding', () => {
  expect(found(five, each)).toEqual([]);
  expect(found(each, three)).toEqual([]);
});
