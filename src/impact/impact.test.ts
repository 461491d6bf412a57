import { describe, expect, test } from 'vitest';
import { lines, siteTopology } from '../rules/sites.testing.js';
import { change, database, goodTopology } from '../rules/testing.js';
import { impactOf } from './impact.js';
import { firstOf, impactBetween, lossesTold, plansOf, told } from './testing.js';

const third =
  '  - { name: par, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.102 }\nslice:\n';
const three = change(goodTopology, 'slice:\n', third);
const placed = (placement: string, text = three): string =>
  change(
    text,
    '      - cluster: fra\n        replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]\n',
    `      ${placement}\n`,
  );
const five = placed(
  '[{ cluster: fra, replicas: [0, 2] }, { cluster: ams, replicas: [1, 3] }, { cluster: par, replicas: [4] }]',
);

const fleet = (stores: number, memory = '1Gi'): string => `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: tills }
clusters:
  - { name: store, fleet: "store-{1..${stores}}", distribution: k3s, storageClass: longhorn, nodes: 3 }
databases:
  - name: till
    namespace: till
    provider: mariadb-operator
    engine: mariadb
    placement: [{ cluster: store, replicas: 3 }]
    rootPasswordSecret: { name: till-root }
    storage: { size: 8Gi }
    resources: { memory: ${memory}, cpu: 500m }
`;

describe('what is survived', () => {
  test('is more on a third cluster: the largest of what is survived now', () => {
    const impact = firstOf(impactBetween(three, five));
    expect(lossesTold(impact.better)).toEqual(['fra: writes, reads']);
    expect(impact.worse).toEqual([]);
    expect(impact.better[0]).toMatchObject({
      text: 'fra',
      stoodThere: true,
      before: { writes: 'stop', why: '1 of 3 votes left, 2 needed' },
      after: { writes: 'continue', why: '3 of 5 votes left, 3 needed' },
    });
    expect([impact.before?.survival.met, impact.after?.survival.met]).toEqual(['none', 'cluster']);
    expect(told(impact)).toEqual([
      'replicas: 3 > 5',
      'placement: fra: 0, 2; ams: 1 > fra: 0, 2; ams: 1, 3; par: 4',
      'survives: nothing > any one cluster (better)',
      'traffic a day: 168.8Gi for every 1Mi of writes a second > 337.5Gi for every 1Mi of writes a second',
    ]);
  });

  test('is less the other way round: the smallest of what is survived no longer', () => {
    const impact = firstOf(impactBetween(five, three));
    expect(lossesTold(impact.worse)).toEqual(['a node of fra: writes, reads']);
    expect(impact.better).toEqual([]);
  });

  test('is not compared for a database all of whose replicas are others', () => {
    const on = (cluster: string): string => placed(`[{ cluster: ${cluster}, replicas: [0, 1, 2] }]`);
    const impact = firstOf(impactBetween(on('fra'), on('par')));
    expect(impact).toMatchObject({ kind: 'changed', replaced: true, worse: [], better: [] });
    expect(told(impact)).toEqual(['placement: fra: 0, 1, 2 > par: 0, 1, 2']);
  });

  test('is the same where the file only says more of the clusters', () => {
    const region = change(three, '10.43.0.100\n', '10.43.0.100\n    location: { region: eu }\n');
    const both = change(region, '10.43.0.101\n', '10.43.0.101\n    location: { region: eu }\n');
    expect(impactBetween(three, both)).toMatchObject({ databases: [], unchanged: 1 });
    const zone = change(three, '10.43.0.100\n', '10.43.0.100\n    zones: [a]\n');
    expect(impactBetween(three, zone)).toMatchObject({ databases: [], unchanged: 1 });
    const zones = change(zone, '10.43.0.101\n', '10.43.0.101\n    zones: [a]\n');
    const inRegion = change(
      zones,
      'zones: [a]\n  - name: ams',
      'zones: [a]\n    location: { region: eu }\n  - name: ams',
    );
    expect(impactBetween(zones, inRegion)).toMatchObject({ databases: [], unchanged: 1 });
  });

  test('is judged by zones, by the arbitrator and by the rules of the scheduler', () => {
    const loose = change(siteTopology, 'zones: [a, b, c]', 'zones: [a, b]');
    const strict = firstOf(impactBetween(loose, siteTopology));
    expect(lossesTold(strict.better)).toEqual([
      'the zone a: writes, reads, data',
      'the zone b: writes, reads, data',
    ]);
    const free = siteTopology + lines('spread: { node: ScheduleAnyway, zone: ScheduleAnyway }');
    expect(lossesTold(firstOf(impactBetween(siteTopology, free)).worse)).toEqual([
      'a node of west: writes, reads, data',
    ]);
  });

  test('tells of answered commits at risk where writes go on', () => {
    const postgres = (mode: string): string =>
      three +
      database({
        name: 'ledger',
        engine: 'postgres',
        placement:
          '[{ cluster: fra, replicas: [0] }, { cluster: ams, replicas: [1] }, { cluster: par, replicas: [2] }]',
      }) +
      `    kubedb: { streamingMode: ${mode} }\n`;
    const impact = firstOf(impactBetween(postgres('Synchronous'), postgres('Asynchronous')));
    expect(impact.name).toBe('shop/ledger');
    expect(lossesTold(impact.worse)).toEqual([
      'a node of fra: data',
      'a node of ams: data',
      'a node of par: data',
      'the link between fra and ams: data',
      'the link between fra and par: data',
      'the link between ams and par: data',
    ]);
    expect(impact.after?.survival.risks.map(({ text }) => text)).toEqual([
      'node:fra',
      'node:ams',
      'node:par',
    ]);
  });
});

