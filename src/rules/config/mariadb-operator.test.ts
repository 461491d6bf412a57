import { describe, expect, test } from 'vitest';
import { Findings, locationOf, sortDiagnostics } from '../../diagnostics/index.js';
import { ManifestSet, readManifests } from '../../manifests/index.js';
import { rulesOf } from '../catalogue.js';
import { change } from '../testing.js';
import { foundIn, operatorObject, operatorOptions } from './config.testing.js';

const owned = 'config/operator-owned';

/** Findings about options, as `severity id line:column message -> fix`. */
function found(text: string): string[] {
  const { manifests } = readManifests({ name: 'm', content: text });
  const findings = new Findings();
  for (const rule of rulesOf('manifests')) rule.run('manifests', new ManifestSet(manifests), findings);
  return sortDiagnostics([...findings.list()])
    .filter(({ id }) => id.startsWith('config/'))
    .map((each) => `${each.severity} ${each.id} ${locationOf(each).slice(2)} ${each.message} -> ${each.fix}`);
}

function ofMyCnf(line: string, ...spec: readonly string[]): string[] {
  return found(operatorObject(['[mariadb]', line], ...spec));
}

/** Without Galera: `replication: { enabled: true }` and what else is said. */
function withReplication(line: string, ...spec: readonly string[]): string[] {
  const object = operatorObject(['[mariadb]', line], ...spec);
  return found(change(object, '  galera:\n    enabled: true', '  replication:\n    enabled: true'));
}

describe('what the operator writes, and myCnf would win over', () => {
  const leave = 'remove it; mariadb-operator writes it for every replica';
  const own = "remove it; mariadb-operator's own value is the one that works";

  test.each([
    ['wsrep_cluster_name=orders', 5, "wsrep_cluster_name is mariadb-operator's to set", leave],
    ['wsrep-cluster-address=gcomm://', 5, "wsrep-cluster-address is mariadb-operator's to set", leave],
    [
      'wsrep_provider=/usr/lib/libgalera_smm.so',
      5,
      "wsrep_provider is mariadb-operator's to set",
      'remove it; galeraLibPath of the object says it',
    ],
    [
      'wsrep_sst_method=rsync',
      5,
      "wsrep_sst_method is mariadb-operator's to set",
      'remove it, and write mariadbOperator.sst, galera.sst of the object',
    ],
    [
      'wsrep_new_cluster',
      5,
      'wsrep_new_cluster would be the same on every replica',
      'remove it; the operator says which replica begins',
    ],
    ['binlog_format=MIXED', 19, 'binlog_format is MIXED, where the cluster needs ROW', own],
    ['innodb_autoinc_lock_mode=1', 30, 'innodb_autoinc_lock_mode is 1, where the cluster needs 2', own],
    ['bind-address=127.0.0.1', 18, 'bind-address is 127.0.0.1, where the cluster needs 0.0.0.0', own],
    ['datadir=/data', 13, 'datadir is /data, where the cluster needs /var/lib/mysql', own],
    [
      'socket=/tmp/mysql.sock',
      12,
      'socket is /tmp/mysql.sock, where the cluster needs /run/mysqld/mysqld.sock',
      own,
    ],
    ['port=3307', 10, 'port is 3307, where the cluster needs 3306', own],
    [
      'ssl_cert=/etc/own/tls.crt',
      5,
      "ssl_cert is mariadb-operator's to set",
      'remove it; tls says which certificate the server has',
    ],
    ['tls_version=TLSv1.2', 17, 'tls_version is TLSv1.2, where the cluster needs TLSv1.3 among them', own],
    [
      'require_secure_transport=ON',
      5,
      "require_secure_transport is mariadb-operator's to set",
      'remove it, and write tls.required',
    ],
    [
      'max_prepared_stmt_count=1',
      29,
      'max_prepared_stmt_count is 1, where the agent beside it needs 2 or more',
      'remove it',
    ],
    [
      'wsrep_data_home_dir=/data',
      25,
      'wsrep_data_home_dir is /data, where the cluster needs /var/lib/mysql',
      own,
    ],
  ])('%s', (line, column, message, fix) => {
    expect(ofMyCnf(line)).toEqual([`error ${owned} 14:${column} ${message} -> ${fix}`]);
  });

  test.each([
    'binlog_format=row',
    'bind-address=*',
    'bind-address=0.0.0.0',
    'port=3306',
    'socket=/run/mysqld/mysqld.sock',
    'tls_version=TLSv1.2,TLSv1.3',
    'max_prepared_stmt_count=16382',
    'max_prepared_stmt_count=1K',
    'bind-address=0.0.0.0,::',
    'ssl=ON',
    'wsrep_slave_threads=4',
    'wsrep_max_ws_size=128M',
    'wsrep_sst_donor=orders-2,',
    'skip-log-bin',
    'server_id=4',
    'gtid_domain_id=4',
    'sync_binlog=1',
    'ssl_cipher=AES128-SHA',
  ])('%s is free', (line) => {
    expect(ofMyCnf(line)).toEqual([]);
  });

  test('what examples of the operator say is right', () => {
    const lines = [
      '[mariadb]',
      'bind-address=*',
      'default_storage_engine=InnoDB',
      'binlog_format=row',
      'innodb_autoinc_lock_mode=2',
      'innodb_buffer_pool_size=1024M',
      'max_allowed_packet=256M',
      'skip-name-resolve',
    ];
    expect(found(operatorObject(lines))).toEqual([]);
    expect(found(operatorObject(lines, 'tls: { enabled: true, required: true }'))).toEqual([]);
  });

  test('a port is that of the object', () => {
    expect(ofMyCnf('port=3307', 'port: 3307')).toEqual([]);
    expect(ofMyCnf('port=3306', 'port: 3307')).toEqual([
      `error ${owned} 14:10 port is 3306, where the cluster needs 3307 -> ${own}`,
    ]);
  });

  test('certificates are the own ones of a server to which the operator gives none', () => {
    expect(ofMyCnf('ssl_cert=/etc/own/tls.crt', 'tls: { enabled: false }')).toEqual([]);
    // What says something else of tls turns it off.
    expect(ofMyCnf('ssl_cert=/etc/own/tls.crt', 'tls: { required: true }')).toEqual([]);
    expect(ofMyCnf('ssl_cert=/etc/own/tls.crt', 'tls: { enabled: true }')).toHaveLength(1);
  });

  test('a server alone', () => {
    const alone = (line: string): string[] =>
      found(
        change(
          operatorObject(['[mariadb]', line]),
          '  replicas: 3\n  galera:\n    enabled: true\n',
          '  replicas: 1\n',
        ),
      );
    for (const line of ['binlog_format=MIXED', 'wsrep_cluster_name=a', 'max_prepared_stmt_count=1'])
      expect(alone(line)).toEqual([]);
    expect(alone('bind-address=127.0.0.1')).toEqual([
      `error ${owned} 12:18 bind-address is 127.0.0.1, where the cluster needs 0.0.0.0 -> ${own}`,
    ]);
  });
});

