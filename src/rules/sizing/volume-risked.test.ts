import { expect, test } from 'vitest';
import { foundIn, mariadbObject, onVolume, sizingFindings } from './sizing.testing.js';

const id = 'sizing/volume-risked';
const own = (findings: readonly string[]): string[] => findings.filter((each) => each.includes(` ${id} `));

test('a volume of the guide, as it is', () => {
  expect(own(sizingFindings(onVolume('500Mi', 'sizing: { mode: target }')))).toEqual([
    `warning ${id} 31:22 the volume of orders is 500Mi, and with 15 % kept free 1158Mi go to it: 512Mi data, 128Mi write-set cache, 128Mi its pages, 96Mi redo log`,
  ]);
  expect(own(sizingFindings(onVolume('2Gi', 'sizing: { mode: target }')))).toEqual([]);
  expect(own(sizingFindings(onVolume('500Mi')))).toEqual([]);
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
