import { describe, expect, test } from 'vitest';
import { lines, operatorTopology, siteTopology } from '../sites.testing.js';
import { change, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

const postgres = change(
  change(goodTopology, 'engine: mariadb', 'engine: postgres'),
  '"11.8.5"',
  '17.9-bookworm',
);

const single = change(
  goodTopology,
  'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
  'replicas: 1',
);

describe('provider/field', () => {
  test('reports a block for kubedb on a database of another provider, and nothing more', () => {
    const text = change(
      `${goodTopology}    kubedb: {}\n    image: mariadb:11.8\n`,
      'provider: kubedb',
      'provider: statefulset',
    );
    expect(findingsOf(text)).toEqual([
      'error provider/field 32:5 orders has a block for kubedb, but statefulset runs it',
    ]);
    expect(relatedOf(text)).toEqual([['22:15 the provider']]);
  });

  test('reports probes and a service', () => {
    const text = `${goodTopology}    probes: { startup: { periodSeconds: 15 } }\n    service: { exposure: cluster }\n`;
    expect(findingsOf(text)).toEqual([
      'error provider/field 32:5 orders has probes, which kubedb cannot set',
      'error provider/field 33:5 orders has service, which kubedb cannot set',
    ]);
    expect(fixesOf(text)).toEqual([
      'remove it; KubeDB sets the probes itself',
      'remove it; clients reach the service orders.shop.svc that KubeDB makes',
    ]);
  });

  test('reports an image beside a version', () => {
    const text = `${goodTopology}    image: mariadb:11.8\n`;
    expect(findingsOf(text)).toEqual(['error provider/field 32:5 orders has image, which kubedb cannot set']);
    expect(fixesOf(text)).toEqual(['remove it; the version decides the image']);
  });

  test('reports an image in place of a version once', () => {
    const text = change(goodTopology, 'version: "11.8.5"', 'image: mariadb:11.8');
    expect(findingsOf(text)).toEqual(['error provider/field 24:5 orders has image, which kubedb cannot set']);
    expect(fixesOf(text)).toEqual([
      'write a version of KubeDB\'s catalogue instead, such as version: "11.8.5"',
    ]);
  });

  test('reports a missing version', () => {
    const text = change(postgres, '    version: 17.9-bookworm\n', '');
    expect(findingsOf(text)).toEqual(['error provider/field 20:5 orders has no version, which kubedb needs']);
    expect(fixesOf(text)).toEqual(['add a version of KubeDB\'s catalogue, such as version: "17.9-bookworm"']);
  });

  test('reports another key of the password', () => {
    expect(findingsOf(`${goodTopology}    rootPasswordSecret: { name: orders-root, key: root }\n`)).toEqual([
      'error provider/field 32:51 kubedb reads the password under the key password, not root',
    ]);
  });

  test.each([
    [
      goodTopology,
      'primary-replica',
      'kubedb cannot run 3 MariaDB replicas with replication primary-replica',
      'galera',
    ],
    [goodTopology, 'none', 'kubedb cannot run 3 MariaDB replicas with replication none', 'galera'],
    [postgres, 'galera', 'kubedb cannot run 3 Postgres replicas with replication galera', 'primary-replica'],
    [postgres, 'none', 'kubedb cannot run 3 Postgres replicas with replication none', 'primary-replica'],
  ])('reports a replication that KubeDB has not', (text, replication, message, better) => {
    const asked = `${text}    replication: ${replication}\n`;
    expect(findingsOf(asked)).toEqual([`error provider/field 32:18 ${message}`]);
    expect(fixesOf(asked)).toEqual([`write ${better}, or remove it`]);
  });

  test('reports a replication of one replica', () => {
    const alone = change(single, 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', '');
    const asked = `${alone}    replication: galera\n`;
    expect(findingsOf(asked)).toEqual([
      'error provider/field 27:18 one replica cannot be of replication galera',
    ]);
    expect(fixesOf(asked)).toEqual(['write none, or remove it']);
    expect(findingsOf(`${alone}    replication: none\n`)).toEqual([]);
  });

  test('reports settings of Postgres on a MariaDB', () => {
    const text = `${goodTopology}    sizing:
      sharedBuffers: 1Gi
      workMem: 16Mi
    kubedb:
      standbyMode: Hot
      streamingMode: Synchronous
      leaderElection: { period: 300ms }
      walKeepSize: 1Gi
`;
    expect(findingsOf(text)).toEqual([
      'error provider/field 33:7 sizing.sharedBuffers and 5 more are settings of Postgres, but orders is a MariaDB',
    ]);
    expect(relatedOf(text)).toEqual([
      [
        '23:13 the engine',
        '34:7 sizing.workMem',
        '36:7 kubedb.standbyMode',
        '37:7 kubedb.streamingMode',
        '38:7 kubedb.leaderElection',
        '39:7 kubedb.walKeepSize',
      ],
    ]);
    expect(fixesOf(text)).toEqual(['write engine: postgres, or remove them']);
  });

  test('reports a single one with what to write instead, and no replication beside it', () => {
    const text = `${goodTopology}    sizing: { sharedBuffers: 1Gi }\n    replication: primary-replica\n`;
    expect(findingsOf(text)).toEqual([
      'error provider/field 32:15 sizing.sharedBuffers is a setting of Postgres, but orders is a MariaDB',
    ]);
    expect(fixesOf(text)).toEqual(['write bufferPool, a size or a share such as 70%, instead']);
  });

  test('reports settings of MariaDB on a Postgres', () => {
    const text = `${postgres}    sizing:
      bufferPool: 70%
      gcache: 1Gi
    kubedb:
      wsrepSSTMethod: rsync
`;
    expect(findingsOf(text)).toEqual([
      'error provider/field 33:7 sizing.bufferPool and 2 more are settings of MariaDB, but orders is a Postgres',
    ]);
    expect(fixesOf(text)).toEqual(['write engine: mariadb, or remove them']);
  });

  test('is content with what each engine has', () => {
    const shared = '    rootPasswordSecret: { name: orders-root, key: password }\n';
    expect(
      findingsOf(`${goodTopology}${shared}    replication: galera
    sizing: { bufferPool: 40%, gcache: 1Gi, maxConnections: 20 }
    kubedb: { wsrepSSTMethod: rsync, placementPolicy: orders }
`),
    ).toEqual([]);
    expect(
      findingsOf(`${postgres}${shared}    replication: primary-replica
    sizing: { sharedBuffers: 256Mi, workMem: 4Mi, maxConnections: 12 }
    kubedb: { standbyMode: Hot, leaderElection: { period: 300ms }, walKeepSize: 1Gi }
`),
    ).toEqual([]);
  });

  test.each([
    [goodTopology, 'statefulset: {}', 'statefulset', 'kubedb'],
    [goodTopology, 'mariadbOperator: {}', 'mariadb-operator', 'kubedb'],
    [operatorTopology, 'statefulset: {}', 'statefulset', 'mariadb-operator'],
    [siteTopology, 'mariadbOperator: {}', 'mariadb-operator', 'statefulset'],
  ])('reports the block of another provider', (text, block, owner, provider) => {
    const asked = text + lines(block);
    expect(findingsOf(asked)).toEqual([
      expect.stringMatching(
        new RegExp(`^error provider/field \\d+:5 \\w+ has a block for ${owner}, but ${provider} runs it$`),
      ),
    ]);
    expect(fixesOf(asked)).toEqual([`write provider: ${owner}, or remove the block`]);
  });

  test('reports a version beside an image', () => {
    const text = siteTopology + lines('version: "11.8.8"', 'image: mariadb:11.8.8');
    expect(findingsOf(text)).toEqual(['error provider/field 23:12 wiki says both a version and an image']);
    expect(relatedOf(text)).toEqual([['22:14 the version']]);
  });

  test.each([
    [siteTopology, 'statefulset'],
    [operatorTopology, 'mariadb-operator'],
  ])('reports an engine that the provider does not run, and no more', (text, provider) => {
    const asked = change(text, 'engine: mariadb', 'engine: postgres') + lines('replication: primary-replica');
    expect(findingsOf(asked).filter((each) => each.includes('provider/field'))).toEqual([
      `error provider/field 15:13 ${provider} runs no Postgres: wiki`,
    ]);
  });

  test('reports a password that nobody makes', () => {
    const without = (text: string): string =>
      change(text, '    rootPasswordSecret: { name: wiki-root }\n', '');
    expect(findingsOf(without(siteTopology))).toEqual([
      "error provider/field 12:5 wiki names no secret with the administrator's password",
    ]);
    expect(findingsOf(without(operatorTopology))).toEqual([]);
  });

  test.each([
    [siteTopology, 'deletionPolicy: Halt', 'deletionPolicy', 'statefulset'],
    [siteTopology, 'tls: { issuer: { name: ca } }', 'tls.issuer', 'statefulset'],
    [siteTopology, 'tls: { enabled: false }', 'tls.enabled', 'statefulset'],
    [operatorTopology, 'deletionPolicy: Halt', 'deletionPolicy', 'mariadb-operator'],
    [operatorTopology, 'service: { fromNamespaces: [shop] }', 'service.fromNamespaces', 'mariadb-operator'],
    [goodTopology, 'tls: { secret: orders-tls }', 'tls.secret', 'kubedb'],
    [goodTopology, 'imagePullSecrets: [registry]', 'imagePullSecrets', 'kubedb'],
    [goodTopology, 'scheduling: { priorityClassName: high }', 'scheduling', 'kubedb'],
  ])('reports %#: what a provider does not know', (text, line, path, provider) => {
    expect(findingsOf(text + lines(line)).filter((each) => each.includes('provider/field'))).toEqual([
      expect.stringMatching(new RegExp(` has ${path}, which ${provider} cannot set$`)),
    ]);
  });

  test.each([
    [siteTopology, 'primary-replica', 'write galera, or remove it'],
    [operatorTopology, 'none', 'write galera or primary-replica, or remove it'],
  ])('reports a replication that others have not', (text, replication, fix) => {
    const asked = text + lines(`replication: ${replication}`);
    expect(findingsOf(asked).filter((each) => each.includes('provider/field'))).toEqual([
      expect.stringMatching(
        new RegExp(
          `^error provider/field 22:18 .* cannot run 3 MariaDB replicas with replication ${replication}$`,
        ),
      ),
    ]);
    expect(fixesOf(asked)).toContain(fix);
  });
});
