import { expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from '../testing.js';

test('TODO what is wrong, with its exact line and column', () => {
  expect(findingsOf(change(goodTopology, 'TODO', 'TODO'))).toEqual(['error survival/expectation 0:0 TODO']);
});

test('TODO what is right', () => {
  expect(findingsOf(goodTopology)).toEqual([]);
});
