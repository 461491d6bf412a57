import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../compile.js';
import { change, database, goodTopology } from '../rules/testing.js';
import { milliseconds } from '../sizing/index.js';
import { type DatabaseTimes, latencyText, perSecondText, survivalOf, timeRows, timesOf } from './index.js';

function timesIn(text: string, name?: string): DatabaseTimes {
  const { plans, diagnostics } = compile([{ name: 't', content: text }]);
  const [plan] = plans;
  const subject =
    plan && survivalOf(plan).subjects.find((each) => name === undefined || each.database.name === name);
  if (!plan || !subject) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const times = timesOf(plan, subject);
  expect(timesOf(plan, subject)).toBe(times);
  expect(JSON.parse(JSON.stringify(times))).toEqual(times);
  return times;
}

const commits = (times: DatabaseTimes): unknown[] =>
  times.commit.map(({ cluster, roundTrip, answeredFrom, unknown }) => [
    cluster,
    roundTrip,
    answeredFrom,
    ...unknown.map((pair) => pair.join('-')),
  ]);

const threeClusters = change(
  goodTopology,
  'slice:\n',
  '  - { name: par, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.102 }\nslice:\n',
);
const placed = (placement: string, text = threeClusters): string =>
  change(
    text,
    '      - cluster: fra\n        replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]\n',
    placement,
  );
const five =
  '      - { cluster: fra, replicas: [0, 3] }\n      - { cluster: ams, replicas: [1, 4] }\n      - { cluster: par, replicas: [2] }\n';
const links = `links:
  - { between: [fra, ams], rtt: 7ms, bandwidth: 1Gbps }
  - { between: [par, fra], rtt: 9ms, bandwidth: 100Mbps }
  - { between: [ams, par], rtt: 10ms, bandwidth: 400Mbps }
`;
const writes =
  '    resources: { memory: 2Gi }\n    sizing: { data: 10Gi, gcache: { rideOut: 10m, writeRate: 1Mi } }\n';

describe('the floor of a commit', () => {
  test('is the round trip to the farthest member of Galera', () => {
    const times = timesIn(placed(five) + links);
    expect(commits(times)).toEqual([
      ['fra', 9, 'par'],
      ['ams', 10, 'par'],
      ['par', 10, 'ams'],
    ]);
    expect(times.commit.map(({ mostPerSecond }) => mostPerSecond)).toEqual([1000 / 9, 100, 100]);
    expect(times.longest).toEqual({ between: ['ams', 'par'], roundTrip: 10 });
  });

  test('is known as far as the links are', () => {
    const half = 'links: [{ between: [fra, ams], rtt: 7ms }, { between: [fra, par], bandwidth: 1Gbps }]\n';
    expect(commits(timesIn(placed(five) + half))).toEqual([
      ['fra', 7, 'ams', 'fra-par'],
      ['ams', 7, 'fra', 'ams-par'],
      ['par', undefined, undefined, 'par-fra', 'par-ams'],
    ]);
  });

  const postgres = (placement: string, kubedb: string): string =>
    `${threeClusters}${database({ name: 'ledger', engine: 'postgres', placement })}    kubedb: ${kubedb}\n${links}`;

  test.each([
    [
      '[{ cluster: fra, replicas: [0, 2] }, { cluster: ams, replicas: [1] }]',
      [
        ['fra', 0, undefined],
        ['ams', 7, 'fra'],
      ],
    ],
    [
      '[{ cluster: fra, replicas: [0] }, { cluster: ams, replicas: [1] }, { cluster: par, replicas: [2] }]',
      [
        ['fra', 7, 'ams'],
        ['ams', 7, 'fra'],
        ['par', 9, 'fra'],
      ],
    ],
    ['[{ cluster: fra, replicas: 3 }]', [['fra', 0, undefined]]],
  ])('is the nearest standby of a synchronous Postgres: %s', (placement, expected) => {
    expect(commits(timesIn(postgres(placement, '{ streamingMode: Synchronous }'), 'ledger'))).toEqual(
      expected,
    );
  });

  test('is not known where a standby may be nearer than those that are', () => {
    const placement =
      '[{ cluster: fra, replicas: [0] }, { cluster: ams, replicas: [1] }, { cluster: par, replicas: [2] }]';
    const text = postgres(placement, '{ streamingMode: Synchronous }').replace('rtt: 9ms, ', '');
    expect(commits(timesIn(text, 'ledger'))).toEqual([
      ['fra', undefined, undefined, 'fra-par'],
      ['ams', 7, 'fra'],
      ['par', undefined, undefined, 'par-fra'],
    ]);
  });

  test('is nothing for what streams asynchronously', () => {
    const placement = '[{ cluster: fra, replicas: [0, 2] }, { cluster: ams, replicas: [1] }]';
    const times = timesIn(postgres(placement, '{ streamingMode: Asynchronous }'), 'ledger');
    expect(times.commit.map(({ waitsFor, roundTrip }) => [waitsFor, roundTrip])).toEqual([
      ['nobody', 0],
      ['nobody', 0],
    ]);
  });
});

