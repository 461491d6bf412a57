import { expect, test } from 'vitest';
import { nearest } from './suggest.js';

test.each([
  ['a letter wrong', 'networkInterfce', 'networkInterface'],
  ['another case', 'networkinterface', 'networkInterface'],
  ['other separators', 'network-interface', 'networkInterface'],
  ['letters that changed places', 'asm', 'ams'],
  ['something else altogether', 'colour', undefined],
  ['a short word with every letter wrong', 'xyz', undefined],
])('nearest: %s', (_, word, expected) => {
  expect(nearest(word, ['networkInterface', 'ams', 'name'])).toBe(expected);
});
