import { describe, expect, test } from 'vitest';
import type { ServerConfig, ServerProvider } from '../server-options/index.js';
import { heldProviderKey, holdOn, ownerOf } from './owned-options.js';

function configOf(provider: ServerProvider, more: Partial<ServerConfig> = {}): ServerConfig {
  return {
    engine: 'mariadb',
    database: 'orders',
    version: '11.8.8',
    galera: true,
    options: [],
    provider,
    ...more,
  };
}

const tls = { surroundings: { tls: true } };

test('each provider owns options under its name', () => {
  expect(ownerOf(configOf('kubedb'))).toBe('KubeDB');
  expect(ownerOf(configOf('mariadb-operator'))).toBe('mariadb-operator');
  expect(ownerOf(configOf('statefulset'))).toBe('dbspan');
});

describe('a Galera without an operator', () => {
  const config = configOf('statefulset');

  test.each([
    'wsrep_cluster_name',
    'wsrep_cluster_address',
    'wsrep_node_address',
    'wsrep_provider',
    'wsrep_sst_auth',
    'wsrep_sst_method',
    'pid_file',
    'pid-file',
    'require_secure_transport',
  ])("%s is dbspan's", (name) => {
    expect(holdOn(config, name)?.kind).toBe('owned');
  });

  test.each([
    'wsrep_node_name',
    'wsrep_sst_receive_address',
    'wsrep_start_position',
    'loose_wsrep_new_cluster',
  ])('%s is a replica its own', (name) => {
    expect(holdOn(config, name)?.kind).toBe('replica');
  });

  test.each([
    ['wsrep_on', 'ON', 'OFF'],
    ['wsrep_recover', 'OFF', 'ON'],
    ['binlog_format', 'ROW', 'MIXED'],
    ['innodb_autoinc_lock_mode', '2', '1'],
    ['default_storage_engine', 'InnoDB', 'Aria'],
    ['datadir', '/var/lib/mysql', '/data'],
    ['socket', '/run/mysqld/mysqld.sock', '/tmp/mysql.sock'],
    ['port', '3306', '3307'],
    ['bind_address', '*', '127.0.0.1'],
    ['skip_networking', 'OFF', 'ON'],
    ['user', 'mysql', 'root'],
    ['bind_address', '0.0.0.0,::', '10.0.0.1,127.0.0.1'],
    ['log_error', '/var/lib/mysql/error.log', '/var/log/mysql/error.log'],
    ['slow_query_log_file', 'slow.log', '/var/lib/mysqlslow.log'],
    ['tmpdir', '/tmp', '/var/tmp'],
    ['wsrep_data_home_dir', '/var/lib/mysql', '/data'],
  ])('%s must be %s', (name, right, wrong) => {
    const hold = holdOn(config, name);
    if (hold?.kind !== 'value') throw new Error(`${name} is ${hold?.kind}`);
    expect(hold.right.test(right)).toBe(true);
    expect(hold.right.test(wrong)).toBe(false);
  });

  test.each([
    'wsrep_slave_threads',
    'wsrep_max_ws_size',
    'wsrep_provider_options',
    'wsrep_sst_donor',
    'ssl_cert',
    'tls_version',
    'server_id',
    'log_bin',
    'max_prepared_stmt_count',
    'innodb_buffer_pool_size',
  ])('%s is free', (name) => {
    expect(holdOn(config, name)).toBeUndefined();
  });

  test('certificates are named elsewhere', () => {
    expect(holdOn(configOf('statefulset', tls), 'ssl_cert')).toEqual({
      kind: 'owned',
      remedy: 'remove it; tls says which certificate the server has',
    });
    expect(holdOn(configOf('statefulset', tls), 'tls_version')).toBeUndefined();
    expect(holdOn(configOf('statefulset', tls), 'skip_ssl')?.kind).toBe('owned');
    expect(holdOn(configOf('statefulset', tls), 'ssl')).toMatchObject({ kind: 'value', needed: 'ON' });
    expect(holdOn(configOf('statefulset'), 'skip_ssl')).toBeUndefined();
  });

  test.each([
    'ist.recv_addr',
    'ist.recv_bind',
    'gmcast.listen_addr',
    'gmcast.group',
    'base_host',
    'base_port',
    'base_dir',
    'socket.ssl_ca',
    'socket.ssl',
    'gcache.dir',
    'gcache.name',
    'pc.recovery',
  ])('the key %s is not free', (key) => {
    expect(heldProviderKey(config, key)).toMatch(/^remove it; /);
  });

  test.each(['gcache.size', 'gcs.fc_limit', 'evs.suspect_timeout', 'pc.weight', 'pc.bootstrap'])(
    'the key %s is free',
    (key) => {
      expect(heldProviderKey(config, key)).toBeUndefined();
    },
  );
});

test('mariadb-operator takes other keys of the library than it writes', () => {
  const config = configOf('mariadb-operator', tls);
  for (const key of ['ist.recv_addr', 'gmcast.listen_addr', 'socket.ssl_cert'])
    expect(heldProviderKey(config, key)).toBeDefined();
  for (const key of ['gcache.size', 'gcache.name', 'pc.recovery', 'gmcast.group', 'socket.dynamic'])
    expect(heldProviderKey(config, key)).toBeUndefined();
  expect(heldProviderKey(configOf('mariadb-operator'), 'socket.ssl_cert')).toBeUndefined();
});

test('a full copy by mysqldump or its donor are no matter of KubeDB alone', () => {
  expect(holdOn(configOf('kubedb'), 'wsrep_sst_donor')?.kind).toBe('owned');
  expect(holdOn(configOf('mariadb-operator'), 'wsrep_sst_donor')).toBeUndefined();
  expect(heldProviderKey(configOf('kubedb'), 'ist.recv_addr')).toBeUndefined();
});

test('what a binary log needs is needed where somebody reads it', () => {
  const read = (binlogReaders: 'replicas' | 'clusters', galera: boolean, name: string): string | undefined =>
    holdOn(configOf('mariadb-operator', { galera, surroundings: { binlogReaders } }), name)?.kind;
  expect(read('replicas', false, 'skip_log_bin')).toBe('value');
  expect(read('replicas', false, 'log_bin')).toBeUndefined();
  expect(read('replicas', false, 'disable_log_bin')).toBe('value');
  expect(read('replicas', false, 'log_slave_updates')).toBeUndefined();
  expect(read('clusters', false, 'log_slave_updates')).toBe('value');
  expect(read('clusters', false, 'server_id')).toBe('replica');
  expect(read('clusters', true, 'server_id')).toBe('owned');
  expect(read('clusters', true, 'wsrep_gtid_mode')).toBe('owned');
});

test('a port is the one at which the provider looks for the server', () => {
  const hold = holdOn(configOf('mariadb-operator', { surroundings: { port: 3307 } }), 'port');
  expect(hold).toMatchObject({ kind: 'value', needed: '3307' });
});