describe('the options of the library', () => {
  test('in a file, where they replace all of the operator', () => {
    expect(ofMyCnf('wsrep_provider_options="gcache.size=1G"')).toEqual([
      `error ${owned} 14:5 wsrep_provider_options in a file replaces every option of mariadb-operator's own -> write its options under spec.galera.providerOptions: the address of each replica and the certificates are in the string that this one replaces`,
    ]);
  });

  test.each([
    [
      'gcache.sise: 1G',
      'error config/galera-options 12:7 the Galera provider has no option gcache.sise -> did you mean gcache.size?',
    ],
    [
      'gcache.size: 128MB',
      'error config/galera-options 12:7 the Galera provider does not take gcache.size = 128MB -> write a whole number, with K, M, G or T for powers of 1024 and nothing after it',
    ],
    [
      'evs.suspect_timeout: PT0.2S',
      'error config/galera-options 12:7 evs.suspect_timeout is PT0.2S, below evs.keepalive_period, which is PT1S -> raise evs.suspect_timeout to at least PT1S',
    ],
    [
      'gcache.size=1G: "1"',
      'error config/galera-options 12:7 the Galera provider has no option gcache.size=1G -> write one option in each field, its value after the colon',
    ],
    [
      'gmcast.segment: "1"',
      'warning config/galera-values 12:7 gmcast.segment is 1 on every replica -> remove it: all replicas have one configuration, so segments cannot differ by zone',
    ],
    [
      'pc.bootstrap: "true"',
      'warning config/galera-values 12:7 pc.bootstrap makes every replica that starts a cluster of its own -> remove it; it is a command for one replica in an emergency',
    ],
    [
      'gmcast.listen_addr: tcp://10.0.0.1:4567',
      `error ${owned} 12:7 gmcast.listen_addr is mariadb-operator's to set -> remove it; each replica is given its own address`,
    ],
    [
      'socket.ssl_ca: /etc/own/ca.crt',
      `error ${owned} 12:7 socket.ssl_ca is mariadb-operator's to set -> remove it; tls says which certificate the server has`,
    ],
  ])('%s', (option, finding) => {
    expect(found(operatorOptions(option))).toEqual([finding]);
  });

  test('each of several stands for itself', () => {
    expect(
      found(
        operatorOptions('gcache.size: 64M', "gcache.page_size: '64M'", 'evs.sispect: PT5S', 'pc.weight: "2"'),
      ),
    ).toEqual([
      'error config/galera-options 14:7 the Galera provider has no option evs.sispect -> remove it',
      'warning config/galera-values 15:7 pc.weight is 2 on every replica -> remove it: equal weights are no weights',
    ]);
  });

  test.each(['gcache.size: 64M', 'gcs.fc_limit: "256"', 'evs.suspect_timeout: PT10S', 'gcs.fc_limit: 256'])(
    '%s is free',
    (option) => {
      expect(found(operatorOptions(option))).toEqual([]);
    },
  );

  test('of a server that is no member nobody makes a string', () => {
    const object = change(operatorOptions('gcache.sise: 1G'), 'enabled: true', 'enabled: false');
    expect(found(object)).toEqual([]);
  });

  test.each(['""', '" "', '1G;gcs.fc_limit=16', '\'"1G"\'', '"1\\nG"'])(
    'a value %s that spoils the string is mariadb-operator/provider-options',
    (value) => {
      expect(found(operatorOptions(`gcache.size: ${value}`))).toEqual([]);
    },
  );

  test('the key that the webhook refuses is its finding', () => {
    expect(foundIn(owned, operatorOptions('ist.recv_addr: 10.0.0.1:4568'))).toEqual([]);
    expect(foundIn('config/galera-values', operatorOptions('ist.recv_addr: 10.0.0.1:4568'))).toEqual([]);
  });
});

