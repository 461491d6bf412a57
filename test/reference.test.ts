import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commandPage, languagePage } from '../scripts/reference.js';
import { presentRuleDocs, ruleDocs } from '../scripts/rule-docs.js';
import { sizingPage } from '../scripts/sizing-page.js';

const update = process.env['UPDATE_GOLDEN'] === '1';
const fileOf = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

function hold(path: string, page: string): void {
  const file = fileOf(path);
  if (update) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, page);
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(page);
}

test.each([
  ['docs/cli.md', commandPage],
  ['docs/language.md', languagePage],
  ['docs/sizing.md', sizingPage],
] as const)('%s is what the code gives', async (path, page) => hold(path, await page()));

describe('docs/rules/', () => {
  const pages = ruleDocs();

  test.each([...pages])('%s is what the rules give', (path, page) => hold(`docs/rules/${path}`, page));

  test('holds nothing else', () => {
    const stale = presentRuleDocs().filter((path) => !pages.has(path));
    if (update) for (const path of stale) rmSync(fileOf(`docs/rules/${path}`));
    else expect(stale).toEqual([]);
  });
});
