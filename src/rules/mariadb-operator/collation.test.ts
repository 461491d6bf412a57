import { describe, expect, test } from 'vitest';
import { lines, operatorTopology } from '../sites.testing.js';
import { findingsOf, fixesOf } from '../testing.js';
import { findingsBy, fixesBy, object } from './objects.testing.js';

const id = 'mariadb-operator/collation';

describe(id, () => {
  test('reports one of another set', () => {
    expect(findingsBy(id, object('Database', { characterSet: 'utf8mb4' }))).toEqual([
      'error mariadb-operator/collation 7:17 the collation of nightly is utf8_general_ci, which is none of utf8mb4',
    ]);
    expect(findingsBy(id, object('Database', { characterSet: 'utf8mb4', collate: 'latin1_bin' }))).toEqual([
      'error mariadb-operator/collation 8:12 the collation of nightly is latin1_bin, which is none of utf8mb4',
    ]);
    expect(findingsBy(id, object('Database', { collate: 'utf8mb4_general_ci' }))).toEqual([
      'error mariadb-operator/collation 7:12 the collation of nightly is utf8mb4_general_ci, which is none of utf8',
    ]);
    expect(fixesBy(id, object('Database', { characterSet: 'utf8mb4' }))).toEqual([
      'write a collate too, such as utf8mb4_general_ci',
    ]);
    expect(fixesBy(id, object('Database', { collate: 'utf8mb4_general_ci' }))).toEqual([
      'write characterSet: utf8mb4',
    ]);
  });

  test('reports it in a topology', () => {
    const database = (text: string): string =>
      operatorTopology + lines(`mariadbOperator: { databases: [{ name: shop, ${text} }] }`);
    expect(findingsOf(database('characterSet: utf9'))).toEqual([
      'error mariadb-operator/collation 22:64 MariaDB has no character set utf9',
    ]);
    expect(findingsOf(database('collation: latin1_swedish_ci'))).toEqual([
      'error mariadb-operator/collation 22:61 the collation of shop is latin1_swedish_ci, which is none of utf8mb4',
    ]);
    expect(fixesOf(database('collation: latin1_swedish_ci'))).toEqual([
      'remove it, or write one that begins with utf8mb4_',
    ]);
    expect(findingsOf(database('characterSet: latin1'))).toEqual([]);
    expect(findingsOf(database('collation: uca1400_ai_ci'))).toEqual([]);
  });

  test('is content with one of the set', () => {
    expect(findingsBy(id, object('Database', { characterSet: 'utf8mb4', collate: 'utf8mb4_bin' }))).toEqual(
      [],
    );
    expect(findingsBy(id, object('Database', { characterSet: 'utf8mb4', collate: 'uca1400_ai_ci' }))).toEqual(
      [],
    );
    expect(findingsBy(id, object('Database', { characterSet: 'utf8mb3', collate: 'utf8_bin' }))).toEqual([]);
    expect(findingsBy(id, object('Database', { characterSet: 'binary', collate: 'binary' }))).toEqual([]);
    expect(findingsBy(id, object('Database', {}))).toEqual([]);
  });
});
