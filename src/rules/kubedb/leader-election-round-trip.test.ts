import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

const third =
  '  - { name: par, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.102 }\nslice:\n';
const three = change(
  change(change(goodTopology, 'engine: mariadb', 'engine: postgres'), '"11.8.5"', '"17.9"'),
  'slice:\n',
  third,
).replace('replicas: [0, 2]', 'replicas: [0]');
const placed = change(three, 'replicas: [1]\n', 'replicas: [1]\n      - { cluster: par, replicas: [2] }\n');
const postgres = (rtt: string, timing = ''): string =>
  `${placed}${timing}links:
  - { between: [fra, ams], rtt: 7ms }
  - { between: [par, ams], rtt: ${rtt} }
  - { between: [fra, par] }
`;
const period = (text: string): string => `    kubedb: { leaderElection: { ${text} } }\n`;
const id = 'kubedb/leader-election-round-trip';

describe(id, () => {
  test('holds the wait against the longest round trip', () => {
    const text = postgres('80ms', period('period: 50ms'));
    expect(findingsOf(text)).toEqual([
      `warning ${id} 34:41 orders elects a new primary after 500 ms of silence, and par and ams are 80ms apart`,
    ]);
    expect(relatedOf(text)).toEqual([['37:33 the longest round trip']]);
    expect(fixesOf(text)).toEqual([
      'write kubedb.leaderElection.period: 80ms or more, so that 10 round trips fit into 10 of them',
    ]);
  });

  test('points at the ticks when they are what is said, and at the placement when nothing is', () => {
    expect(findingsOf(postgres('80ms', period('electionTick: 2')))).toEqual([
      `warning ${id} 34:47 orders elects a new primary after 600 ms of silence, and par and ams are 80ms apart`,
    ]);
    expect(findingsOf(postgres('400ms'))).toEqual([
      `warning ${id} 26:5 orders elects a new primary after 3000 ms of silence, and par and ams are 400ms apart`,
    ]);
  });

  test('is content at ten round trips, with unknown links, with MariaDB and with one cluster', () => {
    expect(findingsOf(postgres('50ms', period('period: 50ms')))).toEqual([]);
    expect(findingsOf(postgres('300ms'))).toEqual([]);
    expect(findingsOf(placed + period('period: 1ms'))).toEqual([]);
    const mariadb = postgres('900ms')
      .replace('engine: postgres', 'engine: mariadb')
      .replace('"17.9"', '"11.8.5"');
    expect(findingsOf(mariadb).filter((each) => each.includes('kubedb/'))).toEqual([]);
    const one = change(
      change(postgres('900ms'), 'replicas: [0]\n      - cluster: ams\n        replicas: [1]', 'replicas: 3'),
      '      - { cluster: par, replicas: [2] }\n',
      '',
    );
    expect(findingsOf(one)).toEqual([]);
  });
});
