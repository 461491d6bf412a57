import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogue, isDefinition } from './catalogue.js';

const source = new URL('../', import.meta.url);

/** Modules of the program that declare kinds of finding, found by their text. */
function declaringModules(): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.ts$/.test(path) && !/\.(test|d)\.ts$/.test(path) && !path.endsWith('testing.ts'))
    .filter((path) => /= define(Diagnostic|\w*Rule)\(/.test(readFileSync(new URL(path, source), 'utf8')))
    .sort();
}

describe('the catalogue of findings', () => {
  test('has every id once', () => {
    const ids = catalogue.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids).toEqual([...ids].sort());
  });

  test.each(declaringModules())('holds every kind of finding of %s', async (path) => {
    const module: Record<string, unknown> = await import(new URL(path, source).href);
    const declared = Object.values(module).flat().filter(isDefinition);
    expect(declared.length).toBeGreaterThan(0);
    for (const { id } of declared) expect(catalogue.map((each) => each.id)).toContain(id);
  });

  test('has ids that explain and waivers can name, and says why', () => {
    for (const { id, why, messages } of catalogue) {
      expect(id).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/);
      expect(why.length, id).toBeGreaterThan(10);
      expect(Object.keys(messages), id).not.toEqual([]);
    }
  });
});
