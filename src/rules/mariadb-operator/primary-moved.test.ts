import { expect, test } from 'vitest';
import { spanningTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/primary-moved'));
}

test('says what is wrong, and where', () => {
  expect(found(spanningTopology, change(spanningTopology, 'primary: fra', 'primary: ams'))).toEqual([
    'warning mariadb-operator/primary-moved 21:18 the primary of orders moves from orders-fra to orders-ams',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(spanningTopology, change(spanningTopology, 'memory: 2Gi', 'memory: 4Gi'))).toEqual([]);
});
