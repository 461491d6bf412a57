import { describe, expect, test } from 'vitest';
import { lines, operatorTopology } from '../sites.testing.js';
import { change, findingsOf } from '../testing.js';
import { findingsBy, fixesBy, galera, mariadb, member, replication } from './objects.testing.js';

const id = 'mariadb-operator/binary-log';
const replicas = operatorTopology + lines('replication: primary-replica');
const own = (text: string): string[] => findingsOf(text).filter((each) => each.includes(` ${id} `));

test('replicas that have nothing to follow', () => {
  const wear = change(replicas, 'size: 64Gi', 'size: 64Gi, wearSaving: true');
  expect(own(wear)).toEqual([
    `error ${id} 20:28 storage.wearSaving switches off the binary log of wiki, which its replicas follow`,
  ]);
  expect(own(replicas + lines('config: { skip_log_bin: true }'))).toEqual([
    `error ${id} 23:15 skip_log_bin switches off the binary log of wiki, which its replicas follow`,
  ]);
  expect(own(replicas + lines('config: { log-bin: false }'))).toHaveLength(1);
});

test('Galera does without', () => {
  const wear = change(operatorTopology, 'size: 64Gi', 'size: 64Gi, wearSaving: true');
  expect(own(wear)).toEqual([]);
  expect(own(operatorTopology + lines('config: { skip-log-bin: true }'))).toEqual([]);
  expect(own(replicas + lines('config: { skip-log-bin: false }'))).toEqual([]);
  expect(own(replicas + lines('config: { log-bin: mariadb-bin }'))).toEqual([]);
});

test('clusters that follow', () => {
  const text = `${change(
    change(operatorTopology, 'databases:\n', '  - { name: east, distribution: rke2 }\ndatabases:\n'),
    'replicas: 3\n',
    'replicas: 3\n      - { cluster: east, replicas: 3 }\n',
  )}    config: { skip-log-bin: true }
    mariadbOperator:
      backups:
        - { name: n, schedule: "0 3 * * *", s3: { bucket: backups, endpoint: s3.example.com, accessKeyId: { name: s3, key: id }, secretAccessKey: { name: s3, key: secret } } }
      multiCluster:
        primary: west
        replicationPasswordSecret: { name: wiki-replication }
        members: [{ cluster: west, host: a.example.com }, { cluster: east, host: b.example.com }]
    tls: { issuer: { name: wiki-ca } }
`;
  expect(findingsOf(text)[0]).toBe(
    `error ${id} 24:15 skip-log-bin switches off the binary log of wiki, which its other clusters follow`,
  );
});

describe('mariadb-operator/binary-log in manifests', () => {
  test('reports each way to switch it off', () => {
    expect(findingsBy(id, mariadb({ ...replication, myCnf: '|\n    [mariadb]\n    skip-log-bin' }))).toEqual([
      'error mariadb-operator/binary-log 11:5 skip-log-bin switches off the binary log of orders, which its replicas follow',
    ]);
    expect(
      findingsBy(
        id,
        mariadb({
          ...replication,
          myCnf: '|\n    [mysqld]\n    max_connections=9\n    loose_skip_log_bin=1',
        }),
      ),
    ).toEqual([
      'error mariadb-operator/binary-log 12:5 loose_skip_log_bin switches off the binary log of orders, which its replicas follow',
    ]);
    expect(findingsBy(id, member('east', { myCnf: '|\n    [mariadb]\n    disable-log-bin' }))).toEqual([
      'error mariadb-operator/binary-log 13:5 disable-log-bin switches off the binary log of east, which its other clusters follow',
    ]);
    expect(fixesBy(id, member('east', { myCnf: '|\n    [mariadb]\n    disable-log-bin' }))).toEqual([
      'remove the line',
    ]);
  });

  test('is content where nothing follows, and with a group that the server does not read', () => {
    expect(findingsBy(id, mariadb({ ...galera, myCnf: '|\n    [mariadb]\n    skip-log-bin' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ myCnf: '|\n    [mariadb]\n    skip-log-bin' }))).toEqual([]);
    expect(findingsBy(id, mariadb({ ...replication, myCnf: '|\n    [client]\n    skip-log-bin' }))).toEqual(
      [],
    );
    expect(findingsBy(id, mariadb(replication))).toEqual([]);
  });
});
