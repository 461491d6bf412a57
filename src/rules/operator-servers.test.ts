import { expect, test } from 'vitest';
import { ManifestSet, readManifests } from '../manifests/index.js';
import { operatorFilesOf, operatorServers, standsInString } from './operator-servers.js';

function setOf(content: string): ManifestSet {
  return new ManifestSet(readManifests({ name: 'm', content }).manifests);
}

const head = 'apiVersion: k8s.mariadb.com/v1alpha1\nkind: MariaDB\nmetadata: { name: a, namespace: shop }\n';

test('reads what an object leaves out', () => {
  expect(operatorServers(setOf(`${head}spec: { storage: { size: 1Gi } }\n`))).toMatchObject([
    { name: 'a', namespace: 'shop', replicas: 1, galera: false, version: '11.8' },
  ]);
});

test.each([
  ['galera: {}', false],
  ['galera: { enabled: true }', true],
  ['galera: { enabled: false }', false],
  ['galera: { enabled: "true" }', false],
])('%s', (galera, expected) => {
  expect(operatorServers(setOf(`${head}spec: { replicas: 3, ${galera} }\n`))[0]?.galera).toBe(expected);
});

test('the version is that of the image, and none where it does not say it', () => {
  const versionOf = (image: string) =>
    operatorServers(setOf(`${head}spec: { image: "${image}" }\n`))[0]?.version;
  expect(versionOf('docker.io/library/mariadb:10.11.18-jammy')).toBe('10.11.18');
  expect(versionOf('mariadb:lts')).toBeUndefined();
  expect(versionOf('')).toBe('11.8');
});

test('takes nothing of other objects, and no shape for granted', () => {
  const other = head.replace('k8s.mariadb.com', 'kubedb.com');
  expect(operatorServers(setOf(`${other}spec: {}\n`))).toEqual([]);
  const odd = setOf(`${head}spec: { myCnf: 4, galera: { enabled: true, providerOptions: [a] }, tls: x }\n`);
  const [server] = operatorServers(odd);
  if (!server) throw new Error('no server');
  expect(operatorFilesOf(odd)(server)).toEqual([]);
});

test('a file is not known where its ConfigMap, or its key, is not there', () => {
  const object = `${head}spec: { myCnfConfigMapKeyRef: { name: c, key: my.cnf } }\n`;
  const filesIn = (text: string) => {
    const set = setOf(text);
    const [server] = operatorServers(set);
    return server && operatorFilesOf(set)(server);
  };
  const map = (namespace: string, key: string): string =>
    `---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: c, namespace: ${namespace} }\ndata: { ${key}: "[mariadb]\\nport=3306\\n" }\n`;
  expect(filesIn(object)).toBeUndefined();
  expect(filesIn(object + map('shop', 'other.cnf'))).toBeUndefined();
  expect(filesIn(object + map('other', 'my.cnf'))).toBeUndefined();
  expect(filesIn(object + map('shop', 'my.cnf'))).toMatchObject([
    { key: 'my.cnf', carrier: 'configMap', options: [{ name: 'port', value: '3306' }] },
  ]);
});

test('the options of the library become the string that the operator makes of them', () => {
  const set = setOf(`${head}spec:
  replicas: 3
  galera:
    enabled: true
    providerOptions: { gcache.size: 64M, gcs.fc_limit: 16, bad: "a;b" }
`);
  const [server] = operatorServers(set);
  expect(server && operatorFilesOf(set)(server)).toMatchObject([
    {
      carrier: 'map',
      options: [{ name: 'wsrep_provider_options', value: 'gcache.size=64M;gcs.fc_limit=16' }],
    },
  ]);
});

test.each([
  ['64M', true],
  ['tcp://[::]:4567', true],
  ['a b', true],
  ['a;b', false],
  ['"a"', false],
  ['a\\', false],
  ['a\nb', false],
  [' ', false],
  ['', false],
])('%j stands in the string: %s', (text, stands) => {
  expect(standsInString(text)).toBe(stands);
});