describe('figures', () => {
  test('of memory, volumes and what is left of them', () => {
    const bigger = change(
      goodTopology,
      '    storage: { size: 20Gi }\n',
      '    resources: { memory: 4Gi, cpu: 2 }\n    storage: { size: 40Gi }\n',
    );
    expect(told(firstOf(impactBetween(goodTopology, bigger)))).toEqual([
      'memory: 1Gi > 4Gi',
      'cpu: 0.5 > 2',
      'volume: 20Gi > 40Gi',
      'buffer pool: 508Mi > 2528Mi (better)',
      'connections: 20 > 62 (better)',
      'room for data: 15.6Gi > 31.4Gi (better)',
    ]);
  });

  test('of commits and copies over links', () => {
    const linked = (links: string): string => change(three, 'databases:\n', `links:\n${links}databases:\n`);
    const near = linked('  - { between: [fra, ams], rtt: 10ms, bandwidth: 100Mbps }\n');
    const far = linked('  - { between: [fra, ams], rtt: 30ms, bandwidth: 50Mbps }\n');
    const impact = impactBetween(near, far);
    expect(told(firstOf(impact))).toEqual([
      'commit latency: 10 ms (fra to ams) > 30 ms (fra to ams) (worse)',
      'full copy: 26 min to fra > 52 min to fra (worse)',
    ]);
    expect(impact.links).toMatchObject([
      {
        program: 'shop',
        name: 'the link between fra and ams',
        before: { bandwidth: 100e6, databases: 1, unsaid: 1, slowestCopy: { database: 'shop/orders' } },
        after: { bandwidth: 50e6 },
      },
    ]);
    expect(impactBetween(near, three).links).toMatchObject([{ after: undefined }]);
    expect(impactBetween(undefined, near).links).toHaveLength(1);
  });

  test('in sum, by cluster and of the program', () => {
    const impact = impactBetween(three, five);
    expect(impact.clusters).toMatchObject([
      { name: 'ams', before: { pods: 1, storage: 20480 }, after: { pods: 2, storage: 40960, memory: 2048 } },
      { name: 'par', before: { databases: 0, pods: 0 }, after: { databases: 1, pods: 1, cpu: 0.5 } },
    ]);
    expect(impact.total).toMatchObject({
      before: { databases: 1, pods: 3, cpu: 1.5 },
      after: { databases: 1, pods: 5, cpu: 2.5 },
    });
    expect(impactBetween(goodTopology, three).clusters).toMatchObject([{ name: 'par', before: undefined }]);
    expect(impactBetween(three, goodTopology).clusters).toMatchObject([{ name: 'par', after: undefined }]);
  });

  test('of load balancers, arbitrators and pods that ask for nothing', () => {
    const exposed =
      change(siteTopology, '    resources: { memory: 4Gi }\n', '') +
      lines(
        'service: { exposure: internal-load-balancer }',
        'statefulset: { arbitrator: { image: garbd:26 } }',
      ).replace('replicas: 3', 'replicas: 2');
    const { total } = impactBetween(siteTopology, change(exposed, 'replicas: 3', 'replicas: 2'));
    expect(total).toMatchObject({
      before: { pods: 3, loadBalancers: 0, memory: 12288, withoutMemory: 0, withoutCpu: 3 },
      after: { pods: 3, loadBalancers: 1, memory: 2176, withoutMemory: 0, withoutCpu: 2, cpu: 0.1 },
    });
  });
});

