import { describe, expect, test } from 'vitest';
import { change, fixesOf, goodTopology, relatedOf } from '../testing.js';
import { far, found, postgres } from './times.testing.js';

const id = 'survival/commit-latency';
const only = (text: string): string[] => found(text).filter((each) => each.includes(`${id} `));
const twoSites = '      - { cluster: fra, replicas: [0, 2] }\n      - { cluster: ams, replicas: [1] }\n';

describe(id, () => {
  test('tells a Galera whose commits wait for a far cluster', () => {
    const text = goodTopology + far('180ms');
    expect(only(text)).toEqual([
      `warning ${id} 25:5 a commit of orders on fra waits at least 180 ms for ams: at most 5.5 a second on one connection`,
    ]);
    expect(relatedOf(text)).toContainEqual(['32:37 the round trip']);
    expect(fixesOf(text)).toContain(
      'follow on ams asynchronously (mariadb-operator, multiCluster), or put all replicas on clusters less than 100 ms apart',
    );
    expect(only(goodTopology + far('100ms'))).toEqual([]);
    expect(only(goodTopology)).toEqual([]);
  });

  test('of several clusters the worst pair', () => {
    const three = change(
      change(
        goodTopology,
        'slice:\n',
        '  - { name: syd, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.102 }\nslice:\n',
      ),
      '        replicas: [1]\n',
      '        replicas: [1]\n      - { cluster: syd, replicas: [3, 4] }\n',
    );
    const links =
      'links:\n  - { between: [fra, ams], rtt: 7ms }\n  - { between: [syd, ams], rtt: 290ms }\n  - { between: [fra, syd], rtt: 280ms }\n';
    expect(only(three + links)).toEqual([
      `warning ${id} 26:5 a commit of orders on ams waits at least 290 ms for syd: at most 3.4 a second on one connection`,
    ]);
  });

  test('a Postgres waits for the nearest standby, and not at all when it streams asynchronously', () => {
    const single = '      - { cluster: fra, replicas: [0] }\n      - { cluster: ams, replicas: [1] }\n';
    const synchronous = '{ streamingMode: Synchronous, leaderElection: { period: 300ms } }';
    expect(only(postgres(twoSites, synchronous) + far('180ms'))).toEqual([]);
    expect(only(postgres(twoSites, '{ streamingMode: Asynchronous }') + far('180ms'))).toEqual([]);
    const text =
      change(
        postgres(`${single}      - { cluster: syd, replicas: [2] }\n`, synchronous),
        'slice:\n',
        '  - { name: syd, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.102 }\nslice:\n',
      ) +
      'links:\n  - { between: [fra, ams], rtt: 120ms }\n  - { between: [syd, ams], rtt: 290ms }\n  - { between: [fra, syd], rtt: 280ms }\n';
    expect(only(text)).toEqual([
      `warning ${id} 26:5 a commit of orders on ams waits at least 120 ms for fra: at most 8.3 a second on one connection`,
    ]);
    expect(fixesOf(text)).toContain(
      'put a second replica on the cluster of the primary, or write streamingMode: Asynchronous, with which a failover can lose commits',
    );
  });
});
