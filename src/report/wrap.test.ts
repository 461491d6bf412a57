import { expect, test } from 'vitest';
import { wrap } from './wrap.js';

test('fills lines up to the width, and breaks no word', () => {
  expect(wrap('a database that spans', 10)).toEqual(['a database', 'that spans']);
  expect(wrap('on enp0s31f6-of-the-node', 10)).toEqual(['on', 'enp0s31f6-of-the-node']);
  expect(wrap('', 10)).toEqual(['']);
});

test('counts the columns of wide characters', () => {
  expect(wrap('日本 日本 日本', 9)).toEqual(['日本 日本', '日本']);
});
