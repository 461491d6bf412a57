import { expect, test } from 'vitest';
import { change, goodTopology } from '../testing.js';
import {
  fixOf,
  found,
  foundIn,
  inlineFile,
  inlineSettings,
  withOptions,
  withSettings,
} from './config.testing.js';

const id = 'config/operator-owned';

test.each([
  ['binlog_format: MIXED', 22, 'binlog_format is MIXED, where the cluster needs ROW'],
  ['innodb-autoinc-lock-mode: 1', 33, 'innodb-autoinc-lock-mode is 1, where the cluster needs 2'],
  ['default_storage_engine: MyISAM', 31, 'default_storage_engine is MyISAM, where the cluster needs InnoDB'],
  ['wsrep_on: false', 17, 'wsrep_on is OFF, where the cluster needs ON'],
  ['bind-address: 127.0.0.1', 21, 'bind-address is 127.0.0.1, where the cluster needs 0.0.0.0'],
  ['wsrep_cluster_address: gcomm://', 7, "wsrep_cluster_address is KubeDB's to set"],
  ['wsrep_sst_method: rsync', 7, "wsrep_sst_method is KubeDB's to set"],
  ['wsrep_node_name: a', 7, 'wsrep_node_name would be the same on every replica'],
  ['skip-networking: true', 24, 'skip-networking is ON, where the cluster needs OFF'],
])('MariaDB, %s', (line, column, message) => {
  expect(found(id, withOptions(line))).toEqual([`error ${id} 33:${column} ${message}`]);
});

test('is content with what KubeDB would set itself', () => {
  const same = [
    'binlog_format: row',
    'wsrep_on: true',
    'bind-address: 0.0.0.0',
    'innodb_autoinc_lock_mode: 2',
  ];
  expect(found(id, withOptions(...same))).toEqual([]);
});

test('leaves values that no server takes to their rule', () => {
  expect(found(id, withOptions('binlog_format: SOME', 'wsrep_on: "yes"'))).toEqual([]);
  expect(found(id, withSettings('wal_level: some'))).toEqual([]);
});

test('is content with a server alone', () => {
  const alone = change(
    change(goodTopology, 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''),
    'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
    'replicas: 1',
  );
  expect(found(id, `${alone}    config: { binlog_format: MIXED }\n`)).toEqual([]);
});

test.each([
  ['archive_command: /bin/true', 7, "archive_command is KubeDB's to set"],
  ['archive_mode: off', 21, 'archive_mode is off, where the cluster needs always'],
  ['wal_level: minimal', 18, 'wal_level is minimal, where the cluster needs replica or logical'],
  ['hot_standby: false', 20, 'hot_standby is off, where the cluster needs on'],
  ['primary_slot_name: a', 7, 'primary_slot_name would be the same on every replica'],
])('Postgres, %s', (line, column, message) => {
  expect(found(id, withSettings(line))).toEqual([`error ${id} 41:${column} ${message}`]);
});

test('is content with Postgres settings that fit', () => {
  expect(found(id, withSettings('wal_level: logical', 'archive_mode: always', 'work_mem: 8MB'))).toEqual([]);
  expect(fixOf(withSettings('synchronous_standby_names: "*"'))).toBe(
    'remove it, and write kubedb.streamingMode',
  );
});

test('manifests', () => {
  expect(foundIn(id, inlineFile('[mysqld]', 'wsrep_sst_auth = root:hidden'))).toEqual([
    `error ${id} 13:9 wsrep_sst_auth is KubeDB's to set`,
  ]);
  expect(foundIn(id, inlineSettings("listen_addresses = 'localhost'"))).toEqual([
    `error ${id} 11:28 listen_addresses is localhost, where the cluster needs *`,
  ]);
});

test('a server that only recovers never runs', () => {
  expect(found(id, withOptions('wsrep_recover: true'))).toEqual([
    `error ${id} 33:22 wsrep_recover is ON, where the cluster needs OFF`,
  ]);
  expect(found(id, withOptions('wsrep_recover: false'))).toEqual([]);
});
