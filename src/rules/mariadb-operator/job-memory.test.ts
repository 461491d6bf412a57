import { expect, test } from 'vitest';
import { Findings, locationOf, positionAt } from '../../diagnostics/index.js';
import { ManifestSet, readManifests } from '../../manifests/index.js';
import { jobMemory } from './job-memory.js';

/** Findings as `severity line:column message -> fix`, then the other places. */
function found(content: string): string[] {
  const findings = new Findings();
  jobMemory.run('manifests', new ManifestSet(readManifests({ name: 'm', content }).manifests), findings);
  return findings.list().flatMap((each) => [
    `${each.severity} ${locationOf(each).slice(2)} ${each.message} -> ${each.fix}`,
    ...each.related.map(({ span, text }) => {
      const { line, column } = positionAt(span.file, span.start);
      return `${line}:${column} ${text}`;
    }),
  ]);
}

/** A Galera with a pool; its spec.galera stands at 9:3, its pool at 12:29, and lines of galera from 14 on. */
function galera(pool: string, ...lines: readonly string[]): string {
  return `apiVersion: k8s.mariadb.com/v1alpha1
kind: MariaDB
metadata:
  name: orders
  namespace: shop
spec:
  image: mariadb:11.8.8
  replicas: 3
  resources: { limits: { memory: 2Gi } }
  myCnf: |
    [mariadb]
    innodb_buffer_pool_size=${pool}
  galera:
    enabled: true
${lines.map((line) => `    ${line}\n`).join('')}`;
}

const both = 'initJob: { resources: { limits: { memory: 2Gi } } }';
const recovery = 'recovery: { enabled: true, job: { resources: { limits: { memory: 2Gi } } } }';

test('memory is asked for neither', () => {
  expect(found(galera('1G'))).toEqual([
    'warning 13:3 no memory is asked for the init Job and recovery Job of orders, and a server with a pool of 1024Mi runs in each -> write galera.initJob.resources and galera.recovery.job.resources with 1136Mi of memory or more',
    '12:29 its buffer pool',
  ]);
});

test('memory is asked for one of them', () => {
  expect(found(galera('1G', both))).toEqual([
    'warning 13:3 no memory is asked for the recovery Job of orders, and a server with a pool of 1024Mi runs in it -> write galera.recovery.job.resources with 1136Mi of memory or more',
    '12:29 its buffer pool',
  ]);
});

test('a recovery that is off has no Job', () => {
  expect(found(galera('1G', both, 'recovery: { enabled: false }'))).toEqual([]);
  // Without enabled it is off as well.
  expect(found(galera('1G', both, 'recovery: { minClusterSize: 1 }'))).toEqual([]);
});

test('memory is asked for both', () => {
  expect(found(galera('1G', both, recovery))).toEqual([]);
  expect(found(galera('1G', 'initJob: { resources: { requests: { memory: 256Mi } } }', recovery))).toEqual(
    [],
  );
});

test('too little of it', () => {
  const little = 'initJob: { resources: { limits: { memory: 512Mi } } }';
  expect(found(galera('1G', little, recovery))).toEqual([
    'warning 15:47 the init Job of orders has 512Mi, and the server that it starts takes 1136Mi -> write 1136Mi, or as much as spec.resources has',
    '12:29 its buffer pool',
  ]);
  expect(found(galera('1G', little.replace('512Mi', '1136Mi'), recovery))).toEqual([]);
});

test('a small pool needs nothing said', () => {
  expect(found(galera('128M'))).toEqual([]);
  expect(found(galera('144M'))).toHaveLength(2);
});

test('a LimitRange says it in their place', () => {
  const range = (memory: string, namespace = 'shop'): string => `---
apiVersion: v1
kind: LimitRange
metadata: { name: small, namespace: ${namespace} }
spec:
  limits:
    - type: Container
      default: { memory: ${memory} }
`;
  expect(found(galera('128M') + range('128Mi'))).toEqual([
    'warning 13:3 the LimitRange small gives the init Job and recovery Job of orders 128Mi, and the server in each takes 224Mi -> write galera.initJob.resources and galera.recovery.job.resources with 224Mi of memory or more',
    '22:26 what a container without a limit gets',
  ]);
  expect(found(galera('128M') + range('256Mi'))).toEqual([]);
  expect(found(galera('128M') + range('128Mi', 'other'))).toEqual([]);
});

test('only a Galera has them', () => {
  expect(found(galera('1G').replace('enabled: true', 'enabled: false'))).toEqual([]);
});

test('a pool that stands in a ConfigMap nobody sees is not judged', () => {
  const text = galera('1G').replace(
    / {2}myCnf: \|\n.*\n.*\n/,
    '  myCnfConfigMapKeyRef: { name: c, key: my.cnf }\n',
  );
  expect(found(text)).toEqual([]);
});
