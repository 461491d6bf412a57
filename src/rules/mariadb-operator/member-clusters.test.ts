import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf } from '../testing.js';

const id = 'mariadb-operator/member-clusters';

/** A database on three clusters; its members stand from line 28 on. */
const good = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata:
  name: shop
clusters:
  - { name: fra, distribution: rke2 }
  - { name: ams, distribution: rke2 }
  - { name: par, distribution: rke2 }
databases:
  - name: orders
    namespace: shop
    provider: mariadb-operator
    engine: mariadb
    placement:
      - { cluster: fra, replicas: 3 }
      - { cluster: ams, replicas: 3 }
      - { cluster: par, replicas: 3 }
    rootPasswordSecret: { name: orders-root }
    storage: { size: 20Gi }
    mariadbOperator:
      backups:
        - name: nightly
          schedule: "0 3 * * *"
          s3: { bucket: backups, endpoint: s3.example.com, accessKeyId: { name: s3, key: id }, secretAccessKey: { name: s3, key: secret } }
      multiCluster:
        primary: fra
        replicationPasswordSecret: { name: orders-replication }
        members:
          - { cluster: fra, host: fra.example.com }
          - { cluster: ams, host: ams.example.com }
          - { cluster: par, host: par.example.com }
    tls: { issuer: { name: shop-ca } }
`;

const own = (text: string): string[] => findingsOf(text).filter((each) => each.includes(` ${id} `));

describe(id, () => {
  test('is content with clusters that differ in everything', () => {
    expect(findingsOf(good)).toEqual([]);
    const replicas = change(
      good.replaceAll('replicas: 3', 'replicas: 2'),
      'engine: mariadb\n',
      'engine: mariadb\n    replication: primary-replica\n',
    );
    expect(findingsOf(replicas)).toEqual([]);
  });

  test('reports a cluster that nobody can reach', () => {
    const text = change(good, '          - { cluster: par, host: par.example.com }\n', '');
    expect(own(text)).toEqual([
      `error ${id} 28:9 orders is placed on par, and multiCluster does not say how to reach it`,
    ]);
  });

  test('reports a misspelt member once', () => {
    const text = change(good, '- { cluster: par, host', '- { cluster: paris, host');
    expect(own(text)).toEqual([`error ${id} 31:24 paris is a member of orders and holds no replica of it`]);
    expect(fixesOf(text)).toContain('did you mean par?');
  });

  test('reports a member that stands there twice', () => {
    expect(own(change(good, '- { cluster: par, host', '- { cluster: ams, host'))).toEqual([
      `error ${id} 31:24 ams is a member of orders twice`,
    ]);
  });

  test('reports a primary that is no member', () => {
    expect(own(change(good, 'primary: fra', 'primary: fr'))).toEqual([
      `error ${id} 26:18 the primary of orders is fr, which is no member`,
    ]);
  });

  test('reports one address for two', () => {
    expect(own(change(good, 'par.example.com', 'ams.example.com'))).toEqual([
      `error ${id} 31:35 ams and par are both reached at ams.example.com`,
    ]);
    const ports = change(good, 'host: par.example.com', 'host: ams.example.com, port: 3307');
    expect(own(ports)).toEqual([]);
  });

  test('reports a cluster with one replica', () => {
    expect(own(change(good, '{ cluster: ams, replicas: 3 }', '{ cluster: ams, replicas: 1 }'))).toEqual([
      `error ${id} 16:35 orders has one replica on ams, and a member of several clusters replicates within itself too`,
    ]);
  });

  test.each([
    [
      'gtidDomainId: 3',
      'fra and ams would both use the GTID domain 3: ams takes 3 to 6',
      'give ams a gtidDomainId of 10 or more, before it runs for the first time',
    ],
    [
      'serverId: 10',
      'fra and ams would both use the server id 10: ams takes 10',
      'give ams a serverId of 20 or more, before it runs for the first time',
    ],
  ])('reports ids that two share: %s', (said, message, fix) => {
    const column = said.startsWith('gtid') ? 66 : 62;
    const text = change(good, 'host: ams.example.com', `host: ams.example.com, ${said}`);
    expect(own(text)).toEqual([`error ${id} 30:${column} ${message}`]);
    expect(fixesOf(text)).toContain(fix);
    const near = change(
      good,
      'host: ams.example.com',
      'host: ams.example.com, gtidDomainId: 4, serverId: 11',
    );
    expect(own(near)).toEqual([]);
  });

  test('reports ids of primaries with replicas: of domains one each, of servers as many as replicas', () => {
    const text = change(good, 'engine: mariadb\n', 'engine: mariadb\n    replication: primary-replica\n');
    expect(own(change(text, 'host: ams.example.com', 'host: ams.example.com, gtidDomainId: 1'))).toEqual([]);
    expect(own(change(text, 'host: ams.example.com', 'host: ams.example.com, serverId: 12'))).toEqual([
      `error ${id} 31:62 fra and ams would both use the server id 12: ams takes 12 to 14`,
    ]);
  });

  test('reports passwords that each operator would make up', () => {
    expect(own(change(good, '    rootPasswordSecret: { name: orders-root }\n', ''))).toEqual([
      `error ${id} 27:9 orders names no secret with the administrator's password, which must be the same in all its clusters`,
    ]);
  });

  test('reports certificates that each cluster signs for itself', () => {
    const issuer = '    tls: { issuer: { name: shop-ca } }\n';
    for (const tls of ['', '    tls: { required: true }\n']) {
      expect(own(change(good, issuer, tls))).toEqual([
        `error ${id} 28:9 the certificates of orders are signed by each cluster for itself, and no other one believes them`,
      ]);
    }
    expect(findingsOf(change(good, issuer, '    tls: { secret: orders-tls }\n'))).toEqual([]);
    expect(findingsOf(change(good, issuer, '    tls: { enabled: false }\n'))).toEqual([]);
  });

  test('reports a member that stands in the place of another once', () => {
    const text = change(good, 'cluster: par, host', 'cluster: ams, host');
    expect(own(text)).toEqual([`error ${id} 31:24 ams is a member of orders twice`]);
    expect(fixesOf(text)).toContain('did you mean par?');
  });

  test('reports a port in the host', () => {
    expect(findingsOf(change(good, 'host: par.example.com', 'host: "par.example.com:3306"'))).toHaveLength(1);
    expect(findingsOf(change(good, 'host: par.example.com', 'host: "fd00::10"'))).toEqual([]);
  });

  test('reports that no cluster can start from the primary', () => {
    expect(own(change(good, 'name: nightly\n', 'name: nightly\n          kind: logical\n'))).toEqual([
      `error ${id} 21:7 orders has no physical backup on S3 from which the clusters that follow can start`,
    ]);
  });
});
