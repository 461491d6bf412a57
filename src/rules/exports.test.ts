import { expect, test } from 'vitest';
import { exportedServices } from './exports.js';

test('a distributed database exports its primary and its replicas', () => {
  expect(exportedServices({ name: 'orders' })).toEqual(['orders', 'orders-pods']);
});
