import { describe, expect, test } from 'vitest';
import { lines, operatorTopology } from '../sites.testing.js';
import { findingsOf } from '../testing.js';
import { findingsBy, fixesBy, galera, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/image';

describe(id, () => {
  test('reports an image that says no version', () => {
    expect(findingsBy(id, mariadb({ image: 'mariadb' }))).toEqual([
      'warning mariadb-operator/image 7:10 mariadb has no tag',
    ]);
    expect(findingsBy(id, mariadb({ image: 'registry.example:5000/mariadb@sha256:0a' }))).toEqual([
      'warning mariadb-operator/image 7:10 registry.example:5000/mariadb@sha256:0a has no tag',
    ]);
    expect(findingsBy(id, mariadb({ image: 'mariadb:latest' }))).toEqual([
      'warning mariadb-operator/image 7:10 the tag of mariadb:latest says no version',
    ]);
    expect(fixesBy(id, mariadb({ image: 'mariadb@sha256:0a' }))).toEqual([
      'write the tag before the digest: mariadb:11.8.8@sha256:…',
    ]);
  });

  test('reports a series without a script, which only Galera needs', () => {
    expect(findingsBy(id, mariadb({ ...galera, image: 'mariadb:11.5.2' }))).toEqual([
      'warning mariadb-operator/image 9:10 the operator has no start script for MariaDB 11.5',
    ]);
  });

  test('is content with a version, and with that of the operator', () => {
    expect(findingsBy(id, mariadb({ ...galera, image: 'mariadb:11.8.8-noble@sha256:0a' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ image: 'registry.example:5000/mariadb:11.5' }))).toEqual([]);
    expect(findingsBy(id, mariadb(galera))).toEqual([]);
  });
});

describe('mariadb-operator/image in a topology', () => {
  const found = (text: string): string[] =>
    findingsOf(operatorTopology + text).filter((each) => each.includes(` ${id} `));

  test('reports a series without a start script, for Galera', () => {
    expect(found(lines('image: mariadb:11.1.6'))).toEqual([
      'warning mariadb-operator/image 22:12 the operator has no start script for MariaDB 11.1',
    ]);
    expect(found(lines('image: mariadb:11.1.6', 'replication: primary-replica'))).toEqual([]);
    expect(found(lines('image: mariadb:11.4.10'))).toEqual([]);
    expect(found(lines('image: mariadb:lts'))).toEqual([]);
  });
});
