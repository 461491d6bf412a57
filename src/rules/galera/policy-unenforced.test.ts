import { expect, test } from 'vitest';
import { lines, operatorTopology, siteTopology } from '../sites.testing.js';
import { change, findingsOf } from '../testing.js';

const id = 'galera/policy-unenforced';
const on = (text: string, enforced: boolean): string =>
  change(text, 'nodes: 6', `nodes: 6\n    capabilities: { networkPolicy: ${enforced} }`);

test('a cluster that enforces no policy', () => {
  expect(findingsOf(on(siteTopology, false))).toEqual([
    `warning ${id} 11:36 west enforces no network policy, and any pod there can join wiki`,
  ]);
});

test('one that does, one of which nothing is said, and databases that nobody can join', () => {
  expect(findingsOf(on(siteTopology, true))).toEqual([]);
  expect(findingsOf(siteTopology)).toEqual([]);
  expect(findingsOf(on(siteTopology, false) + lines('tls: { secret: wiki-tls }'))).toEqual([]);
  expect(findingsOf(change(on(siteTopology, false), 'replicas: 3', 'replicas: 1'))).toEqual([]);
  expect(findingsOf(on(operatorTopology, false))).toEqual([]);
});
