import { describe, expect, test } from 'vitest';
import { configurationFile } from '../sizing/index.js';
import type { Database, Link, Topology } from '../topology/index.js';
import { replicationOf } from './database.js';
import { linksOf } from './links.js';
import { sizeDatabase, sizingRequest } from './sizing.js';

const mariadb: Database = {
  name: 'orders',
  namespace: 'shop',
  provider: 'kubedb',
  engine: 'mariadb',
  version: '11.8.5',
  placement: [{ cluster: 'fra', replicas: 3 }],
  storage: { size: '20Gi' },
};
const postgres: Database = { ...mariadb, engine: 'postgres', version: '17.2' };
const target: Database = { ...mariadb, sizing: { mode: 'target' } };

const topologyWith = (...links: Link[]): Topology =>
  ({ clusters: [], databases: [], links }) as unknown as Topology;
const topology = topologyWith();
const shapeOf = (database: Database, replicas: number) => ({
  replicas,
  replication: replicationOf(database, replicas),
  version: database.version,
  placements: database.placement.map(({ cluster }) => ({ cluster: { name: cluster } })),
});
const requestOf = (database: Database, replicas = 3, within = topology) =>
  sizingRequest(database, shapeOf(database, replicas), within);
const configurationOf = (database: Database, replicas = 3): string | undefined =>
  configurationFile(database.engine, sizeDatabase(database, shapeOf(database, replicas), topology).settings);

describe('what a topology asks for', () => {
  test('nothing but an engine and a volume: guaranteed, in the 1Gi that KubeDB gives', () => {
    expect(requestOf(mariadb)).toEqual({
      engine: 'mariadb',
      mode: 'guaranteed',
      memory: 1024,
      version: '11.8.5',
      cores: undefined,
      workload: 'oltp',
      galera: true,
      standbys: false,
      acrossClusters: false,
      roundTrip: undefined,
      connections: undefined,
      pool: undefined,
      sharedBuffers: undefined,
      workMem: undefined,
      gcache: undefined,
      volume: 20_480,
      data: undefined,
      keptWal: undefined,
      options: [],
    });
  });

  test('one replica is no cluster', () => {
    expect(requestOf(mariadb, 1).galera).toBe(false);
    expect([requestOf(postgres, 1).standbys, requestOf(postgres, 3).standbys]).toEqual([false, true]);
    expect(requestOf(postgres).galera).toBe(false);
  });

  test('every field in its unit', () => {
    expect(
      requestOf({
        ...mariadb,
        resources: { memory: '2G', cpu: '1500m' },
        sizing: {
          workload: 'edge',
          bufferPool: '55%',
          maxConnections: 150,
          gcache: { rideOut: '30m', writeRate: '2Mi' },
          data: '10Gi',
        },
      }),
    ).toMatchObject({
      memory: 2e9 / 2 ** 20,
      cores: 1.5,
      workload: 'edge',
      pool: { share: 0.55 },
      connections: 150,
      gcache: { rideOut: 1800, writeRate: 2 ** 21 },
      data: 10_240,
    });
    expect(requestOf({ ...mariadb, sizing: { bufferPool: '1Gi', gcache: '64Mi' } })).toMatchObject({
      pool: { size: 1024 },
      gcache: { size: 64 },
    });
    expect(requestOf({ ...postgres, sizing: { sharedBuffers: '2Gi', workMem: '1.5Mi' } })).toMatchObject({
      sharedBuffers: 2048,
      workMem: 1.5,
    });
  });

  test('a target without a memory and a pool leaves everything as it is', () => {
    expect(requestOf(target).mode).toBe('asIs');
    expect(requestOf({ ...target, resources: { memory: '2Gi' } }).mode).toBe('target');
    expect(requestOf({ ...target, sizing: { mode: 'target', bufferPool: '70%' } }).mode).toBe('target');
  });

  test('WAL for standbys: as said, else what KubeDB keeps, within the volume when sizes are chosen', () => {
    expect(requestOf(postgres).keptWal).toBe(1536);
    expect(requestOf({ ...postgres, storage: { size: '2Gi' } }).keptWal).toBe(304);
    expect(requestOf({ ...postgres, storage: { size: '2Gi' }, sizing: { mode: 'target' } }).keptWal).toBe(
      1536,
    );
    expect(requestOf({ ...postgres, kubedb: { walKeepSize: '512Mi' } }).keptWal).toBe(512);
    expect(requestOf(mariadb).keptWal).toBeUndefined();
  });

  test('options in the order in which they are written: the server takes the later of two names', () => {
    const { options } = requestOf({
      ...mariadb,
      config: { max_connections: 60, 'loose-max-connections': 50 },
    });
    expect(options.map(({ name }) => name)).toEqual(['loose-max-connections', 'max_connections']);
  });
});

