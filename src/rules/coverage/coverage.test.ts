import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../catalogue.js';
import { facts } from './index.js';
import { sectionOf, sections } from './sections.js';

const ids = new Set<string>(rules.map(({ id }) => id));
const numbers = (letter: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);

/** The numbered facts of the sheets. */
const numbered = {
  kubedb: [...numbers('M', 1, 25), ...numbers('G', 1, 20), ...numbers('C', 0, 21), ...numbers('§0 ', 1, 10)],
  ocm: [...numbers('§C ', 1, 8), ...numbers('§E ', 1, 9)],
  'mariadb-operator': [...numbers('§0 ', 1, 25), ...numbers('§2.2 ', 1, 17)],
  galera: [
    ...Array.from({ length: 26 }, (_, index) => `G${String(index + 1).padStart(2, '0')}`),
    ...numbers('§1 ', 1, 9),
  ],
  sizing: [...numbers('§0 ', 1, 9), ...numbers('§9.1 ', 1, 4)],
  kubeslice: [...numbers('§2 SliceConfig ', 1, 7), ...numbers('§4 length ', 1, 9)],
} as const;

describe('the coverage of facts', () => {
  test('names rules that there are', () => {
    const unknown = facts.flatMap(({ id, covered }) =>
      typeof covered === 'string'
        ? []
        : covered.filter((rule) => !ids.has(rule)).map((rule) => `${id}: ${rule}`),
    );
    expect(unknown).toEqual([]);
  });

  test('has every fact once, with what it is and what covers it', () => {
    const keys = facts.map(({ sheet, id }) => `${sheet} ${id}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    for (const { id, fact, covered } of facts) {
      expect(fact.length, id).toBeGreaterThan(5);
      if (typeof covered === 'string') expect(covered.length, id).toBeGreaterThan(10);
    }
  });

  test('has a section for every fact, and a fact in every section', () => {
    expect(facts.filter((fact) => sectionOf(fact) === undefined).map(({ id }) => id)).toEqual([]);
    const used = new Set(facts.map(sectionOf));
    expect(Object.values(sections).flatMap((each) => each.filter((section) => !used.has(section)))).toEqual(
      [],
    );
  });

  test.each(Object.entries(numbered))('has every numbered fact of %s', (sheet, expected) => {
    const present = new Set(facts.filter((fact) => fact.sheet === sheet).map(({ id }) => id));
    expect(expected.filter((id) => !present.has(id))).toEqual([]);
  });

  test('covers something with every rule about a system', () => {
    const used = new Set(facts.flatMap(({ covered }) => (typeof covered === 'string' ? [] : covered)));
    const own = /^(?:topology|provider|program)\//;
    expect([...ids].filter((id) => !used.has(id) && !own.test(id))).toEqual([]);
  });

  const sheet = new URL('../../../../shared/facts/kubedb.md', import.meta.url);
  test.runIf(existsSync(sheet))('numbers the facts as the sheet does', () => {
    const text = readFileSync(sheet, 'utf8');
    const found = [...text.matchAll(/^\| ([MGC]\d+) \|/gm)].map(([, id]) => id);
    const listed: readonly string[] = numbered.kubedb;
    expect(found.filter((id) => !listed.includes(id ?? ''))).toEqual([]);
  });
});
