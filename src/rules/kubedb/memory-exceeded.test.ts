import { expect, test } from 'vitest';
import { database, findingsOf, fixesOf, goodTopology, manifestFindingsOf, relatedOf } from '../testing.js';

const own = (findings: readonly string[]): string[] =>
  findings.filter((each) => each.includes(' kubedb/memory-exceeded '));

const postgres = goodTopology + database({ name: 'ledger', engine: 'postgres' });

test('a pool beyond what KubeDB gives', () => {
  const text = `${goodTopology}    sizing: { bufferPool: 1Gi }\n`;
  expect(findingsOf(text)).toEqual([
    "error kubedb/memory-exceeded 32:27 sizing.bufferPool of orders is 1Gi, and its container has 1Gi, KubeDB's default",
  ]);
  expect(fixesOf(text)).toEqual([
    'write half of the memory, 512Mi, or give the container more under resources.memory',
  ]);
});

test('a pool beyond what is asked for', () => {
  const text = `${goodTopology}    resources: { memory: 2Gi }\n    sizing: { bufferPool: 4Gi }\n`;
  expect(findingsOf(text)).toEqual([
    'error kubedb/memory-exceeded 33:27 sizing.bufferPool of orders is 4Gi, and its container has 2Gi',
  ]);
  expect(relatedOf(text)).toEqual([['32:26 its memory']]);
});

test('an option', () => {
  expect(own(findingsOf(`${goodTopology}    config: { innodb-buffer-pool-size: 3G }\n`))).toEqual([
    "error kubedb/memory-exceeded 32:40 innodb-buffer-pool-size of orders is 3G, and its container has 1Gi, KubeDB's default",
  ]);
  expect(own(findingsOf(`${postgres}    config: { shared_buffers: 131072 }\n`))).toEqual([
    "error kubedb/memory-exceeded 40:31 shared_buffers of ledger is 131072, and its container has 1Gi, KubeDB's default",
  ]);
});

test('shared buffers', () => {
  const text = `${postgres}    resources: { memory: 1Gi }\n    sizing: { sharedBuffers: 2Gi }\n`;
  expect(own(findingsOf(text))).toHaveLength(1);
  expect(fixesOf(text)).toEqual([
    'write a quarter of the memory, 256Mi, or give the container more under resources.memory',
  ]);
});

test('is content with less, and with a share', () => {
  expect(findingsOf(`${goodTopology}    sizing: { bufferPool: 1023Mi }\n`)).toEqual([]);
  expect(findingsOf(`${goodTopology}    sizing: { bufferPool: 99% }\n`)).toEqual([]);
  expect(own(findingsOf(`${postgres}    sizing: { sharedBuffers: 512Mi }\n`))).toEqual([]);
});

test('manifests', () => {
  const object = (memory: string): string => `apiVersion: kubedb.com/v1
kind: MariaDB
metadata: { name: orders }
spec:
  podTemplate:
    spec:
      containers:
        - name: mariadb
          resources: { limits: { memory: ${memory} } }
  configuration:
    inline:
      md.cnf: |
        [mysqld]
        innodb_buffer_pool_size = 2G
`;
  expect(own(manifestFindingsOf(object('1Gi')))).toEqual([
    'error kubedb/memory-exceeded 12:7 innodb_buffer_pool_size of orders is 2G, and its container has 1Gi',
  ]);
  expect(own(manifestFindingsOf(object('4Gi')))).toEqual([]);
});
