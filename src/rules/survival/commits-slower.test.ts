import { expect, test } from 'vitest';
import { change, changeFindingsOf, goodTopology } from '../testing.js';

const id = 'survival/commits-slower';
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
const linked = (rtt: string, text = goodTopology): string =>
  `${text}links:\n  - { between: [fra, ams], rtt: ${rtt} }\n  - { between: [fra, par], rtt: 50ms }\n  - { between: [ams, par], rtt: 60ms }\n`;
const near = linked('10ms', three);

test('a longer round trip, and a member further away', () => {
  expect(found(near, linked('40ms', three))).toEqual([
    `info ${id} 27:7 a commit of orders waits at least 40 ms for the network, 10 ms until now: fra to ams`,
  ]);
  expect(found(near, linked('10ms', each))).toEqual([
    `info ${id} 27:7 a commit of orders waits at least 60 ms for the network, 10 ms until now: ams to par`,
  ]);
});

test('a tenth more, less than a millisecond more, and less are nothing', () => {
  expect(found(near, linked('10.9ms', three))).toEqual([]);
  expect(found(linked('2ms', three), linked('2.5ms', three))).toEqual([]);
  expect(found(linked('40ms', three), near)).toEqual([]);
});

test('what is not known is not compared', () => {
  expect(found(three, near)).toEqual([]);
  expect(found(near, three)).toEqual([]);
});

test('from one cluster to two', () => {
  const one = placed('[{ cluster: fra, replicas: [0, 1, 2] }]');
  const links = near.slice(near.indexOf('links:'));
  expect(found(one + links, near)[0]).toContain(
    'at least 10 ms for the network, nothing until now: fra to ams',
  );
});