describe('links', () => {
  const spread: Database = {
    ...mariadb,
    placement: ['fra', 'ams', 'par'].map((cluster) => ({ cluster, replicas: 1 })),
  };
  const links = topologyWith(
    { between: ['fra', 'ams'], rtt: '8ms', bandwidth: '1Gbps' },
    { between: ['ams', 'par'], rtt: '38ms', bandwidth: '100Mbps' },
    { between: ['fra', 'nyc'], rtt: '90ms', bandwidth: '1Mbps' },
  );

  test('the longest round trip and the narrowest link between its own clusters count', () => {
    const { roundTrip, slowest, complete } = linksOf(spread, links);
    expect(roundTrip).toBe(38);
    expect(slowest.map(({ bandwidth }) => bandwidth)).toEqual([1e9, 1e8]);
    expect(complete).toBe(false);
    expect(requestOf(spread, 3, links)).toMatchObject({ roundTrip: 38, acrossClusters: true });
  });

  test('none between replicas of one cluster', () => {
    expect(requestOf(mariadb, 3, links)).toMatchObject({ roundTrip: undefined, acrossClusters: false });
  });
});

describe('the configuration file', () => {
  test('guaranteed: every value with where it comes from', () => {
    const text = configurationOf({ ...mariadb, resources: { memory: '4Gi' } }) ?? '';
    expect(text).toContain(`[mysqld]
# fills with temporary tables that went to disk; 128M by default
aria_pagecache_buffer_size = 32M
`);
    expect(text).toContain(`# 62 % of 4Gi: what 62 connections of up to 16.5Mi each leave
innodb_buffer_pool_size = 2528M
`);
    expect(text).toContain(`# 25 % of 4Gi at up to 16.5Mi each
max_connections = 62
`);
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(
      text.split('\n').filter((line) => line.includes(' = ')).length,
    );
  });

  test('target: what is asked for and no more', () => {
    const database: Database = {
      ...target,
      resources: { memory: '4Gi' },
      sizing: {
        mode: 'target',
        bufferPool: '70%',
        maxConnections: 150,
        gcache: { rideOut: '30m', writeRate: '1Mi' },
      },
      config: { 'skip-log-bin': true, slow_query_log: false, init_connect: "SET NAMES 'utf8mb4'" },
    };
    expect(configurationOf(database)).toBe(`[mysqld]
# config.init_connect
init_connect = "SET NAMES 'utf8mb4'"
# sizing.bufferPool
innodb_buffer_pool_size = 2867M
# sizing.maxConnections
max_connections = 150
# config.skip-log-bin
skip-log-bin
# config.slow_query_log
slow_query_log = OFF
# sizing.gcache, 1.25 x 1800s at 1Mi/s, and 32 bytes a write set
wsrep_provider_options = "gcache.size=2286M"
`);
  });

  test('target without a memory: nothing, as in the guides', () => {
    expect(configurationOf(target)).toBeUndefined();
    expect(configurationOf({ ...postgres, sizing: { mode: 'target' } })).toBeUndefined();
    expect(configurationOf({ ...mariadb, sizing: { mode: 'target', gcache: '64Mi' } }, 1)).toBeUndefined();
  });

  test('config wins over sizing, whichever way the option is spelt', () => {
    const database: Database = {
      ...mariadb,
      sizing: { mode: 'target', maxConnections: 150 },
      config: { 'max-connections': 200 },
    };
    expect(configurationOf(database)).toBe('[mysqld]\n# config.max-connections\nmax-connections = 200\n');
    expect(configurationOf({ ...database, sizing: {} })?.match(/^max.connections/gm)).toEqual([
      'max-connections',
    ]);
  });

  test('joins the provider options, of which MariaDB reads one string', () => {
    const sizing = { mode: 'target', gcache: '64Mi' } as const;
    const withOptions = (text: string) =>
      configurationOf({ ...mariadb, sizing, config: { wsrep_provider_options: text } });
    expect(withOptions('gcs.fc_limit=64')).toContain(
      'wsrep_provider_options = "gcache.size=64M;gcs.fc_limit=64"',
    );
    expect(withOptions('gcache.size=1G')).toContain('wsrep_provider_options = "gcache.size=1G"');
  });

  test('Postgres: text in quotes, sizes in its units', () => {
    const database: Database = {
      ...postgres,
      sizing: { mode: 'target', sharedBuffers: '2Gi', workMem: '1.5Mi' },
      config: { log_line_prefix: "%m it's ", log_connections: true, log_min_duration_statement: 500 },
    };
    expect(configurationOf(database)).toBe(`# config.log_connections
log_connections = on
# config.log_line_prefix
log_line_prefix = '%m it''s '
# config.log_min_duration_statement
log_min_duration_statement = 500
# sizing.sharedBuffers
shared_buffers = '2048MB'
# sizing.workMem
work_mem = '1536kB'
`);
  });
});
