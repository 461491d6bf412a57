import { expect, test } from 'vitest';
import { compile } from '../compile.js';
import { sitesOf } from './sites.js';
import { lines, operatorTopology, siteTopology } from './sites.testing.js';
import { change } from './testing.js';
import { arbitratorOf, votesOf } from './votes.js';

const arbitrator = lines(
  'statefulset: { arbitrator: { image: "registry.example.com/garbd:26.4.23", zone: d } }',
);

test.each([
  [siteTopology, 3],
  [change(siteTopology, 'replicas: 3', 'replicas: 2') + arbitrator, 3],
  [change(siteTopology, 'replicas: 3', 'replicas: 1'), undefined],
  [operatorTopology, 3],
  [operatorTopology + lines('replication: primary-replica'), undefined],
])('votes of %#', (content, expected) => {
  const [plan] = compile([{ name: 't', content }]).plans;
  const [database] = plan ? sitesOf(plan) : [];
  if (!database) throw new Error('no database');
  expect(votesOf(database)).toBe(expected);
  expect(arbitratorOf(database) !== undefined).toBe(content.includes('arbitrator'));
});
