import { expect, test } from 'vitest';
import { lines, siteTopology } from '../sites.testing.js';
import { change, changeFindingsOf, changePlanOf, goodTopology } from '../testing.js';

const id = 'survival/no-longer-survived';
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

test('a cluster that could be spared is told by the smallest loss that stops writes now', () => {
  expect(found(five, three)).toEqual([
    `warning ${id} 27:7 orders no longer survives the loss of a node of fra: 1 of 3 votes left, 2 needed`,
  ]);
  expect(found(three, five)).toEqual([]);
});

test('several losses are one finding', () => {
  const [first, ...others] = found(siteTopology, change(siteTopology, 'replicas: 3', 'replicas: 1'));
  expect(first).toContain('wiki no longer survives the loss of a node of west: no replica is left');
  expect(others).toEqual([]);
});

test('a spread that the scheduler only prefers is no promise', () => {
  const free = `${siteTopology}${lines('spread: { node: ScheduleAnyway, zone: ScheduleAnyway }')}`;
  const [first] = changeFindingsOf(siteTopology, free).filter((each) => each.includes(id));
  expect(first).toContain('loss of a node of west');
});

test('a goal that is lowered with it is told beside it, and not twice', () => {
  const asked = change(five, 'survive: none', 'survive: cluster');
  const findings = changePlanOf(asked, three).diagnostics.filter(({ id: own }) =>
    own.startsWith('survival/'),
  );
  expect(findings.map(({ id: own, related }) => [own, related.map(({ text }) => text)])).toEqual([
    [id, ['survive was cluster, which it kept']],
  ]);
  expect(findings[0]?.change?.objects[0]).toMatchObject({ kind: 'MariaDB', name: 'orders' });
});

test('a database that moves as a whole, comes or goes loses nothing of the kind', () => {
  const on = (cluster: string): string => placed(`[{ cluster: ${cluster}, replicas: [0, 1, 2] }]`);
  expect(found(on('fra'), on('par'))).toEqual([]);
  expect(found(five, change(five, 'name: orders', 'name: carts'))).toEqual([]);
});

test('a place in exchange for another, with the same goal kept, is none', () => {
  const four = change(
    three,
    'slice:\n',
    '  - { name: lon, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.103 }\nslice:\n',
  );
  const at = (last: string): string =>
    placed(`[{ cluster: fra, replicas: [0, 2] }, { cluster: ${last}, replicas: [1] }]`, four);
  expect(found(at('ams'), at('lon'))).toEqual([]);
});
