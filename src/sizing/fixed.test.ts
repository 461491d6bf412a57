import { describe, expect, test } from 'vitest';
import { mariadbFixed, postgresFixed } from './fixed.js';
import { options } from './testing.js';

const mariadb = (values: Readonly<Record<string, string | number | boolean>>) =>
  mariadbFixed(options(values));
const postgres = (values: Readonly<Record<string, string | number | boolean>>) =>
  postgresFixed(options(values));

describe('MariaDB', () => {
  test('reads what counts, however it is spelt', () => {
    const fixed = mariadb({
      'innodb-buffer-pool-size': '300M',
      loose_max_connections: '50',
      max_session_mem_used: 16_777_216,
      MAX_ALLOWED_PACKET: '64M',
      'skip-performance-schema': true,
      wsrep_provider_options: 'gcache.size=64M; gcache.mem_size=32M;gcs.fc_limit=40',
      innodb_log_file_size: '1G',
      log_bin: true,
    });
    expect(fixed).toMatchObject({
      pool: 300,
      connections: 50,
      gcache: 64,
      redoLog: 1024,
      binlog: 1024,
      memory: { sessionCap: 16, packet: 64, performanceSchema: false, gcacheMemory: 32 },
    });
    expect(fixed.names.has('innodb_buffer_pool_size')).toBe(true);
    expect([...fixed.providerKeys]).toEqual(['gcache.size', 'gcache.mem_size', 'gcs.fc_limit']);
  });

  test.each([
    ['max_connections', 0, 10],
    ['max_connections', 1_000_000_000, 100_000],
    ['max_connections', '', 10],
    ['max_connections', -1, undefined],
    ['max_connections', 'many', undefined],
    ['max_connections', Number.POSITIVE_INFINITY, undefined],
    ['max_connections', Number.NaN, undefined],
  ])('%s = %s counts as the server takes it: %s', (name, value, connections) => {
    expect(mariadb({ [name]: value }).connections).toBe(connections);
  });

  test.each([
    ['-1', undefined],
    ['18446744073709551615', 2 ** 44],
    ['', 2],
    ['0', 2],
    ['70%', undefined],
  ])('innodb_buffer_pool_size = %s', (value, pool) => {
    expect(mariadb({ innodb_buffer_pool_size: value }).pool).toBe(pool);
  });

  test('a session without a cap, and one with a cap that is none', () => {
    expect('sessionCap' in mariadb({}).memory).toBe(false);
    const unlimited = mariadb({ max_session_mem_used: '9223372036854775807' }).memory;
    expect('sessionCap' in unlimited && unlimited.sessionCap === undefined).toBe(true);
    expect(mariadb({ max_session_mem_used: 1 }).memory.sessionCap).toBe(8 / 1024);
  });

  test.each([
    [{ query_cache_size: '64M' }, 64],
    [{ query_cache_type: 'ON' }, 1],
    [{ query_cache_type: 'OFF', query_cache_size: '64M' }, 0],
    [{ query_cache_type: 1, query_cache_size: '64M' }, 64],
    [{}, undefined],
  ])('the query cache of %j', (values, size) => expect(mariadb(values).memory.queryCache).toBe(size));

  test('extra connections come with their port', () => {
    expect(mariadb({ extra_port: 3307 }).memory.extraConnections).toBe(1);
    expect(mariadb({ extra_port: 3307, extra_max_connections: 5 }).memory.extraConnections).toBe(5);
  });

  test('of two that mean the same the later wins', () => {
    expect(mariadb({ 'max-connections': 50, max_connections: 60 }).connections).toBe(60);
  });
});

describe('Postgres', () => {
  test('reads what counts, in its units', () => {
    expect(
      postgres({
        shared_buffers: 16_384,
        work_mem: '16MB',
        MAX_CONNECTIONS: 30,
        max_wal_size: '2GB',
        wal_keep_size: 512,
        hash_mem_multiplier: 1.5,
        maintenance_work_mem: '128MB',
        temp_buffers: '64MB',
      }),
    ).toMatchObject({
      sharedBuffers: 128,
      workMem: 16,
      connections: 30,
      maxWal: 2048,
      keptWal: 512,
      memory: { hashMultiplier: 1.5, maintenance: 128, temporaryBuffers: 64 },
    });
  });

  test('-1 of autovacuum_work_mem says as maintenance_work_mem', () => {
    expect(postgres({ autovacuum_work_mem: -1 }).memory.autovacuumWorkMem).toBe(-1);
    expect(postgres({ autovacuum_work_mem: '64MB' }).memory.autovacuumWorkMem).toBe(64);
  });

  test('autovacuum that is off still runs against the wraparound', () => {
    expect(postgres({ autovacuum: false }).memory.autovacuumWorkers).toBeUndefined();
  });

  test.each([
    ['max_connections', 0],
    ['max_connections', 1e9],
    ['max_connections', ''],
    ['max_connections', Number.POSITIVE_INFINITY],
    ['work_mem', '-1'],
    ['work_mem', '16mb'],
    ['shared_buffers', Number.NaN],
  ])('%s = %s stops the server, and is left to the rules', (name, value) => {
    const { connections, workMem, sharedBuffers } = postgres({ [name]: value });
    expect([connections, workMem, sharedBuffers]).toEqual([undefined, undefined, undefined]);
  });
});
