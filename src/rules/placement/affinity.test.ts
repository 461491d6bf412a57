import { expect, test } from 'vitest';
import { databaseManifest, findingsOfRule, policyManifest, together } from './policy.testing.js';

const id = 'placement/affinity';
const affinity = (fields: string): string[] =>
  findingsOfRule(
    id,
    policyManifest(undefined, `  affinity:\n    nodeAffinity:\n      - { topologyKey: disk, ${fields} }\n`),
  );
const domains = (...replicas: string[]): string =>
  `domains: [${replicas.map((each) => `{ values: [a], replicas: ${each} }`).join(', ')}]`;

test.each([
  [domains('half'), ['16:65 half is neither a number of replicas nor an expression over obj']],
  [domains('50%', '""'), ['16:65 50% is neither a number of replicas nor an expression over obj']],
  [domains('"-2"', '""'), ['16:65 -2 is neither a number of replicas nor an expression over obj']],
  [domains('"1"', '"1"'), ['16:39 the domains of disk take 2 replicas, and shop-orders is to place 3']],
  [
    `whenUnsatisfiable: Never, ${domains('""')}`,
    ['16:49 an affinity does not know whenUnsatisfiable: Never'],
  ],
  [
    `whenUnsatisfiable: ScheduleAnyway, weight: 0, ${domains('""')}`,
    ['16:73 the weight is 0, outside 1 to 100'],
  ],
  [
    `whenUnsatisfiable: ScheduleAnyway, weight: 101, ${domains('""')}`,
    ['16:73 the weight is 101, outside 1 to 100'],
  ],
])('reports { %s }', (fields, findings) => {
  expect(affinity(fields)).toEqual(findings.map((finding) => `error ${id} ${finding}`));
});

test.each([
  domains('"3"'),
  domains('"1"', '"2"'),
  domains('"1"', '""'),
  domains('"-1"'),
  domains('obj.spec.replicas / 2', '"1"'),
  domains('1 + 1', '""'),
  domains('2', '""'),
  `whenUnsatisfiable: DoNotSchedule, weight: 0, ${domains('""')}`,
  `whenUnsatisfiable: ScheduleAnyway, weight: 100, ${domains('""')}`,
])('is content with { %s }', (fields) => {
  expect(affinity(fields)).toEqual([]);
});

test('goes by the replicas of the databases, as a policy may place more', () => {
  const policy = policyManifest(
    undefined,
    `  affinity:\n    nodeAffinity:\n      - { topologyKey: disk, ${domains('"2"')} }\n`,
  );
  expect(findingsOfRule(id, together(policy, databaseManifest(3)))).toHaveLength(1);
  expect(findingsOfRule(id, together(policy, databaseManifest(1)))).toEqual([]);
});
