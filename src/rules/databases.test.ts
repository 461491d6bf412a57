import { expect, test } from 'vitest';
import { replicaCount } from './databases.js';

test('replicaCount adds counts and ordinals', () => {
  expect(
    replicaCount([
      { cluster: 'fra', replicas: 2 },
      { cluster: 'ams', replicas: [3, 5, 7] },
    ]),
  ).toBe(5);
});
