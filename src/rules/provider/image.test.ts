import { expect, test } from 'vitest';
import { lines, operatorTopology, siteTopology } from '../sites.testing.js';
import { findingsOf } from '../testing.js';

const id = 'provider/image';
const digest = `sha256:${'a'.repeat(64)}`;
const found = (image: string, text = siteTopology): string[] => findingsOf(text + lines(`image: "${image}"`));

test.each([['mariadb'], ['mariadb:latest'], ['mariadb:lts'], ['registry.example.com/mariadb:11']])(
  'an image that moves: %s',
  (image) => {
    expect(found(image)).toEqual([`warning ${id} 22:12 ${image} is another server from time to time`]);
    expect(found(image, operatorTopology)).toHaveLength(1);
  },
);

test('an image that does not say its version', () => {
  expect(found(`mariadb@${digest}`)).toEqual([
    `warning ${id} 22:12 mariadb@${digest} does not say which version is in it`,
  ]);
});

test.each([
  ['bitnami/mariadb-galera:12.0.2'],
  ['docker.io/bitnamilegacy/mariadb:11.4.5'],
  ['percona/percona-xtradb-cluster:8.0'],
  ['mysql:8.4'],
])('an image of another kind: %s', (image) => {
  expect(found(image)).toContain(
    `warning ${id} 22:12 ${image} is not made like the official image of MariaDB`,
  );
});

test.each([
  ['mariadb:11.8'],
  ['mariadb:11.8.8'],
  ['mariadb:10.11.18-ubi'],
  ['registry.example.com:5000/mirror/mariadb:11.8.8'],
  [`mariadb:11.8.8@${digest}`],
])('%s', (image) => {
  expect(found(image)).toEqual([]);
});
