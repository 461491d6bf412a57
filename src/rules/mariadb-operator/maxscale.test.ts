import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, galera, mariadb, object, together } from './objects.testing.js';

const id = 'mariadb-operator/maxscale';

describe(id, () => {
  test('reports what it stands before', () => {
    expect(
      findingsBy(id, object('MaxScale', { mariaDbRef: '{ name: a }', servers: '[{ name: b, address: c }]' })),
    ).toEqual(['error mariadb-operator/maxscale 8:3 nightly has both a mariaDbRef and servers of its own']);
    expect(findingsBy(id, object('MaxScale', { replicas: '2' }))).toEqual([
      'error mariadb-operator/maxscale 6:1 nightly has neither a mariaDbRef nor servers',
    ]);
    expect(
      findingsBy(
        id,
        object('MaxScale', {
          servers: '[{ name: b, address: c }]',
          monitor: '{ module: mariadbmon }',
          auth: '{ generate: true }',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/maxscale 9:21 nightly is to make up its accounts, and has no mariaDbRef to make them in',
    ]);
    expect(fixesBy(id, object('MaxScale', { replicas: '2' }))).toEqual(['name a MariaDB as mariaDbRef']);
  });

  test('reports the monitor', () => {
    expect(findingsBy(id, object('MaxScale', { servers: '[{ name: b, address: c }]' }))).toEqual([
      'error mariadb-operator/maxscale 7:3 nightly has servers of its own, and no monitor.module',
    ]);
    expect(
      findingsBy(id, object('MaxScale', { mariaDbRef: '{ name: a }', monitor: '{ module: galera }' })),
    ).toEqual([
      'error mariadb-operator/maxscale 8:22 monitor.module is galera, neither mariadbmon nor galeramon',
    ]);
    expect(
      findingsBy(
        id,
        together(mariadb(galera), object('MaxScale', { mariaDbRef: '{ name: orders }', primaryServer: 'a' })),
      ),
    ).toEqual([
      'error mariadb-operator/maxscale 19:3 nightly has a primaryServer, which galeramon does not know',
    ]);
  });

  test('reports what is there twice', () => {
    expect(
      findingsBy(
        id,
        object('MaxScale', {
          servers: '[{ name: b, address: c }, { name: b, address: c }]',
          monitor: '{ module: mariadbmon }',
          services:
            '[{ name: d, router: readwritesplit, listener: { port: 1 } }, { name: d, router: readwritesplit, listener: { port: 1 } }]',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/maxscale 7:46 the server b is there twice',
      'error mariadb-operator/maxscale 7:58 the address c is there twice',
      'error mariadb-operator/maxscale 9:82 the service d is there twice',
      'error mariadb-operator/maxscale 9:127 the port 1 is there twice',
    ]);
  });

  test('is content with one that is whole', () => {
    expect(
      findingsBy(id, object('MaxScale', { mariaDbRef: '{ name: a }', auth: '{ generate: true }' })),
    ).toEqual([]);
    expect(
      findingsBy(
        id,
        object('MaxScale', {
          servers: '[{ name: b, address: c }, { name: d, address: e }]',
          monitor: '{ module: mariadbmon }',
          primaryServer: 'b',
        }),
      ),
    ).toEqual([]);
  });
});