describe('detection', () => {
  test('of Galera is the suspect timeout as the replicas are told it', () => {
    const silence = (more: string): unknown => {
      const { detection } = timesIn(`${goodTopology}${more}`);
      return detection.by === 'group' ? [detection.silence, detection.timers.suspect.from] : detection;
    };
    expect(silence('    resources: { memory: 2Gi }\n')).toEqual([15, 'dbspan']);
    expect(silence('    sizing: { mode: target }\n')).toEqual([5, 'default']);
    expect(silence('    config: { wsrep_provider_options: "evs.suspect_timeout=PT0M20.5S" }\n')).toEqual([
      20.5,
      'config',
    ]);
    expect(silence('    config: { wsrep-provider-options: "evs.suspect_timeout = 18" }\n')).toEqual([
      18,
      'config',
    ]);
    expect(silence('    config: { wsrep_provider_options: "gcs.fc_limit=64" }\n')).toEqual([15, 'dbspan']);
    expect(silence('links: [{ between: [fra, ams], rtt: 300ms }]\n')).toEqual([30, 'dbspan']);
  });

  test('of Postgres is one to two election times, of the operator its readiness probe', () => {
    const ledger = `${goodTopology}${database({ name: 'ledger', engine: 'postgres' })}`;
    expect(timesIn(ledger, 'ledger').detection).toEqual({ by: 'election', silence: 3, upTo: 6 });
    expect(
      timesIn(`${ledger}    kubedb: { leaderElection: { period: 500ms } }\n`, 'ledger').detection,
    ).toEqual({
      by: 'election',
      silence: 5,
      upTo: 10,
    });
    const operator = `${goodTopology}  - name: till
    namespace: shop
    provider: mariadb-operator
    engine: mariadb
    replication: primary-replica
    placement: [{ cluster: fra, replicas: 3 }]
    storage: { size: 8Gi }
    probes: { readiness: { periodSeconds: 5 } }
`;
    expect(timesIn(operator, 'till').detection).toEqual({ by: 'operator', silence: 15 });
    expect(timesIn(operator, 'till').commit).toEqual([
      expect.objectContaining({ cluster: 'fra', waitsFor: 'one-standby', roundTrip: 0 }),
    ]);
    expect(timesIn(operator, 'till').traffic).toBeUndefined();
  });
});

