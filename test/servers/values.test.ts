import { describe, expect, test } from 'vitest';
import {
  mariadbDifferences,
  mariadbValue,
  postgresDifferences,
  postgresValue,
  providerOptions,
} from './values.mjs';

const setting = (option: string, value: string | number | boolean) => ({ option, value });

describe('values of MariaDB', () => {
  test.each([
    ['64M', 67_108_864],
    ['256k', 262_144],
    [1_600_000, 1_600_000],
    ['0.800000', 0.8],
    [true, 'ON'],
    ['off', 'OFF'],
    ['O_DIRECT', 'O_DIRECT'],
    ['row', 'ROW'],
  ])('%s is %s', (value, expected) => expect(mariadbValue(value)).toBe(expected));

  test('a server that does as planned has no differences', () => {
    const variables = new Map([
      ['innodb_buffer_pool_size', '295698432'],
      ['log_bin', 'OFF'],
      ['skip_name_resolve', 'ON'],
      ['sql_mode', 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION'],
      ['innodb_fast_shutdown', '1'],
    ]);
    const settings = [
      setting('innodb-buffer-pool-size', '282M'),
      setting('skip-log-bin', true),
      setting('skip_name_resolve', true),
      setting('sql_mode', 'NO_ENGINE_SUBSTITUTION,STRICT_TRANS_TABLES'),
      setting('loose-innodb_fast_shutdown', true),
      setting('datadir', '/var/lib/mysql'),
    ];
    expect(mariadbDifferences(settings, variables, new Set(['datadir']))).toEqual([]);
  });

  test('what differs or is not there is told', () => {
    const variables = new Map([['max_connections', '10']]);
    expect(mariadbDifferences([setting('max_connections', 6), setting('gone', 1)], variables)).toEqual([
      'max_connections: planned 6, is 10',
      'gone: the server has no such variable',
    ]);
  });

  test('options of the provider are compared key by key', () => {
    const shown =
      'base_dir = /d/; evs.suspect_timeout = PT1M30S; gcache.recover = yes; gcache.size = 32M; gcs.fc_factor = 0.8; ';
    const variables = new Map([['wsrep_provider_options', shown]]);
    const planned = (text: string) =>
      mariadbDifferences([setting('wsrep_provider_options', text)], variables);
    expect(
      planned('gcache.size=32M;gcs.fc_factor=0.80;evs.suspect_timeout=PT90S;gcache.recover=yes'),
    ).toEqual([]);
    expect(planned('gcache.size=64M;gcs.fc_limit=80;evs.suspect_timeout=PT15S')).toEqual([
      'gcache.size: planned 64M, is 32M',
      'gcs.fc_limit: planned 80, is not there',
      'evs.suspect_timeout: planned PT15S, is PT1M30S',
    ]);
  });

  test('the last of two provider options wins', () => {
    expect(providerOptions('gcache.size=1M; gcache.size = 2M;').get('gcache.size')).toBe('2M');
  });
});

describe('values of Postgres', () => {
  test.each([
    ['128MB', '8kB', 134_217_728],
    ['16384', '8kB', 134_217_728],
    ['2611kB', 'kB', 2_673_664],
    ['-1', '8kB', -1],
    ['5min', 's', 300_000],
    ['300', 's', 300_000],
    [2, undefined, 2],
    ['2.0', undefined, 2],
    [true, undefined, 'on'],
    ['false', undefined, 'off'],
    ['try', undefined, 'try'],
  ])('%s in %s is %s', (value, unit, expected) => expect(postgresValue(value, unit)).toBe(expected));

  test('a setting must have its value, and from the file', () => {
    const file = 'configuration file';
    const shown = [
      { name: 'shared_buffers', setting: '16384', unit: '8kB', source: file },
      { name: 'work_mem', setting: '2611', unit: 'kB', source: file },
      { name: 'wal_buffers', setting: '37', unit: '8kB', source: file },
      { name: 'temp_buffers', setting: '512', unit: '8kB', source: 'default' },
      { name: 'max_connections', setting: '100', unit: null, source: file },
    ];
    const settings = [
      setting('shared_buffers', '128MB'),
      setting('work_mem', '2611kB'),
      setting('wal_buffers', '300kB'),
      setting('temp_buffers', '4MB'),
      setting('max_connections', 8),
      setting('gone', 1),
      setting('port', 1),
    ];
    expect(postgresDifferences(settings, shown, new Set(['port']))).toEqual([
      'temp_buffers: is set by default',
      'max_connections: planned 8, is 100',
      'gone: the server has no such setting',
    ]);
  });
});