describe('which database is which', () => {
  const renamed = change(goodTopology, 'metadata:\n  name: shop', 'metadata:\n  name: store');

  test('a program with another name has the same databases', () => {
    expect(impactBetween(goodTopology, renamed)).toMatchObject({ databases: [], unchanged: 1 });
    const larger = change(renamed, 'size: 20Gi', 'size: 30Gi');
    expect(firstOf(impactBetween(goodTopology, larger))).toMatchObject({
      kind: 'changed',
      program: 'store',
      programBefore: 'shop',
    });
  });

  test('one with another name is another, and what goes comes last', () => {
    const { databases } = impactBetween(goodTopology, change(goodTopology, 'name: orders', 'name: carts'));
    expect(databases.map(({ kind, name }) => [kind, name])).toEqual([
      ['added', 'shop/carts'],
      ['removed', 'shop/orders'],
    ]);
    expect(databases[0]?.before).toBeUndefined();
    expect(databases[1]).toMatchObject({ after: undefined, differences: [] });
  });

  test('those of a fleet are one, and its clusters may become more', () => {
    const impact = impactBetween(fleet(3), fleet(5, '2Gi'));
    expect(impact.databases).toHaveLength(1);
    expect(told(firstOf(impact)).slice(0, 2)).toEqual([
      'replicas: 3 on each of 3 clusters > 3 on each of 5 clusters',
      'memory: 1Gi > 2Gi',
    ]);
    expect(firstOf(impact)).toMatchObject({ before: { sites: 3 }, after: { sites: 5 }, replaced: false });
    expect(impact.clusters).toHaveLength(5);
    expect(impact.clusters[0]).toMatchObject({ name: 'store-1', fleet: 'store' });
    const single = change(fleet(3), 'replicas: 3', 'replicas: 1');
    expect(lossesTold(firstOf(impactBetween(fleet(3), single)).worse)).toEqual([
      'a node of its cluster: writes, reads, data',
    ]);
  });

  test('a fleet that begins elsewhere is compared where both are', () => {
    const later = fleet(3).replace('{1..3}', '{3..6}');
    expect(firstOf(impactBetween(fleet(3), later))).toMatchObject({ replaced: false, worse: [], better: [] });
  });
});

test('without a program in the index there is only an after', () => {
  const impact = impactBetween(undefined, goodTopology);
  expect(impact).toMatchObject({ known: false, unchanged: 0, total: { before: undefined } });
  expect(impact.databases).toMatchObject([{ kind: 'unknown', before: undefined, after: { replicas: 3 } }]);
  expect(impact.clusters.every(({ before }) => before === undefined)).toBe(true);
});

test('respelled topologies differ in nothing, and nothing is found twice', () => {
  const respelled = change(goodTopology, 'size: 20Gi', 'size: 20480Mi').replace(
    '    engine: mariadb\n    version: "11.8.5"\n',
    '    version: "11.8.5"\n    engine: mariadb\n',
  );
  expect(impactBetween(goodTopology, respelled)).toMatchObject({
    databases: [],
    unchanged: 1,
    links: [],
    clusters: [],
  });
  const [before, after] = [plansOf(three), plansOf(five)];
  expect(impactOf(before, after)).toBe(impactOf(before, after));
});

test('is plain data', () => {
  const impact = impactBetween(three, five);
  expect(JSON.parse(JSON.stringify(impact))).toEqual(JSON.parse(JSON.stringify(structuredClone(impact))));
});
