import { describe, expect, test } from 'vitest';
import { ManifestSet, readManifests } from '../../manifests/index.js';
import { fits, mebibytes, plainRequest, sizeServer } from '../../sizing/index.js';
import { change, manifestFindingsOf } from '../testing.js';
import { allServersIn, type SizedServer, serversIn } from './servers.js';
import { foundIn, operatorObject } from './sizing.testing.js';

function sizingFindings(text: string): string[] {
  return manifestFindingsOf(text).filter((each) => each.includes(' sizing/'));
}

function serverOf(content: string): SizedServer {
  const [server] = allServersIn(new ManifestSet(readManifests({ name: 'm', content }).manifests));
  if (!server) throw new Error('no server');
  return server;
}

/** The standalone of the guide for K3s. */
const standalone = `apiVersion: k8s.mariadb.com/v1alpha1
kind: MariaDB
metadata:
  name: mariadb-demo
spec:
  rootPasswordSecretKeyRef:
    name: mariadb-root-password
    key: password
  storage:
    size: 100Mi
    storageClassName: local-path
  resources:
    requests:
      memory: 512Mi
    limits:
      memory: 512Mi
  myCnf: |
    [mariadb]
    bind-address=0.0.0.0
    skip-log-bin
    innodb_buffer_pool_size=358M
    max_connections=20
  startupProbe:
    failureThreshold: 40
    periodSeconds: 15
    timeoutSeconds: 10
`;

/** Its Galera. */
const galera = `apiVersion: k8s.mariadb.com/v1alpha1
kind: MariaDB
metadata:
  name: mariadb-galera
spec:
  replicas: 3
  storage:
    size: 100Mi
    storageClassName: local-path
  resources:
    requests:
      memory: 1Gi
    limits:
      memory: 1Gi
  galera:
    enabled: true
    sst: mariabackup
    providerOptions:
      gcache.size: '64M'
      gcache.page_size: '64M'
  myCnf: |
    [mariadb]
    bind-address=0.0.0.0
  startupProbe:
    failureThreshold: 40
    periodSeconds: 15
    timeoutSeconds: 10
`;

describe("the K3s guide's own", () => {
  test('a standalone outgrows its memory, and its volume holds not even its logs', () => {
    expect(sizingFindings(standalone)).toEqual([
      'warning sizing/volume-risked 10:11 the volume of mariadb-demo is 100Mi, and 155Mi go to redo log and system tables',
      'warning sizing/memory-risked 22:21 mariadb-demo can take 1594Mi, and its container has 512Mi: 810Mi connections (20 x 40.5Mi, and more), 358Mi buffer pool, 255Mi caches of other engines',
    ]);
  });

  test('a Galera', () => {
    expect(sizingFindings(galera)).toEqual([
      'warning sizing/volume-risked 8:11 the volume of mariadb-galera is 100Mi, and 219Mi go to redo log, write-set cache and system tables',
    ]);
  });

  test('a gibibyte for the one, two for the other', () => {
    expect(foundIn('sizing/volume-exceeded', change(standalone, '100Mi', '1Gi'))).toEqual([]);
    expect(foundIn('sizing/volume-risked', change(standalone, '100Mi', '1Gi'))).toEqual([]);
    expect(foundIn('sizing/volume-risked', change(galera, '100Mi', '2Gi'))).toEqual([]);
  });

  test.each([undefined, 1, 64])('its volume is too small with data of %s MiB', (data) => {
    for (const isMember of [false, true]) {
      for (const mode of ['asIs', 'target', 'guaranteed'] as const) {
        const { volume } = sizeServer(
          plainRequest('mariadb', mebibytes(1024), {
            mode,
            version: '11.8.8',
            galera: isMember,
            volume: mebibytes(100),
            data: data === undefined ? undefined : mebibytes(data),
          }),
        );
        expect(volume && fits(volume)).toBe(false);
      }
    }
  });
});

