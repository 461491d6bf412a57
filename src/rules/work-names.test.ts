import { expect, test } from 'vitest';
import { compile } from '../compile.js';
import { goodTopology } from './testing.js';
import { endsLikeReplica, volumeTwin, worksByName } from './work-names.js';

const [plan] = compile([{ name: 't', content: goodTopology }]).plans;
const orders = plan?.databases[0];
if (!orders) throw new Error('the good topology does not compile');

test('works are known by cluster and database', () => {
  expect([...worksByName([orders]).keys()]).toEqual(['fra/orders', 'ams/orders']);
});

test('the pods of data-orders are called like the volumes of orders', () => {
  const works = worksByName([orders]);
  expect(volumeTwin({ ...orders, name: 'data-orders' }, works)).toEqual({ cluster: 'fra', other: orders });
  expect(volumeTwin({ ...orders, name: 'data-ledger' }, works)).toBeUndefined();
  expect(volumeTwin({ ...orders, name: 'data-orders', placements: [] }, works)).toBeUndefined();
  expect(volumeTwin(orders, works)).toBeUndefined();
});

test.each([
  ['orders-2', true],
  ['orders-2026-11', true],
  ['orders2', false],
  ['orders-v2', false],
])('%s ends like a replica: %s', (name, expected) => {
  expect(endsLikeReplica(name)).toBe(expected);
});
