import { expect, test } from 'vitest';
import { findingsOf, goodTopology } from '../testing.js';

const withSecret = `${goodTopology}    kubedb: { configurationSecret: own-options }\n`;

function found(text: string): string[] {
  return findingsOf(text, true).filter((each) => each.includes('sizing/secret-unseen'));
}

test('a secret beside guaranteed sizes', () => {
  expect(found(withSecret)).toEqual([
    'info sizing/secret-unseen 32:36 what the secret own-options sets is not in the budgets of orders',
  ]);
});

test('is content without a secret, and where nothing is guaranteed', () => {
  expect(found(goodTopology)).toEqual([]);
  expect(found(`${withSecret}    sizing: { mode: target }\n`)).toEqual([]);
});
