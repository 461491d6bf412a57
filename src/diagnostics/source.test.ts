import { describe, expect, test } from 'vitest';
import { lineText, positionAt } from './source.js';

const file = { name: 't', text: 'one\r\ntwo\n\n😀x' };

describe('positionAt', () => {
  test('counts lines and columns from 1', () => {
    expect(positionAt(file, 0)).toEqual({ line: 1, column: 1 });
    expect(positionAt(file, file.text.indexOf('w'))).toEqual({ line: 2, column: 2 });
  });

  test('counts code points, not UTF-16 units', () => {
    expect(positionAt(file, file.text.indexOf('x'))).toEqual({ line: 4, column: 2 });
  });

  test('takes an offset beyond the text for its end', () => {
    expect(positionAt(file, 1000)).toEqual({ line: 4, column: 3 });
  });
});

test('columns of a long line take no time', () => {
  const long = { name: 't', text: '😀x'.repeat(300_000) };
  const start = performance.now();
  for (let at = 0; at < 300_000; at++)
    if (positionAt(long, at * 3 + 2).column !== 2 * at + 2) throw new Error(`${at}`);
  expect(performance.now() - start).toBeLessThan(2000);
});

describe('lineText', () => {
  test('drops the line break in either form', () => {
    expect([1, 2, 3, 4].map((line) => lineText(file, line))).toEqual(['one', 'two', '', '😀x']);
  });

  test('is empty for a line that does not exist', () => {
    expect(lineText(file, 99)).toBe('');
  });
});
