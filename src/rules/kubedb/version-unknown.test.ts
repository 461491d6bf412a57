import { expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, manifestFindingsOf } from '../testing.js';

const asked = (version: string, release?: string, engine = 'mariadb'): string => {
  const text = change(
    goodTopology,
    'engine: mariadb\n    version: "11.8.5"',
    `engine: ${engine}\n    version: "${version}"`,
  );
  return release ? change(text, 'clusters:\n', `releases: { kubedb: ${release} }\nclusters:\n`) : text;
};

/** Old releases take no configuration in the database object. */
const ownSizes = '    sizing: { mode: target }\n    kubedb: { configurationSecret: orders-config }\n';

test('a version that no release has', () => {
  expect(findingsOf(asked('11.8.6'))).toEqual([
    'error kubedb/version-unknown 24:14 KubeDB v2026.7.10 has no MariaDB 11.8.6',
  ]);
  expect(fixesOf(asked('11.8.6'))).toEqual(['write "11.8.5"']);
  expect(fixesOf(asked('11.4.9'))).toEqual(['write "11.4.3" or "11.8.5"']);
  expect(fixesOf(asked('17.3-bookworm', undefined, 'postgres'))).toEqual([
    'write "17.9-bookworm" or "18.3-bookworm"',
  ]);
});

test.each([
  ['10.4.1', 'mariadb', 'KubeDB v2026.7.10 has no MariaDB 10.4.1'],
  ['17.2', 'mariadb', 'KubeDB v2026.7.10 has no MariaDB 17.2'],
  ['11.8.5', 'postgres', 'KubeDB v2026.7.10 has no Postgres 11.8.5'],
  ['17', 'postgres', 'KubeDB v2026.7.10 has no Postgres 17'],
])('%s of %s is one finding, whatever else would hold of such a version', (version, engine, message) => {
  expect(findingsOf(asked(version, undefined, engine), true)).toEqual([
    `error kubedb/version-unknown 24:14 ${message}`,
  ]);
});

test('a number that lost its zero', () => {
  expect(findingsOf(asked('15.1', undefined, 'postgres'))).toEqual([
    'error kubedb/version-deprecated 24:14 Postgres 15.1 is deprecated',
  ]);
  expect(fixesOf(asked('15.1', undefined, 'postgres'))).toEqual([
    'write "15.10" with quotes if that is meant: without them it loses its zero',
  ]);
});

test('a version that came later', () => {
  const text = asked('11.8.5', 'v2025.10.17') + ownSizes;
  expect(findingsOf(text)).toEqual([
    'error kubedb/version-unknown 25:14 KubeDB v2025.10.17 has no MariaDB 11.8.5 yet; it came with v2026.1.19',
  ]);
  expect(fixesOf(text)).toEqual([
    'run KubeDB v2026.1.19 or newer and write it as releases.kubedb, or write "11.4.3"',
  ]);
});

test('a version that only a preview has, as in the documentation', () => {
  expect(findingsOf(asked('12.3.2'))).toEqual([
    'error kubedb/version-unknown 24:14 KubeDB v2026.7.10 has no MariaDB 12.3.2 yet; it came with v2026.8.14-rc.0',
  ]);
  expect(fixesOf(asked('12.3.2'))).toEqual(['write "11.8.5"']);
});

test('is content with what the release has, and quiet about releases it does not know', () => {
  expect(findingsOf(goodTopology)).toEqual([]);
  expect(findingsOf(asked('11.4.3', 'v2025.8.31') + ownSizes)).toEqual([]);
  const unknown = findingsOf(asked('99.9', 'v2027.1.1'));
  expect(unknown.filter((each) => each.includes('kubedb/version'))).toEqual([]);
});

test('manifests', () => {
  const text = `apiVersion: kubedb.com/v1
kind: Postgres
metadata: { name: ledger, namespace: shop }
spec:
  version: 17.3
---
apiVersion: gitops.kubedb.com/v1alpha1
kind: Postgres
metadata: { name: other, namespace: shop }
spec:
  version: "17.3"
`;
  // A number is no version at all: the schema says so.
  expect(manifestFindingsOf(text).filter((each) => each.includes('kubedb/version-unknown'))).toEqual([
    'error kubedb/version-unknown 11:12 KubeDB v2026.7.10 has no Postgres 17.3',
  ]);
});
