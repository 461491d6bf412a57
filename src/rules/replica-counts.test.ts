import { describe, expect, test } from 'vitest';
import { isRefusedCount } from './replica-counts.js';

describe('a number of replicas', () => {
  test.each([
    ['mariadb', true, [1, 2, 4, 10, 11]],
    ['mariadb', false, [2, 4, 10, 11]],
    ['postgres', true, [1, 2, 4, 10]],
    ['postgres', false, []],
  ] as const)('of a %s, distributed: %s, is refused for %j', (engine, distributed, refused) => {
    const all = [1, 2, 3, 4, 5, 9, 10, 11];
    expect(all.filter((replicas) => isRefusedCount({ engine, replicas, distributed }))).toEqual(refused);
  });
});
