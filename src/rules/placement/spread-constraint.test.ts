import { expect, test } from 'vitest';
import { findingsOfRule, policyManifest } from './policy.testing.js';

const id = 'placement/spread-constraint';
const spread = (fields: string): string[] =>
  findingsOfRule(id, policyManifest(undefined, `  zoneSpreadConstraint: { ${fields} }\n`));

test.each([
  [
    'maxSkew: 1, whenUnsatisfiable: scheduleAnyway',
    '14:58 zoneSpreadConstraint does not know whenUnsatisfiable: scheduleAnyway',
  ],
  ['maxSkew: 1, whenUnsatisfiable: ""', '14:58 zoneSpreadConstraint does not know whenUnsatisfiable: '],
  ['maxSkew: 0', '14:36 the maxSkew of zoneSpreadConstraint is 0, the least is 1'],
  ['maxSkew: -1', '14:36 the maxSkew of zoneSpreadConstraint is -1, the least is 1'],
])('reports { %s }', (fields, finding) => {
  expect(spread(fields)).toEqual([`error ${id} ${finding}`]);
});

test.each([
  'maxSkew: 1',
  'maxSkew: 3, whenUnsatisfiable: DoNotSchedule',
  'whenUnsatisfiable: ScheduleAnyway',
])('is content with { %s }', (fields) => {
  expect(spread(fields)).toEqual([]);
});