describe('replication by the binary log', () => {
  test.each([
    [
      'server_id=4',
      5,
      'server_id would be the same on every replica',
      'remove it; the operator gives each replica one of its own',
    ],
    [
      'gtid_domain_id=4',
      5,
      "gtid_domain_id is mariadb-operator's to set",
      'remove it; replication.gtidDomainId of the object says it',
    ],
    [
      'rpl_semi_sync_master_enabled=OFF',
      5,
      "rpl_semi_sync_master_enabled is mariadb-operator's to set",
      'remove it; the fields replication.semiSync of the object say it',
    ],
  ])('%s', (line, column, message, fix) => {
    expect(withReplication(line)).toEqual([`error ${owned} 14:${column} ${message} -> ${fix}`]);
  });

  test('what no replica depends on is free', () => {
    // Without a binary log: mariadb-operator/binary-log.
    for (const line of ['binlog_format=MIXED', 'sync_binlog=1', 'log_slave_updates=ON', 'skip-log-bin'])
      expect(withReplication(line)).toEqual([]);
  });

  test('members of several clusters', () => {
    const several = 'multiCluster: { enabled: true, primary: orders, members: [{ name: orders }] }';
    const remedy = 'remove it; mariadbOperator.multiCluster says it, galera of the object';
    expect(ofMyCnf('server_id=4', several)).toEqual([
      `error ${owned} 14:5 server_id is mariadb-operator's to set -> ${remedy}`,
    ]);
    expect(ofMyCnf('wsrep_gtid_domain_id=4', several)).toEqual([
      `error ${owned} 14:5 wsrep_gtid_domain_id is mariadb-operator's to set -> ${remedy}`,
    ]);
    expect(ofMyCnf('log_slave_updates=OFF', several)).toEqual([
      `error ${owned} 14:23 log_slave_updates is OFF, where whoever replicates from it needs ON -> remove it`,
    ]);
    expect(ofMyCnf('log_bin', several)).toEqual([]);
  });
});

