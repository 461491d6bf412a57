import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { planRules, programRules, topologyRules } from './catalogue.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
const all = [...topologyRules, ...planRules, ...programRules];

/** Ids of the rules that have a file. */
function written(): string[] {
  const ids: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    for (const file of readdirSync(`${folder}${entry.name}`)) {
      if (!/^[a-z-]+\.ts$/.test(file)) continue;
      ids.push(`${entry.name}/${file.slice(0, -'.ts'.length)}`);
    }
  }
  return ids.sort();
}

describe('the catalogue', () => {
  test.each([
    ['topologyRules', topologyRules],
    ['planRules', planRules],
    ['programRules', programRules],
  ])('%s are sorted by id', (_, rules) => {
    const ids: string[] = rules.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
  });

  test('has every rule that has a file, once', () => {
    expect(all.map(({ id }) => id).sort()).toEqual(written());
  });

  test.each(all.map(({ id }) => id))('%s has a test beside it', (id) => {
    expect(existsSync(`${folder}${id}.test.ts`)).toBe(true);
  });

  test.each(all.map((rule) => [rule.id, rule.why] as const))('%s says why in one sentence', (_, why) => {
    expect(why).toMatch(/^\S[^\n]*[^.\s]$/);
    expect(why).not.toMatch(/[.!?] [A-Z]/);
  });
});
