import { describe, expect, test } from 'vitest';
import { codeText, inCell, inHtml, inMarkdown, sentenceText } from './escape.js';

describe('a sentence', () => {
  test.each([
    ['goes from 1Gi to 2Gi, on fra (and ams)', 'goes from 1Gi to 2Gi, on fra (and ams)'],
    ['ask @team', 'ask `@team`'],
    ['see #12, GH-3 and a/b@1234567', 'see `#12`, `GH-3` and `a/b@1234567`'],
    ['(https://example.com)', '(`https://example.com`)'],
    ['1. one - two', '`1.` one `-` two'],
    ['the field `spec.a b`, as it is', 'the field `spec.a b`, as it is'],
    ['an open ` mark', 'an open `` ` `` mark'],
    ['a_`b` c', '`` a_`b` `` c'],
    [' leads on ', ' leads on '],
    ['a\u200bb', '`a\ufffdb`'],
  ])('%j', (text, shown) => {
    expect(sentenceText(text, inMarkdown)).toBe(shown);
  });

  test('in HTML has elements for what is code', () => {
    expect(sentenceText('<b> & @you', inHtml)).toBe(
      '<code>&lt;b&gt;</code> <code>&amp;</code> <code>@you</code>',
    );
  });
});

test('a value is code that nothing in it ends', () => {
  expect(codeText('a`b', inMarkdown)).toBe('`` a`b ``');
  expect(codeText('a|b', inCell)).toBe('`a¦b`');
  expect(codeText(' \n ', inMarkdown)).toBe('`""`');
  expect(codeText('x'.repeat(500), inMarkdown)).toHaveLength(202);
});
