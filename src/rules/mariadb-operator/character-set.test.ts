import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, object } from './objects.testing.js';

const id = 'mariadb-operator/character-set';

describe(id, () => {
  test('reports utf8, said or unsaid', () => {
    expect(findingsBy(id, object('Database', {}))).toEqual([
      'warning mariadb-operator/character-set 4:9 nightly does not say its character set, and gets utf8',
    ]);
    expect(findingsBy(id, object('Database', { characterSet: 'utf8' }))).toEqual([
      'warning mariadb-operator/character-set 7:17 the character set of nightly is utf8',
    ]);
    expect(findingsBy(id, object('Database', { characterSet: 'UTF8MB3', collate: 'utf8mb3_bin' }))).toEqual([
      'warning mariadb-operator/character-set 7:17 the character set of nightly is UTF8MB3',
    ]);
    expect(fixesBy(id, object('Database', {}))).toEqual([
      'write characterSet: utf8mb4 and collate: utf8mb4_uca1400_ai_ci, or utf8mb4_general_ci before MariaDB 10.10',
    ]);
  });

  test('is content with others', () => {
    expect(findingsBy(id, object('Database', { characterSet: 'utf8mb4', collate: 'utf8mb4_bin' }))).toEqual(
      [],
    );
    expect(findingsBy(id, object('Database', { characterSet: 'latin1', collate: 'latin1_bin' }))).toEqual([]);
    expect(findingsBy(id, object('Database', { collate: 'utf8mb4_bin' }))).toEqual([]);
  });
});
