import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb, object, together } from './objects.testing.js';

const id = 'mariadb-operator/user-connections';

describe(id, () => {
  test('reports a limit that is not said', () => {
    expect(findingsBy(id, object('User', { mariaDbRef: '{ name: orders }' }, { name: 'app' }))).toEqual([
      'warning mariadb-operator/user-connections 4:9 app does not say how many connections it may have, and gets 10',
    ]);
    expect(fixesBy(id, object('User', {}))).toEqual([
      'write maxUserConnections: the sum of the pools that use it; 0 is no limit',
    ]);
  });

  test('reports a limit above that of the server', () => {
    expect(
      findingsBy(
        id,
        together(
          mariadb({ myCnf: '|\n    [mariadb]\n    max_connections=20' }),
          object('User', { mariaDbRef: '{ name: orders }', maxUserConnections: '21' }, { name: 'app' }),
        ),
      ),
    ).toEqual([
      'warning mariadb-operator/user-connections 20:23 app may have 21 connections, and orders has 20 for all',
    ]);
    expect(
      fixesBy(
        id,
        together(
          mariadb({ myCnf: '|\n    [mariadb]\n    max_connections=20' }),
          object('User', { mariaDbRef: '{ name: orders }', maxUserConnections: '21' }, { name: 'app' }),
        ),
      ),
    ).toEqual(['raise max_connections of the server and its memory, or lower this']);
  });

  test('is content with one that fits, and where the server does not say', () => {
    expect(
      findingsBy(
        id,
        together(
          mariadb({ myCnf: '|\n    [mariadb]\n    max-connections=20' }),
          object('User', { mariaDbRef: '{ name: orders }', maxUserConnections: '20' }),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        together(mariadb(), object('User', { mariaDbRef: '{ name: orders }', maxUserConnections: '500' })),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        together(
          mariadb({ myCnf: '|\n    [mariadb]\n    max_connections=20' }),
          object('User', { mariaDbRef: '{ name: orders, kind: ExternalMariaDB }', maxUserConnections: '21' }),
        ),
      ),
    ).toEqual([]);
  });
});
