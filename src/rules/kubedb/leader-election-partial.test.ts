import { expect, test } from 'vitest';
import { findingsOfRule, postgresManifest } from './postgres.testing.js';

const id = 'kubedb/leader-election-partial';
const block = (timing: string): string => postgresManifest(`  leaderElection: { ${timing} }\n`);

test.each([
  ['electionTick: 20', 'period and maximumLagBeforeFailover'],
  ['period: 300ms', 'maximumLagBeforeFailover'],
  ['maximumLagBeforeFailover: 67108864', 'period'],
  ['period: null, maximumLagBeforeFailover: 67108864', 'period'],
  ['', 'period and maximumLagBeforeFailover'],
])('{ %s } leaves something out', (timing, fields) => {
  expect(findingsOfRule(id, block(timing))).toEqual([
    `warning ${id} 12:3 leaderElection of ledger leaves out ${fields}`,
  ]);
});

test('is content with both, and without a block', () => {
  expect(findingsOfRule(id, block('period: 300ms, maximumLagBeforeFailover: 67108864'))).toEqual([]);
  expect(findingsOfRule(id, postgresManifest())).toEqual([]);
  expect(findingsOfRule(id, postgresManifest('  leaderElection: null\n'))).toEqual([]);
});
