import { expect, test } from 'vitest';
import { lines, operatorTopology, siteTopology } from '../sites.testing.js';
import { findingsOf } from '../testing.js';

const id = 'provider/forced-bootstrap';

test('a bootstrap by force', () => {
  expect(
    findingsOf(siteTopology + lines('statefulset: { forceBootstrap: { ordinal: 1, token: once } }')),
  ).toEqual([`warning ${id} 22:20 wiki is bootstrapped from replica 1 by force`]);
  expect(findingsOf(operatorTopology + lines('mariadbOperator: { forceBootstrap: { ordinal: 0 } }'))).toEqual(
    [`warning ${id} 22:24 wiki is bootstrapped from replica 0 by force`],
  );
});

test('one that cannot be is said once', () => {
  const text = siteTopology + lines('statefulset: { forceBootstrap: { ordinal: 3, token: once } }');
  expect(findingsOf(text).map((each) => each.split(' ')[1])).toEqual(['provider/ordinal-range']);
});

test('no bootstrap', () => {
  expect(findingsOf(siteTopology + lines('statefulset: { maxReplicas: 5 }'))).toEqual([]);
});
