import { describe, expect, test } from 'vitest';
import { escaped, fitted, widthOf, wrapped } from './text.js';

const face = { size: 10 };

describe('room', () => {
  test.each([
    ['', 0],
    ['iii', 8.4],
    ['MMM', 26.1],
    ['東京', 21],
    ['e\u0301', 6.2],
  ])('%s', (text, width) => {
    expect(widthOf(text, face)).toBeCloseTo(width);
  });

  test('bold takes more', () => {
    expect(widthOf('orders-0', { size: 10, bold: true })).toBeGreaterThan(widthOf('orders-0', face));
  });
});

describe('what does not fit', () => {
  test('is cut between characters that belong together', () => {
    expect(fitted('ab👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 80, face)).toBe('ab👩‍👩‍👧‍👦…');
    expect(fitted('short', 100, face)).toBe('short');
    expect(fitted('anything', 0, face)).toBe('…');
  });

  test('goes on in the next line, up to a number of lines', () => {
    expect(wrapped('one two three four', 50, face, 3)).toEqual(['one two', 'three', 'four']);
    expect(wrapped('one two three four', 50, face, 2)).toEqual(['one two', 'three fo…']);
    expect(wrapped('incomprehensibilities', 50, face, 2)).toEqual(['incomp…']);
  });
});

describe('XML', () => {
  test('has no way out', () => {
    expect(escaped(`<a b="c" d='e'>&amp;]]>`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;]]&gt;');
  });

  test('has no character that it forbids, and none that turns the line', () => {
    expect(escaped('a\u0000b\u202ec\ud800d\ufffee\nf')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde f');
  });
});
