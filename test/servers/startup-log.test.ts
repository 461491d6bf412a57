import { describe, expect, test } from 'vitest';
import { mariadbComplaints, postgresComplaints, startOf } from './startup-log.mjs';

const stamp = '2026-11-21 14:00:00 0';

describe('the log of a start', () => {
  test('ends where the server takes connections', () => {
    const text = `a\n${stamp} [Note] /usr/sbin/mariadbd: ready for connections.\nlater\n`;
    expect(startOf(text)).toHaveLength(2);
    expect(startOf('only\nthis')).toEqual(['only', 'this']);
  });

  test.each([
    "[ERROR] mariadbd: unknown variable 'innodb_bufer_pool_size=1G'",
    "[Warning] mariadbd: option 'max_connections': unsigned value 6 adjusted to 10",
    "[Warning] 'innodb-file-format' was removed. It does nothing now and exists only for compatibility",
    "[Warning] The syntax '--big-tables' is deprecated",
    '[Warning] InnoDB: innodb_open_files 4000 should not be greater than the open_files_limit 100',
    '[Warning] Changed limits: max_open_files: 1024  max_connections: 151 (was 500)  table_cache: 421 (was 2000)',
    '[Warning] Setting --table-open-cache lower',
  ])('%s is about an option', (line) => {
    const names = ['innodb_open_files', 'table_open_cache', 'port'];
    expect(mariadbComplaints(`${stamp} ${line}`, names).options).toHaveLength(1);
  });

  test('other warnings are kept apart, notes are not looked at', () => {
    const text = [
      `${stamp} [Note] InnoDB: innodb_buffer_pool_size is 282M`,
      `${stamp} [Warning] WSREP: access file failed, no port`,
      `${stamp} [Note] mariadbd: ready for connections.`,
      `${stamp} [Warning] 'innodb_x' was removed`,
    ];
    const { options, others } = mariadbComplaints(text.join('\n'), [
      'port',
      'innodb_x',
      'innodb_buffer_pool_size',
    ]);
    expect(options).toEqual([]);
    expect(others).toEqual([text[1]]);
  });

  test('Postgres complains with LOG as well', () => {
    const text = [
      '2026-11-21 14:00:00.000 UTC [7] LOG:  unrecognized configuration parameter "work_men" in file "/d/postgresql.conf" line 3',
      '2026-11-21 14:00:00.000 UTC [7] FATAL:  configuration file "/d/postgresql.conf" contains errors',
      '2026-11-21 14:00:00.000 UTC [7] LOG:  starting PostgreSQL 15.14',
      '2026-11-21 14:00:00.000 UTC [7] WARNING:  could not do something else',
      '2026-11-21 14:00:00.000 UTC [7] WARNING:  wal_buffers is odd',
    ];
    const { options, others } = postgresComplaints(text.join('\n'), ['wal_buffers', 'port']);
    expect(options).toEqual([text[0], text[1], text[4]]);
    expect(others).toEqual([text[3]]);
  });
});
