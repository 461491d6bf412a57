import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, manifestFindingsOf, relatedOf } from '../testing.js';

const own = (findings: readonly string[]): string[] =>
  findings.filter((each) => each.includes(' kubedb/volume-exceeded '));

const postgres = (size: string): string =>
  change(
    change(
      goodTopology,
      'engine: mariadb\n    version: "11.8.5"',
      'engine: postgres\n    version: 17.9-bookworm',
    ),
    '20Gi',
    size,
  );

describe('Postgres', () => {
  test('on a volume smaller than the WAL that KubeDB keeps', () => {
    expect(findingsOf(postgres('500Mi'))).toEqual([
      'error kubedb/volume-exceeded 31:22 the volume of orders is 500Mi, and 1.5Gi go to WAL for standbys',
    ]);
    expect(fixesOf(postgres('500Mi'))).toEqual(['make it at least 10Gi, or lower kubedb.walKeepSize']);
  });

  test('on one that holds no more than the WAL', () => {
    expect(own(findingsOf(postgres('1536Mi')))).toHaveLength(1);
    expect(own(findingsOf(postgres('1537Mi')))).toEqual([]);
  });

  test('that is told to keep more', () => {
    const text = `${postgres('20Gi')}    kubedb: { walKeepSize: 30Gi }\n`;
    expect(own(findingsOf(text))).toEqual([
      'error kubedb/volume-exceeded 31:22 the volume of orders is 20Gi, and 30Gi go to WAL for standbys',
    ]);
    expect(relatedOf(text)).toEqual([['32:28 WAL for standbys: 30Gi']]);
  });
});

describe('MariaDB', () => {
  test('with a cache larger than the volume', () => {
    for (const more of [
      '    sizing: { gcache: 30Gi }\n',
      '    config: { wsrep_provider_options: gcache.size=30G }\n',
    ]) {
      expect(own(findingsOf(goodTopology + more))).toEqual([
        "error kubedb/volume-exceeded 31:22 the volume of orders is 20Gi, and 30.1Gi go to an empty data directory with its redo log and Galera's cache of write sets",
      ]);
    }
  });

  test('with a redo log larger than the volume', () => {
    expect(own(findingsOf(`${goodTopology}    config: { innodb-log-file-size: 20G }\n`))).toHaveLength(1);
  });

  test('is content with room', () => {
    expect(findingsOf(`${goodTopology}    sizing: { gcache: 4Gi }\n`)).toEqual([]);
  });
});

test('manifests', () => {
  const object = (kind: string, spec: string): string => `apiVersion: kubedb.com/v1
kind: ${kind}
metadata: { name: ledger }
spec:
  replicas: 3
  storage: { resources: { requests: { storage: 500Mi } } }
${spec}`;
  expect(own(manifestFindingsOf(object('Postgres', '')))).toEqual([
    'error kubedb/volume-exceeded 6:48 the volume of ledger is 500Mi, and 1.5Gi go to WAL for standbys',
  ]);
  const slots = '  replication: { walLimitPolicy: ReplicationSlot }\n';
  expect(own(manifestFindingsOf(object('Postgres', slots)))).toEqual([]);
  const little = '  replication: { walLimitPolicy: WALKeepSize, walKeepSize: 64 }\n';
  expect(own(manifestFindingsOf(object('Postgres', little)))).toEqual([]);
  const cache = `  configuration:
    inline:
      md.cnf: |
        [mysqld]
        wsrep_provider_options="gcs.fc_limit=64;gcache.size=1G"
`;
  expect(own(manifestFindingsOf(object('MariaDB', cache)))).toHaveLength(1);
  expect(own(manifestFindingsOf(object('MariaDB', '')))).toEqual([]);
});
