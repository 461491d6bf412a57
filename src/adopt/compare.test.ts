import { describe, expect, test } from 'vitest';
import { readManifests } from '../manifests/index.js';
import type { Mapping } from '../yaml/mapping.js';
import { compareObjects } from './compare.js';
import { gather } from './gather.js';

function object(text: string): Mapping {
  return readManifests({ name: 'made.yaml', content: text }).manifests[0]?.root.value as Mapping;
}

/** What differs between two objects of one identity; `=` in front of what is the same all the same. */
function between(before: string, after: string): string[] {
  const { objects } = gather([{ name: 'given.yaml', content: before }], {});
  const [found] = compareObjects(objects, [{ cluster: 'main', object: object(after) }]);
  return (found?.differences ?? []).map(
    (each) => `${each.isSame ? '= ' : ''}${each.path}${each.isRefused ? ' refused' : ''}`,
  );
}

const server = (spec: string, metadata = ''): string =>
  `apiVersion: k8s.mariadb.com/v1alpha1\nkind: MariaDB\nmetadata: { name: a, namespace: b${metadata} }\nspec: { ${spec} }\n`;
const stateful = (spec: string): string =>
  `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: a, namespace: b }\nspec: { ${spec} }\n`;

describe('the same', () => {
  test.each<[string, string, string]>([
    ['the order of keys', 'port: 1, replicas: 2', 'replicas: 2, port: 1'],
    [
      'a quantity by its value',
      'resources: { limits: { memory: 1Gi, cpu: 2 } }',
      'resources: { limits: { memory: 1024Mi, cpu: 2000m } }',
    ],
    [
      'a duration by its value',
      'galera: { recovery: { podSyncTimeout: 300s } }',
      'galera: { recovery: { podSyncTimeout: 5m } }',
    ],
    ['a null and nothing', 'port: null', ''],
    [
      'named items in any order',
      'env: [{ name: a, value: x }, { name: b, value: y }]',
      'env: [{ name: b, value: y }, { name: a, value: x }]',
    ],
    [
      'options in any order, sizes by their number',
      'myCnf: "[mysqld]\\nmax_connections=5\\nkey_buffer_size=1M"',
      'myCnf: "[mariadb]\\n# why\\nkey-buffer-size = 1024K\\nmax_connections = 5\\n"',
    ],
  ])('%s', (_, before, after) => {
    expect(between(server(before), server(after)).filter((each) => !each.startsWith('= '))).toEqual([]);
  });

  test('what the operator fills in, on either side', () => {
    expect(between(server('port: 3306'), server('tls: { enabled: true }'))).toEqual([
      '= spec.port',
      '= spec.tls.enabled',
    ]);
  });

  test('what a server adds to an object', () => {
    const printed =
      ', uid: x, resourceVersion: "5", managedFields: [], creationTimestamp: "2026-01-01T00:00:00Z", finalizers: [f]';
    expect(between(server('port: 1', printed), server('port: 1'))).toEqual([]);
  });
});

describe('not the same', () => {
  test.each<[string, string, string, string[]]>([
    ['a value', 'port: 1', 'port: 2', ['spec.port']],
    ['a text for a number', 'port: 1', 'port: "1"', ['spec.port']],
    ['a quantity', 'storage: { size: 1Gi }', 'storage: { size: 1G }', ['spec.storage.size']],
    ['an item', 'env: [{ name: a, value: x }]', 'env: []', ['spec.env[a].name', 'spec.env[a].value']],
    ['a finalizer that a person wrote', 'port: 1', 'port: 1', []],
    ['the order of arguments', 'args: [a, b]', 'args: [b, a]', ['spec.args']],
    [
      'an option',
      'myCnf: "[mysqld]\\nmax_connections=5"',
      'myCnf: "[mysqld]\\nmax_connections=6"',
      ['spec.myCnf.max_connections'],
    ],
    [
      'an option of another program',
      'myCnf: "[client]\\nport=5"',
      'myCnf: "[client]\\nport=6"',
      ['spec.myCnf'],
    ],
    ['a default that is another', 'tls: { enabled: false }', '', ['spec.tls.enabled']],
    ['an empty mapping that means something', 'galera: {}', '', ['spec.galera']],
  ])('%s', (_, before, after, expected) => {
    const found = between(server(before), server(after)).map((each) =>
      each.replace('[max-connections]', '.max_connections'),
    );
    expect(found).toEqual(expected);
  });

  test('what only an API server may fill in, where a person wrote it', () => {
    const service = (spec: string, uid = ''): string =>
      `apiVersion: v1\nkind: Service\nmetadata: { name: a, namespace: b${uid} }\nspec: { ports: [{ name: m, port: 1 }]${spec} }\n`;
    const made = service('');
    expect(between(service(', clusterIP: 10.0.0.1'), made)).toEqual(['spec.clusterIP']);
    expect(between(service(', clusterIP: 10.0.0.1', ', uid: x'), made)).toEqual(['= spec.clusterIP']);
    expect(between(service(', clusterIP: None', ', uid: x'), made)).toEqual(['spec.clusterIP']);
  });

  test('says what nobody may change on the object that exists', () => {
    expect(
      between(server('storage: { storageClassName: a }'), server('storage: { storageClassName: b }')),
    ).toEqual(['spec.storage.storageClassName refused']);
    expect(between(stateful('serviceName: a, replicas: 3'), stateful('serviceName: b, replicas: 5'))).toEqual(
      ['spec.serviceName refused', 'spec.replicas'],
    );
  });
});
