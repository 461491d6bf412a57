import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  differences,
  filesOf,
  folder,
  listOf,
  readTables,
  type WholeTable,
  withTable,
} from '../scripts/option-tables.mjs';

// The tables of src/server-options/tables/ are what scripts/server-options.mjs writes; it asks servers that may not be here.

describe.each(['mariadb', 'galera', 'postgres'])('the tables of %s', (family) => {
  const tables = readTables(family);

  test('are as the script writes them', () => {
    expect(tables.length).toBeGreaterThan(0);
    for (const [name, text] of filesOf(family, tables))
      expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  test('name their server and the day it was asked', () => {
    for (const { server, asked, rows } of tables) {
      expect(server).toMatch(/^\S+ \d+\./);
      expect(asked).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(rows.size).toBeGreaterThan(50);
    }
  });
});

test('the list of tables is as the script writes it', () => {
  expect(readFileSync(join(folder, 'index.ts'), 'utf8')).toBe(listOf());
});

describe('one version asked again', () => {
  const work = mkdtempSync(join(tmpdir(), 'dbspan-tables-'));
  afterAll(() => rmSync(work, { recursive: true, force: true }));
  const table = (version: string, ...rows: string[]): WholeTable => ({
    version,
    server: `server ${version}.1`,
    asked: '2026-01-01',
    rows: new Map(rows.map((row) => [row.split('|')[0] ?? '', row])),
  });
  const read = (tables: readonly WholeTable[]): WholeTable[] => {
    for (const [name, text] of filesOf('mariadb', tables)) writeFileSync(join(work, name), text);
    return readTables('mariadb', work);
  };

  test('leaves what the others say alone, whatever the order', () => {
    const old = table('9.1', 'a|u|1', 'b||`${\\', 'c');
    const late = table('10.2', 'a|u|2', 'b||`${\\', 'd');
    expect(read(withTable([late], old))).toEqual([old, late]);
    const again = table('9.1', 'a|u|2', 'd');
    const tables = read(withTable([old, late], again));
    expect(tables).toEqual([again, late]);
    expect(filesOf('mariadb', tables).get('mariadb-10.2.ts')).toContain('`\\\nb||\\`\\${\\\\\n`');
  });

  test('and what differs is told', () => {
    const [one, other] = [table('1.0', 'a|u|1', 'b', 'c'), table('1.0', 'a|u|2', 'c', 'd')];
    expect(differences(one.rows, other.rows)).toEqual(['- a|u|1', '+ a|u|2', '- b', '+ d']);
    expect(differences(one.rows, one.rows)).toEqual([]);
  });
});
