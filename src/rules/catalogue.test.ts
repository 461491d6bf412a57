import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogueModule } from '../../scripts/catalogue.mjs';
import { rules, rulesOf } from './catalogue.js';

describe('the catalogue', () => {
  test('lists the rules that have a file', () => {
    const path = new URL('generated/catalogue.ts', import.meta.url);
    expect(readFileSync(path, 'utf8'), 'run npm run generate').toBe(catalogueModule());
  });

  test('has every id once, sorted', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test('gives a stage the rules that have a check for it', () => {
    for (const stage of ['topology', 'plan', 'program', 'manifests'] as const)
      expect(rulesOf(stage)).toEqual(rules.filter(({ stages }) => stages.includes(stage)));
  });
});
