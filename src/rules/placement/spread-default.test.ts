import { expect, test } from 'vitest';
import { findingsOfRule, policyManifest } from './policy.testing.js';

const id = 'placement/spread-default';
const spread = (more: string): string[] => findingsOfRule(id, policyManifest(undefined, more));

test('reports one, or both together', () => {
  expect(spread('  nodeSpreadConstraint: { maxSkew: 1 }\n')).toEqual([
    `warning ${id} 14:3 shop-orders leaves whenUnsatisfiable out of nodeSpreadConstraint`,
  ]);
  expect(spread('  nodeSpreadConstraint: { maxSkew: 1 }\n  zoneSpreadConstraint: {}\n')).toEqual([
    `warning ${id} 15:3 shop-orders leaves whenUnsatisfiable out of zoneSpreadConstraint and nodeSpreadConstraint`,
  ]);
});

test('is content with either word, and without constraints', () => {
  expect(spread('')).toEqual([]);
  expect(spread('  nodeSpreadConstraint: { maxSkew: 1, whenUnsatisfiable: DoNotSchedule }\n')).toEqual([]);
});