describe('copies', () => {
  test('come from a replica of the same cluster, or through the narrowest link', () => {
    const { copies, catchUp } = timesIn(placed(five) + writes + links);
    expect(copies.map(({ cluster, near, far }) => [cluster, near, far?.through])).toEqual([
      ['fra', 102.4, 'the link between par and fra'],
      ['ams', 102.4, 'the link between ams and par'],
      ['par', undefined, 'the link between par and fra'],
    ]);
    // 10 GiB through 100 Mbit/s, less a part for headers, beside 2 MiB of writes a second.
    const seconds = (10 * 2 ** 30) / (12.5e6 * 0.85 - 2 * 2 ** 20);
    expect(copies[0]?.far?.time).toBeCloseTo(seconds, 6);
    expect(catchUp?.gcache).toBe(762);
    expect(catchUp?.window).toBeCloseTo(600, 0);
  });

  test('have no time when the writes fill the link, and are JSON even then', () => {
    const { copies } = timesIn(
      placed(five) +
        writes.replace('data: 10Gi, ', 'mode: target, data: 10Gi, ') +
        links.replace('100Mbps', '10Mbps'),
    );
    expect(copies[2]?.far).toMatchObject({ through: 'the link between par and fra', time: undefined });
  });

  test('name the pairs of which nothing is said', () => {
    const { copies } = timesIn(placed(five));
    expect(copies.map(({ far, unknown }) => [far, unknown.length])).toEqual([
      [undefined, 2],
      [undefined, 2],
      [undefined, 2],
    ]);
  });

  test('gcache is as large as config says', () => {
    const text = `${goodTopology}    config: { wsrep_provider_options: "gcache.size=2G" }\n`;
    expect(timesIn(text).catchUp).toEqual({ gcache: 2048, window: undefined });
  });
});

describe('traffic', () => {
  test('goes to every replica elsewhere, and with segments once to every cluster', () => {
    const { traffic } = timesIn(placed(five) + writes + links);
    expect(traffic?.said).toBe(true);
    expect(
      traffic?.out.map(({ cluster, perDay, withSegments, to }) => [
        cluster,
        perDay,
        withSegments,
        to.map((flow) => [flow.cluster, flow.copies]),
      ]),
    ).toEqual([
      [
        'fra',
        3 * 86_400,
        2 * 86_400,
        [
          ['ams', 2],
          ['par', 1],
        ],
      ],
      [
        'ams',
        3 * 86_400,
        2 * 86_400,
        [
          ['fra', 2],
          ['par', 1],
        ],
      ],
      [
        'par',
        4 * 86_400,
        2 * 86_400,
        [
          ['fra', 2],
          ['ams', 2],
        ],
      ],
    ]);
  });

  test('is told for each MiB a second where nobody says how much is written', () => {
    const { traffic } = timesIn(goodTopology);
    expect([traffic?.said, traffic?.writeRate]).toEqual([false, 2 ** 20]);
    const ledger = `${goodTopology}${database({ name: 'ledger', engine: 'postgres' })}`;
    expect(
      timesIn(ledger, 'ledger').traffic?.out.map(({ perDay, withSegments }) => [perDay, withSegments]),
    ).toEqual([
      [86_400, undefined],
      [2 * 86_400, undefined],
    ]);
  });
});

test('several clusters of mariadb-operator follow one, and a person moves it', () => {
  const example = new URL('../../spec/examples/two-regions-mariadb-operator.yaml', import.meta.url);
  const times = timesIn(readFileSync(example, 'utf8'));
  expect(times.movedByHand).toBe(true);
  expect(commits(times)).toEqual([['fra', 0, undefined]]);
  expect(times.traffic?.out.map(({ cluster, to }) => [cluster, to.map((flow) => flow.copies)])).toEqual([
    ['fra', [1]],
  ]);
  expect(times.copies.map(({ cluster, far }) => [cluster, far])).toEqual([
    ['fra', undefined],
    ['dub', undefined],
  ]);
});