describe('what a server is sized for', () => {
  test('its memory is the limit, or what is asked for', () => {
    const memory = (resources: string): string =>
      serverOf(change(operatorObject(['[mariadb]']), 'limits: { memory: 1Gi }', resources)).memory.text;
    expect(memory('limits: { memory: 1Gi }')).toBe('1Gi');
    expect(memory('requests: { memory: 2Gi }')).toBe('2Gi');
    expect(memory('{ requests: { memory: 2Gi }, limits: { memory: 1Gi } }')).toBe('1Gi');
  });

  test('without any there is no budget, but a volume', () => {
    const text = change(
      operatorObject(['[mariadb]', 'innodb_buffer_pool_size=64G', 'max_connections=4000']),
      'limits: { memory: 1Gi }',
      'limits: { cpu: 1 }',
    );
    expect(sizingFindings(text)).toEqual([]);
    expect(sizingFindings(change(text, '20Gi', '100Mi'))).toEqual([
      'error sizing/volume-exceeded 9:11 the volume of orders is 100Mi, and 155Mi go to redo log and system tables',
    ]);
    expect(serversIn(new ManifestSet(readManifests({ name: 'm', content: text }).manifests))).toEqual([]);
  });

  test('its volume is that of the template where only that is given, and none when it is gone with the pod', () => {
    const template = 'volumeClaimTemplate: { resources: { requests: { storage: 30Gi } } }';
    expect(serverOf(change(operatorObject([]), 'size: 20Gi', template)).volume?.text).toBe('30Gi');
    expect(serverOf(change(operatorObject([]), 'size: 20Gi', 'ephemeral: true')).volume).toBeUndefined();
  });

  test('the version is that of the image', () => {
    expect(serverOf(operatorObject([])).request.version).toBe('11.8.8');
    expect(serverOf(standalone).request.version).toBe('11.8');
  });

  test('the cache of write sets is a field of the object', () => {
    expect(serverOf(galera).sizing.gcache).toBe(64);
    const page = change(galera, "page_size: '64M'", "page_size: '128M'");
    expect(foundIn('sizing/gcache-small', page)).toEqual([
      'warning sizing/gcache-small 20:25 a page of mariadb-galera has 128M, more than the 64M of its cache of write sets',
    ]);
    expect(foundIn('sizing/gcache-small', change(galera, "gcache.size: '64M'", "gcache.size: '4M'"))).toEqual(
      [
        'warning sizing/gcache-small 19:20 gcache.size of mariadb-galera is 4M, which holds the writes of seconds',
      ],
    );
    const elsewhere = change(galera, "gcache.page_size: '64M'", 'gcache.dir: /tmp');
    expect(foundIn('sizing/gcache-place', elsewhere)).toEqual([
      'warning sizing/gcache-place 20:19 gcache.dir puts the cache of write sets of mariadb-galera into /tmp, which is not on its volume',
    ]);
  });

  test('the binary log lies on the volume where the operator turns it on', () => {
    const binlog = (more: string): number =>
      serverOf(operatorObject(['[mariadb]'], 'replicas: 3', more)).sizing.volume?.parts.find(
        ({ part }) => part === 'binary log',
      )?.size ?? 0;
    expect(binlog('suspend: false')).toBe(0);
    expect(binlog('replication: { enabled: true }')).toBe(2048);
  });

  test('a file that is not among the manifests leaves it unknown', () => {
    const text = operatorObject([]).replace(
      '  myCnf: |\n',
      '  myCnfConfigMapKeyRef: { name: c, key: my.cnf }\n',
    );
    expect(allServersIn(new ManifestSet(readManifests({ name: 'm', content: text }).manifests))).toEqual([]);
  });

  test('an amount that is none is a matter of the schema', () => {
    const text = change(operatorObject(['[mariadb]', 'max_connections=900']), 'memory: 1Gi', 'memory: much');
    expect(sizingFindings(text)).toEqual([]);
  });
});

describe('what is said of it', () => {
  const bounded = [
    '[mariadb]',
    'innodb_buffer_pool_size=256M',
    'max_connections=10',
    'max_session_mem_used=16M',
  ];

  test('its environment is a field of the object', () => {
    const small = [...bounded, 'aria_pagecache_buffer_size=8M', 'key_buffer_size=1M'];
    expect(foundIn('sizing/arenas', operatorObject(small))).toEqual([
      'warning sizing/arenas 4:9 the container of orders has no MALLOC_ARENA_MAX, so its allocator follows the cores of the node',
    ]);
    expect(
      foundIn('sizing/arenas', operatorObject(small, 'env: [{ name: MALLOC_ARENA_MAX, value: "1" }]')),
    ).toEqual([]);
    expect(
      foundIn('sizing/arenas', operatorObject(small, 'envFrom: [{ configMapRef: { name: a } }]')),
    ).toEqual([]);
  });

  test('the copy that a replica prepares takes the memory of its pool', () => {
    const file = [...bounded, '[mariabackup]', 'use-memory=512M'];
    const member = (...lines: readonly string[]): string[] =>
      foundIn(
        'sizing/backup-memory',
        operatorObject(file, 'replicas: 3', 'galera:', '  enabled: true', ...lines),
      );
    expect(member()).toEqual([
      'error sizing/backup-memory 18:16 use-memory of orders is 512M, above its buffer pool of 256Mi',
    ]);
    expect(member('  sst: rsync')).toEqual([]);
    expect(foundIn('sizing/backup-memory', operatorObject(file))).toEqual([]);
  });

  test('a commit that is not on the disk', () => {
    expect(
      foundIn('sizing/flush-relaxed', operatorObject(['[mariadb]', 'innodb_flush_log_at_trx_commit=2'])),
    ).toEqual([
      'warning sizing/flush-relaxed 14:36 innodb_flush_log_at_trx_commit = 2 of orders, which has no other replica',
    ]);
  });

  test('a transaction of the size of the container', () => {
    const text = operatorObject(
      ['[mariadb]', 'wsrep_max_ws_size=1G'],
      'replicas: 3',
      'galera: { enabled: true }',
    );
    expect(foundIn('sizing/write-set-large', text)).toEqual([
      'warning sizing/write-set-large 14:23 wsrep_max_ws_size lets one transaction of orders be 1Gi, and its container has 1Gi',
    ]);
  });
});
