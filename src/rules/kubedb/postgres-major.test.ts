import { expect, test } from 'vitest';
import { postgresMajor } from './postgres-major.js';

test.each([
  ['17.9', 17],
  ['17.9-bookworm', 17],
  ['9.6.23', 9],
  ['13-bullseye-postgis', 13],
  ['18', 18],
  ['timescaledb-2.14.2-pg13', 13],
  ['timescaledb-2.14.2-pg14-oss', 14],
  ['latest', undefined],
  ['17beta', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s has major %s', (version, major) => {
  expect(postgresMajor(version)).toBe(major);
});
