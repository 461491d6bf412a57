import { expect, test } from 'vitest';
import { change, changeFindingsOf, goodTopology } from '../testing.js';

const id = 'survival/goal-lowered';
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
const each = placed(
  '[{ cluster: fra, replicas: [0] }, { cluster: ams, replicas: [1] }, { cluster: par, replicas: [2] }]',
);
const asking = (goal: string): string =>
  change(each, '    survive: none\n', goal === '' ? '' : `    survive: ${goal}\n`);

test.each([
  [
    'cluster',
    'node',
    '33:14 orders was to survive the loss of any one cluster, and now of any one node only',
  ],
  [
    'cluster',
    'none',
    '33:14 orders was to survive the loss of any one cluster, and nothing is asked of it now',
  ],
  ['node', '', '27:5 orders was to survive the loss of any one node, and nothing is asked of it now'],
])('from %s to %s', (from, to, expected) => {
  const [first, ...others] = found(asking(from), asking(to));
  expect(first?.slice(first.indexOf(' orders'))).toBe(expected.slice(expected.indexOf(' orders')));
  expect(others).toEqual([]);
});

test('from none to nothing, and upwards, is no loss', () => {
  expect(found(asking('none'), asking(''))).toEqual([]);
  expect(found(asking('node'), asking('cluster'))).toEqual([]);
});
