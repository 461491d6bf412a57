import { expect, test } from 'vitest';
import type { Database, Topology } from '../topology/index.js';
import { sizeDatabase } from './sizing.js';

const mariadb: Database = {
  name: 'orders',
  namespace: 'shop',
  provider: 'kubedb',
  engine: 'mariadb',
  version: '11.8.5',
  placement: [{ cluster: 'fra', replicas: 3 }],
  storage: { size: '20Gi' },
};
const topology = { clusters: [], databases: [] } as unknown as Topology;
const serverConfiguration = (database: Database, replicas: number): string | undefined =>
  sizeDatabase(database, replicas, topology).configuration;

const postgres: Database = { ...mariadb, engine: 'postgres' };

test('is nothing when the topology asks for nothing', () => {
  expect(serverConfiguration(mariadb, 3)).toBeUndefined();
  expect(serverConfiguration({ ...mariadb, sizing: { mode: 'target' } }, 3)).toBeUndefined();
});

test('writes what MariaDB is asked for, each line with where it comes from', () => {
  const database: Database = {
    ...mariadb,
    resources: { memory: '4Gi' },
    sizing: { bufferPool: '70%', maxConnections: 150, gcache: { rideOut: '30m', writeRate: '1Mi' } },
    config: { 'skip-log-bin': true, slow_query_log: false, init_connect: "SET NAMES 'utf8mb4'" },
  };
  expect(serverConfiguration(database, 3)).toBe(`[mysqld]
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
# sizing.gcache
wsrep_provider_options = "gcache.size=1800M"
`);
});

test('config wins over sizing, whichever way the option is spelt', () => {
  const database: Database = {
    ...mariadb,
    sizing: { maxConnections: 150 },
    config: { 'max-connections': 200 },
  };
  expect(serverConfiguration(database, 3)).toBe(
    '[mysqld]\n# config.max-connections\nmax-connections = 200\n',
  );
});

test('joins the provider options, of which MariaDB reads one string', () => {
  const sizing = { gcache: '64Mi' };
  const joined = serverConfiguration(
    { ...mariadb, sizing, config: { wsrep_provider_options: 'gcs.fc_limit=64' } },
    3,
  );
  expect(joined).toContain('wsrep_provider_options = "gcache.size=64M;gcs.fc_limit=64"');
  const own = serverConfiguration(
    { ...mariadb, sizing, config: { wsrep_provider_options: 'gcache.size=1G' } },
    3,
  );
  expect(own).toContain('wsrep_provider_options = "gcache.size=1G"');
});

test('leaves gcache out of a server that runs alone', () => {
  expect(serverConfiguration({ ...mariadb, sizing: { gcache: '64Mi' } }, 1)).toBeUndefined();
});

test('writes what Postgres is asked for, text in quotes', () => {
  const database: Database = {
    ...postgres,
    sizing: { sharedBuffers: '2Gi', workMem: '1.5Mi' },
    config: { log_line_prefix: "%m it's ", log_connections: true, log_min_duration_statement: 500 },
  };
  expect(serverConfiguration(database, 3)).toBe(`# config.log_connections
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
