import { describe, expect, test } from 'vitest';
import { foundIn, inlineFile, inlineSettings } from './config.testing.js';

const id = 'config/file-form';

describe('the name', () => {
  test('of a MariaDB file ends in .cnf', () => {
    const text = inlineFile('[mysqld]').replace('md.cnf', 'md.conf');
    expect(foundIn(id, text)).toEqual([`error ${id} 11:7 md.conf does not end in .cnf`]);
  });

  test('of an inline file has no more than 50 characters', () => {
    const named = (key: string): string => inlineFile('[mysqld]').replace('md.cnf', key);
    expect(foundIn(id, named(`${'a'.repeat(46)}.cnf`))).toEqual([]);
    expect(foundIn(id, named(`${'a'.repeat(47)}.cnf`))).toEqual([
      `error ${id} 11:7 the key ${'a'.repeat(47)}.cnf is longer than 50 characters`,
    ]);
  });

  test('of a Postgres file is user.conf', () => {
    const text = inlineSettings('jit = on').replace('user.conf', 'pg.conf');
    expect(foundIn(id, text)).toEqual([`error ${id} 10:7 Postgres gets no file pg.conf, only user.conf`]);
  });
});

describe('the lines', () => {
  test('stand in a group', () => {
    expect(foundIn(id, inlineFile('max_connections = 100', 'max_allowed_packet = 64M'))).toEqual([
      `error ${id} 12:9 max_connections stands before any group`,
    ]);
    expect(foundIn(id, inlineFile('# five', '', '[mariadbd]', 'max_connections = 100'))).toEqual([]);
  });

  test('stand in a group that MariaDB reads', () => {
    expect(foundIn(id, inlineFile('[mysqld]', 'a = 1', '[ mysqld]', 'max_connections = 5'))).toEqual([
      `error ${id} 14:9 MariaDB reads no group [ mysqld]`,
    ]);
    expect(foundIn(id, inlineFile('[mysqId]', 'max_connections = 5'))).toHaveLength(1);
    expect(foundIn(id, inlineFile('[mysqld', 'max_connections = 5'))).toEqual([
      `error ${id} 12:9 [mysqld does not close its bracket`,
    ]);
    const others = ['[client]', '[mysqldump]', '[mariadb-10.11]', '[mysqld_safe]', '[sst]', '[mariadb]'];
    expect(foundIn(id, inlineFile(...others))).toEqual([]);
  });

  test('are what Postgres reads', () => {
    const text = inlineSettings('// one', 'work_mem = 8MB // two', 'work_mem = 8 MB', "jit = 'on' # yes");
    expect(foundIn(id, text)).toEqual([
      `error ${id} 11:9 // begins no comment in a file of Postgres: // one`,
      `error ${id} 12:9 // begins no comment in a file of Postgres: // two`,
      `error ${id} 13:9 Postgres cannot read work_mem`,
    ]);
  });

  test.each([
    'search_path = "$user", public',
    'listen_addresses = *',
    'work_mem = 10.5MB',
    'shared_preload_libraries = a,b',
  ])('need quotes: %s', (line) => {
    expect(foundIn(id, inlineSettings(line))).toHaveLength(1);
  });

  test.each([
    'timezone = Europe/Berlin',
    'random_page_cost=.5',
    "work_mem '16MB'",
    'log_file_mode = 0640',
    'jit off',
  ])('need no quotes: %s', (line) => {
    expect(foundIn(id, inlineSettings(line))).toEqual([]);
  });

  test('of a Secret are not shown', () => {
    const text = `apiVersion: v1
kind: Secret
metadata: { name: config }
stringData:
  user.conf: "// hidden"
---
apiVersion: kubedb.com/v1
kind: Postgres
metadata: { name: ledger }
spec: { configSecret: { name: config } }
`;
    expect(foundIn(id, text)).toEqual([`error ${id} 3:19 // begins no comment in a file of Postgres: ***`]);
  });
});

test('says nothing of Secrets that no database names', () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: { name: x }\nstringData: { user: "// hidden" }\n';
  expect(foundIn(id, secret)).toEqual([]);
});