describe('words', () => {
  const rows = (text: string, name?: string): string[] =>
    timeRows(timesIn(text, name)).map((row) => `${row.topic} ${row.cluster ?? '-'}: ${row.text}`);

  test('of three clusters', () => {
    expect(rows(placed(five) + writes + links)).toEqual([
      'commit fra: at least 9 ms, the round trip to par; one connection commits at most 111 times a second',
      'commit ams: at least 10 ms, the round trip to par; one connection commits at most 100 times a second',
      'commit par: at least 10 ms, the round trip to ams; one connection commits at most 100 times a second',
      'commit -: a row that several clusters change is limited like one connection',
      'detection -: a replica that falls silent is given up after 15 s; commits wait meanwhile',
      'full copy fra: 10Gi: 2 min from a replica of the same cluster at 100Mi a second, or 21 min from another cluster through the link between par and fra at 100Mbps beside the writes',
      'full copy ams: 10Gi: 2 min from a replica of the same cluster at 100Mi a second, or 4 min from another cluster through the link between ams and par at 400Mbps beside the writes',
      'full copy par: 10Gi: 21 min from another cluster through the link between par and fra at 100Mbps beside the writes',
      'catching up -: a gcache of 762Mi bridges an absence of 10 min; a longer one costs a full copy',
      'traffic fra: 253.1Gi a day at 1Mi of writes a second, if all are made there: 2 copies to ams and 1 copy to par; 168.8Gi with a segment for each cluster, and KubeDB gives all replicas one configuration',
      'traffic ams: 253.1Gi a day at 1Mi of writes a second, if all are made there: 2 copies to fra and 1 copy to par; 168.8Gi with a segment for each cluster, and KubeDB gives all replicas one configuration',
      'traffic par: 337.5Gi a day at 1Mi of writes a second, if all are made there: 2 copies to fra and 2 copies to ams; 168.8Gi with a segment for each cluster, and KubeDB gives all replicas one configuration',
    ]);
  });

  test('of links that nothing is known of', () => {
    expect(rows(`${goodTopology}    sizing: { mode: target }\n`)).toEqual([
      'commit fra: unknown: links says no round trip to ams',
      'commit ams: unknown: links says no round trip to fra',
      'detection -: a replica that falls silent is given up after 5 s (5.4 to 6.6 s measured); commits wait meanwhile',
      expect.stringMatching(
        /^full copy fra: up to .*: 3 min from a replica of the same cluster at 100Mi a second, or for an unknown time from another cluster, as links says no bandwidth to ams$/,
      ),
      expect.stringMatching(/^full copy ams: up to .*: for an unknown time from another cluster/),
      'catching up -: a gcache of 128Mi; how long that lasts follows from sizing.gcache.writeRate, which is not given',
      'traffic fra: 84.4Gi a day for every 1Mi of writes a second, if all are made there: 1 copy to ams',
      'traffic ams: 168.8Gi a day for every 1Mi of writes a second, if all are made there: 2 copies to fra; 84.4Gi with a segment for each cluster, and KubeDB gives all replicas one configuration',
    ]);
  });

  test('of a Postgres', () => {
    const placement = '[{ cluster: fra, replicas: [0, 2] }, { cluster: ams, replicas: [1] }]';
    const ledger = `${goodTopology}${database({ name: 'ledger', engine: 'postgres', placement })}    kubedb: { streamingMode: `;
    const half = 'links: [{ between: [fra, ams], rtt: 250ms }]\n';
    expect(rows(`${ledger}Synchronous }\n${half}`, 'ledger').slice(0, 3)).toEqual([
      'commit fra: waits for a replica on the same cluster',
      'commit ams: at least 250 ms, the round trip to fra; one connection commits at most 4 times a second',
      'detection -: a new primary is elected after 3 to 6 s of silence',
    ]);
    expect(rows(`${ledger}Asynchronous }\n${half}`, 'ledger')[0]).toBe(
      'commit -: waits for no other replica',
    );
  });

  test('of a single server', () => {
    const till = `${goodTopology}  - { name: till, namespace: shop, provider: mariadb-operator, engine: mariadb, placement: [{ cluster: fra, replicas: 1 }], storage: { size: 8Gi } }\n`;
    expect(rows(till, 'till')).toEqual([
      'commit -: waits for no other replica',
      'detection -: nothing takes over: the server itself has to come back',
    ]);
  });

  test.each([
    [0.44, '0.4 ms'],
    [7, '7 ms'],
    [9.96, '10 ms'],
    [12.5, '13 ms'],
    [1250, '1.3 s'],
  ])('%d ms are %s', (time, text) => {
    expect(latencyText(milliseconds(time))).toBe(text);
  });

  test.each([
    [0.349, '0.3'],
    [5.56, '5.5'],
    [142.9, '142'],
  ])('%d a second are %s', (number, text) => {
    expect(perSecondText(number)).toBe(text);
  });
});