describe('what a field of the object says as well', () => {
  test.each([
    ['default_time_zone=Europe/Berlin', 'timeZone: UTC', 'timeZone'],
    ['default_time_zone=SYSTEM', 'timeZone: UTC', 'timeZone'],
  ])('%s beside %s', (line, field, name) => {
    expect(ofMyCnf(line, field)).toEqual([
      `warning config/unsafe 14:5 default_time_zone overrides what the database object says -> remove it, and write ${name} of the object`,
    ]);
  });

  test('threads', () => {
    const object = (threads: string): string =>
      change(
        operatorObject(['[mariadb]', 'wsrep_slave_threads=4']),
        '    enabled: true',
        `    enabled: true\n    replicaThreads: ${threads}`,
      );
    expect(found(object('8'))).toEqual([
      'warning config/unsafe 15:5 wsrep_slave_threads overrides what the database object says -> remove it, and write galera.replicaThreads of the object',
    ]);
    expect(found(object('4'))).toEqual([]);
  });
});

describe('files', () => {
  const withMap = (key: string, map: string): string => `${change(
    operatorObject([]),
    '  myCnf: |\n',
    `  myCnfConfigMapKeyRef:\n    name: config\n    key: ${key}\n`,
  )}---
apiVersion: v1
kind: ConfigMap
metadata:
  name: config
  namespace: shop
data:
${map}`;

  test('names are mariadb-operator/configuration-reference', () => {
    for (const key of ['mycnf', '1-tls.cnf', 'my.cnf']) {
      expect(found(withMap(key, `  ${key}: ""\n`))).toEqual([]);
      expect(found(withMap(key, '  other: ""\n'))).toEqual([]);
    }
  });

  test('a ConfigMap is read in its place, for several servers once', () => {
    const text = withMap('my.cnf', '  my.cnf: |\n    [mariadb]\n    max_conections=20\n');
    const finding =
      'error config/option-unknown 24:5 MariaDB 11.8.8 has no option max_conections -> did you mean max_connections?';
    expect(found(text)).toEqual([finding]);
    expect(
      found(
        `${text}---\n${operatorObject([]).replace('name: orders', 'name: other').replace('  myCnf: |\n', '  myCnfConfigMapKeyRef: { name: config, key: my.cnf }\n')}`,
      ),
    ).toEqual([finding]);
  });

  test('of both the object counts', () => {
    const text = withMap('my.cnf', '  my.cnf: |\n    [mariadb]\n    max_conections=20\n');
    const both = change(text, 'spec:\n', 'spec:\n  myCnf: |\n    [mariadb]\n    max_connections=20\n');
    expect(found(both)).toEqual([]);
  });

  test('what stands before a group is at its line', () => {
    expect(found(operatorObject(['max_connections=20']))).toEqual([
      'error config/file-form 13:5 max_connections stands before any group -> put [mysqld] on a line before it',
    ]);
  });
});

describe('the version', () => {
  const line = 'innodb_defragment=OFF';
  const ofImage = (image: string, option = line): string[] =>
    found(change(operatorObject(['[mariadb]', option]), 'image: mariadb:11.8.8', image)).map((each) =>
      each.replace(/ ->.*/, ''),
    );

  test('is that of the image', () => {
    expect(ofImage('image: docker.io/library/mariadb:10.11.18-jammy')).toEqual([]);
    expect(ofImage('image: mariadb:11.8.8')).toEqual([
      'warning config/option-doubtful 14:5 innodb_defragment does nothing any more',
    ]);
    expect(ofImage('image: mariadb:10.11.18', 'mhnsw_max_cache_size=16M')).toEqual([
      'error config/option-unknown 14:5 MariaDB 10.11.18 has no option mhnsw_max_cache_size yet; it came with a version between 11.0 and 11.8',
    ]);
  });

  test("is the operator's usual one without an image, and unknown with a digest alone", () => {
    expect(ofImage('suspend: false', 'max_conections=4')).toEqual([
      'error config/option-unknown 14:5 MariaDB 11.8 has no option max_conections',
    ]);
    expect(ofImage(`image: mariadb@sha256:${'0'.repeat(64)}`, 'max_conections=4')).toEqual([
      'warning config/option-doubtful 14:5 whether MariaDB of an unknown version has an option max_conections is not known here',
    ]);
  });
});
