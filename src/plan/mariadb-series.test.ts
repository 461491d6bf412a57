import { expect, test } from 'vitest';
import { imagesBetween, versionEdge } from './mariadb-series.js';

test.each([
  ['mariadb:11.8.8', 'mariadb:11.8.8@sha256:aa', 'same', [], undefined],
  ['mariadb:11.8', 'mariadb:11.8.8', 'same', [], undefined],
  ['mariadb:11.8.5', 'example.com/mariadb:11.8.8-ubi9', 'patch', [], undefined],
  ['mariadb:11.8.8', 'mariadb:11.8.5', 'patch-back', [], undefined],
  ['mariadb:11.4.12', 'mariadb:11.8.8', 'series', [], undefined],
  ['mariadb:10.11.18', 'mariadb:11.8.8', 'series', ['11.4'], undefined],
  ['mariadb:10.6.27', 'mariadb:10.11.18', 'series', [], '10.8'],
  ['mariadb:10.4.34', 'mariadb:11.4.12', 'series', ['10.5', '10.6', '10.11'], '10.8'],
  ['mariadb:12.1.2', 'mariadb:12.2.2', 'series', [], undefined],
  ['mariadb:11.8.8', 'mariadb:11.4.12', 'back', [], undefined],
  ['mariadb:lts', 'mariadb:11.8.8', 'unknown', [], undefined],
])('%s to %s', (before, after, kind, skipped, format) => {
  const edge = versionEdge(before, after);
  expect([edge.kind, edge.skipped, edge.format]).toEqual([kind, skipped, format]);
});

test('names the images on the way', () => {
  expect(imagesBetween('mariadb:10.6.27', 'mariadb:11.8.8@sha256:aa')).toEqual([
    'mariadb:10.11.18',
    'mariadb:11.4.12',
  ]);
  expect(imagesBetween('mariadb:10.11.18', 'r.example:5000/mariadb:11.8.8-ubi9')).toEqual([
    'r.example:5000/mariadb:11.4.12-ubi9',
  ]);
  expect(imagesBetween('mariadb:11.8.8', 'mariadb:10.6.27')).toEqual([]);
  expect(imagesBetween('mariadb:11.4.12', 'mariadb:11.8.8')).toEqual([]);
});
