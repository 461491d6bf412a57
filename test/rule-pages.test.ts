import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findingsOfExample, parseRulePage, requiredSections } from '../scripts/rule-page.js';
import { rules } from '../src/rules/catalogue.js';

// Every rule is a file, its page beside it and its test of the same name; the examples of the page are what the program finds.
// `npm run test:update` rewrites the findings of the examples.

const folder = fileURLToPath(new URL('../src/rules/', import.meta.url));
const update = process.env['UPDATE_GOLDEN'] === '1';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const path = `${folder}${id}.md`;
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';

  test('has a test beside it', () => {
    expect(existsSync(`${folder}${id}.test.ts`), `${id}.test.ts`).toBe(true);
  });

  test('says why in one sentence', () => {
    expect(rule.why).toMatch(/^\S[^\n]*[^.\s]$/);
    expect(rule.why).not.toMatch(/[.!?] [A-Z]/);
  });

  test('has a page that says what, why, wrong, right and source', () => {
    expect(existsSync(path), `${id}.md`).toBe(true);
    const page = parseRulePage(text);
    expect(page.title).toBe(id);
    expect(page.what, 'what').not.toBe('');
    expect(requiredSections.filter((name) => !page.sections.get(name))).toEqual([]);
    expect(page.examples.map(({ section }) => section)).toEqual(expect.arrayContaining(['Wrong', 'Right']));
    if (rule.source !== undefined) expect(page.sections.get('Source')).toContain(rule.source);
    expect(text).not.toMatch(/TODO|FIXME/);
  });

  test('has examples that give the findings the page says', () => {
    const { examples } = parseRulePage(text);
    let current = text;
    for (const example of examples.toReversed()) {
      const { section, line, findings, range } = example;
      const all = findingsOfExample(example);
      // A change that one rule is content with is still a change, of which others have something to say.
      const isRightChange = section === 'Right' && example.files.some(({ before }) => before);
      const found = isRightChange ? all.filter((finding) => finding.split(' ')[1] === id) : all;
      if (section === 'Wrong' && !found.some((finding) => finding.split(' ')[1] === id))
        throw new Error(`the wrong example at line ${line} is not found by this rule:\n${found.join('\n')}`);
      if (update && range)
        current = `${current.slice(0, range[0])}${found.join('\n')}\n${current.slice(range[1])}`;
      else expect(found, `${section}, line ${line}`).toEqual(findings);
    }
    if (update && current !== text) writeFileSync(path, current);
  });
});
