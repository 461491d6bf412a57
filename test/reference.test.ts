import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { commandPage, findingsPage, languagePage } from '../scripts/reference.js';

test.each([
  ['docs/cli.md', commandPage],
  ['docs/findings.md', findingsPage],
  ['docs/language.md', languagePage],
] as const)('%s is what the code gives', (path, page) => {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, page());
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(page());
});
