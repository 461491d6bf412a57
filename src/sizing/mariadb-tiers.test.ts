import { expect, test } from 'vitest';
import { tiersFor } from './mariadb-tiers.js';

test('the tiers that were flooded', () => {
  expect(
    tiersFor('oltp').map(({ start, sessionCap, packet, temporaryTable, tableOpenCache, arenas }) => [
      start,
      sessionCap,
      packet,
      temporaryTable,
      tableOpenCache,
      arenas,
    ]),
  ).toEqual([
    [0, 8, 1, 1, 200, 1],
    [512, 8, 2, 1, 400, 1],
    [1024, 8, 4, 2, 400, 1],
    [2048, 8, 4, 2, 1000, 2],
    [4096, 8, 8, 4, 2000, 2],
    [8192, 16, 8, 8, 2000, 4],
    [16_384, 16, 8, 8, 2000, 4],
    [32_768, 16, 16, 16, 4000, 4],
  ]);
});

test('sessions of reports may take two and four times as much from 2 GiB on', () => {
  const caps = (workload: 'mixed' | 'analytics' | 'edge') =>
    tiersFor(workload).map(({ sessionCap }) => sessionCap);
  expect(caps('edge')).toEqual([8, 8, 8, 8, 8, 16, 16, 16]);
  expect(caps('mixed')).toEqual([8, 8, 8, 16, 16, 32, 32, 32]);
  expect(caps('analytics')).toEqual([8, 8, 8, 32, 32, 64, 64, 64]);
});
