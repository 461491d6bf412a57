import { describe, expect, test } from 'vitest';
import { Findings } from '../../diagnostics/index.js';
import { readMariadbFile } from '../../server-options/index.js';
import { sessionsUnbounded } from './sessions-unbounded.js';
import { foundIn, mariadbObject, memory, sizingFindings, withLines } from './sizing.testing.js';

const id = 'sizing/sessions-unbounded';

describe('a topology', () => {
  test('of mode target without a bound, where the memory is enough', () => {
    const lines = ['resources: { memory: 32Gi }', 'sizing: { mode: target }'];
    expect(sizingFindings(withLines(...lines, 'config: { max_connections: 50 }'))).toEqual([
      `warning ${id} 33:21 nothing bounds what each of 50 sessions of orders may take`,
    ]);
    expect(
      sizingFindings(withLines(...lines, 'config: { max_connections: 50, max_session_mem_used: 16M }')),
    ).toEqual([]);
  });

  test('that takes the bound back', () => {
    const text = withLines('resources: { memory: 2Gi }', 'config: { max_session_mem_used: 8796093022208 }');
    expect(sizingFindings(text)).toEqual([
      `warning ${id} 33:37 max_session_mem_used bounds no session of orders`,
    ]);
  });

  test('of which the memory is not enough has that finding', () => {
    expect(sizingFindings(withLines('sizing: { mode: target }')).join()).not.toContain(id);
  });
});

test('manifests', () => {
  expect(foundIn(id, mariadbObject(['[mysqld]', 'max_connections = 20'], memory('16Gi')))).toEqual([
    `warning ${id} 4:9 nothing bounds what each of 20 sessions of orders may take`,
  ]);
});

test('a file that stands alone', () => {
  const found = (text: string): number => {
    const place = { file: { name: 'my.cnf', text }, start: 0, end: 1 };
    const findings = new Findings();
    sessionsUnbounded.run(
      'serverFile',
      {
        engine: 'mariadb',
        database: 'my.cnf',
        version: undefined,
        galera: false,
        key: 'my.cnf',
        carrier: 'file',
        keySpan: place,
        ...readMariadbFile(text, () => place),
      },
      findings,
    );
    return findings.count;
  };
  expect(found('[mysqld]\nmax_connections = 20\n')).toBe(1);
  expect(found('[mysqld]\nmax_connections = 20\nmax_session_mem_used = 8M\n')).toBe(0);
  expect(found('[mysqld]\nslow_query_log = ON\n')).toBe(0);
});
