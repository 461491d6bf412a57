import { expect, test } from 'vitest';
import { alone, foundIn, mariadbObject, onVolume, sizingFindings } from './sizing.testing.js';

const id = 'sizing/volume-risked';
const own = (findings: readonly string[]): string[] => findings.filter((each) => each.includes(` ${id} `));

test('a volume of the guide, as it is', () => {
  expect(own(sizingFindings(onVolume('500Mi', 'sizing: { mode: target }')))).toEqual([
    `warning ${id} 31:22 the volume of orders is 500Mi, and with 15 % kept free 1158Mi go to it: 512Mi data, 128Mi write-set cache, 128Mi its pages, 96Mi redo log`,
  ]);
  expect(own(sizingFindings(onVolume('2Gi', 'sizing: { mode: target }')))).toEqual([]);
  expect(own(sizingFindings(onVolume('500Mi')))).toEqual([]);
});

test('a volume on a disk that keeps no sizes, as it is', () => {
  const text = (storageClass: string): string =>
    alone('sizing: { mode: target }', `resources: { memory: 16Gi }`)
      .replace('provider: kubedb', 'provider: mariadb-operator')
      .replace('size: 20Gi', `size: 100Mi, storageClass: ${storageClass}`);
  expect(own(sizingFindings(text('local-path')))).toEqual([
    `warning ${id} 26:22 the volume of orders is 100Mi, and 155Mi go to redo log and system tables`,
  ]);
  expect(own(sizingFindings(text('longhorn')))).toEqual([]);
});

test('manifests', () => {
  const storage = 'storage: { resources: { requests: { storage: 2Gi } } }';
  expect(own(foundIn(id, mariadbObject(['[mysqld]'], storage)))).toEqual([]);
  const cache = ['[mysqld]', 'wsrep_provider_options = "gcache.size=1G"'];
  expect(foundIn(id, mariadbObject(cache, storage))).toEqual([
    expect.stringMatching(
      `^warning ${id} 14:48 the volume of orders is 2Gi, and with 15 % kept free 2287Mi go to it`,
    ),
  ]);
  expect(foundIn(id, mariadbObject(['[mysqld]']))).toEqual([]);
  const postgres = `apiVersion: gitops.kubedb.com/v1alpha1
kind: Postgres
metadata: { name: ledger }
spec: { storage: { resources: { requests: { storage: 2Gi } } } }
`;
  expect(foundIn(id, postgres)).toHaveLength(1);
});
