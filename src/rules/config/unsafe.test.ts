import { expect, test } from 'vitest';
import { Findings, positionAt } from '../../diagnostics/index.js';
import { readMariadbFile, readPostgresFile } from '../../server-options/index.js';
import {
  fixOf,
  found,
  foundIn,
  inlineFile,
  inlineSettings,
  withOptions,
  withSettings,
} from './config.testing.js';
import { unsafe } from './unsafe.js';

const id = 'config/unsafe';

test.each([
  ['skip-grant-tables: true', 26, 'skip-grant-tables = ON lets everyone in without a password'],
  ['innodb_force_recovery: 1', 30, 'innodb_force_recovery = 1 keeps the server from purging or writing'],
  ['read_only: true', 18, 'read_only = ON refuses the writes of clients on every replica'],
  ['log_bin: binlog', 7, 'log_bin without log_slave_updates records only what a replica was told itself'],
])('MariaDB, %s', (line, column, message) => {
  expect(found(id, withOptions(line))).toEqual([`warning ${id} 33:${column} ${message}`]);
});

test.each([
  ['fsync: false', 14, 'fsync = off loses the database when the node goes down'],
  ['wal_keep_size: 64MB', 7, 'wal_keep_size overrides what the database object says'],
  [
    'shared_preload_libraries: pg_cron',
    33,
    'shared_preload_libraries leaves out pg_stat_statements, which KubeDB loads',
  ],
])('Postgres, %s', (line, column, message) => {
  expect(found(id, withSettings(line))).toEqual([`warning ${id} 41:${column} ${message}`]);
});

test('is content with the safe side', () => {
  expect(found(id, withOptions('log_bin: b', 'log_slave_updates: true', 'innodb_doublewrite: true'))).toEqual(
    [],
  );
  expect(
    found(id, withOptions('skip-log-bin: true', 'read_only: false', 'innodb_force_recovery: 0')),
  ).toEqual([]);
  expect(
    found(id, withSettings('fsync: true', 'shared_preload_libraries: "pg_cron, pg_stat_statements"')),
  ).toEqual([]);
  expect(fixOf(withSettings('shared_preload_libraries: pg_cron'))).toBe('write pg_stat_statements,pg_cron');
});

test('manifests', () => {
  expect(foundIn(id, inlineFile('[mysqld]', 'skip-grant-tables'))).toEqual([
    `warning ${id} 13:9 skip-grant-tables = ON lets everyone in without a password`,
  ]);
  expect(foundIn(id, inlineSettings('full_page_writes = off'))).toEqual([
    `warning ${id} 11:28 full_page_writes = off leaves torn pages behind when the node goes down`,
  ]);
});

test('a standby needs a sender', () => {
  expect(found(id, withSettings('max_wal_senders: 0'))).toEqual([
    `warning ${id} 41:24 max_wal_senders = 0 lets no standby follow`,
  ]);
  expect(found(id, withSettings('max_wal_senders: 10'))).toEqual([]);
});

/** Findings about a file that stands alone. */
function alone(engine: 'mariadb' | 'postgres', text: string): string[] {
  const file = { name: 'f', text };
  const place = (line: number, _: string, piece: string) => {
    const before = text.split('\n').slice(0, line).join('\n').length;
    const start = text.indexOf(piece, before);
    return { file, start, end: start + piece.length };
  };
  const content = engine === 'mariadb' ? readMariadbFile(text, place) : readPostgresFile(text, place);
  const keySpan = { file, start: 0, end: 0 };
  const findings = new Findings();
  const about = {
    engine,
    key: 'f',
    carrier: 'file',
    keySpan,
    database: '',
    version: undefined,
    galera: false,
  } as const;
  unsafe.run('serverFile', { ...about, ...content }, findings);
  return findings.list().map(({ severity, message, primary }) => {
    const { line, column } = positionAt(primary.span.file, primary.span.start);
    return `${severity} ${line}:${column} ${message}`;
  });
}

test('a file that stands alone, which no operator adds to', () => {
  expect(alone('mariadb', '[mysqld]\nread_only\nskip-grant-tables\nlog_bin\n')).toEqual([
    'warning 3:1 skip-grant-tables = ON lets everyone in without a password',
  ]);
  const settings = "wal_keep_size = 64MB\nshared_preload_libraries = 'x'\nmax_wal_senders = 0\nfsync = off\n";
  expect(alone('postgres', settings)).toEqual([
    'warning 4:9 fsync = off loses the database when the node goes down',
  ]);
});
