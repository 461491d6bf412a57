import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { adoptInputs, outputOf } from '../src/adopt/testing.js';
import { richFiles, richTopology } from './rich-topology.js';

// Whatever dbspan writes comes back as a topology that gives the same objects, and that topology as itself.

const root = fileURLToPath(new URL('..', import.meta.url));

/** What comes back in other words, by the file it happens in. Everything else comes back byte for byte. */
const otherwise: Readonly<Record<string, readonly string[]>> = {
  // The round trip of the links stands in a comment, and in no manifest: the timers are the same.
  roundTrip: ['spec.configuration.inline[*.cnf]'],
  // A default that somebody said is left out.
  saidDefault: ['spec.standbyMode'],
};

interface Case {
  readonly name: string;
  readonly content: string;
  readonly readFile: (path: string) => string | undefined;
}

function topologiesBelow(folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).flatMap((name) => {
    const inside = join(path, name);
    if (statSync(inside).isDirectory()) return topologiesBelow(relative(root, inside));
    return name.endsWith('.yaml') && /^kind: Topology/m.test(readFileSync(inside, 'utf8')) ? [inside] : [];
  });
}

function caseOf(path: string): Case {
  const readFile = (name: string): string | undefined => {
    const referred = join(dirname(path), name);
    return existsSync(referred) ? readFileSync(referred, 'utf8') : undefined;
  };
  return { name: relative(root, path), content: readFileSync(path, 'utf8'), readFile };
}

const rich: Case = {
  name: 'test/rich-topology.ts',
  content: richTopology,
  readFile: (path) => (typeof richFiles[path] === 'string' ? richFiles[path] : undefined),
};

const cases = [
  rich,
  ...['spec', 'docs/samples', 'test/golden', '../shared/topologies'].flatMap(topologiesBelow).map(caseOf),
];

describe('what dbspan wrote', () => {
  const seen = new Set<string>();
  let compiled = 0;
  for (const { name, content, readFile } of cases) {
    if (seen.has(content)) continue;
    seen.add(content);
    test(name, () => {
      const given = outputOf(content, readFile);
      if (!given) return;
      compiled += 1;
      const adopted = adoptInputs(given);
      expect(adopted.objects.filter(({ verdict }) => verdict !== 'equal')).toEqual([]);
      const said = adopted.objects.flatMap(({ differences }) => differences.map(({ path }) => path));
      const allowed = new Set(Object.values(otherwise).flat());
      expect(said.filter((path) => !allowed.has(path))).toEqual([]);
      const referred = (path: string) => adopted.companions.find((each) => each.path === path)?.content;
      const again = outputOf(adopted.text ?? '', referred);
      expect(adopted.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(adoptInputs(again ?? []).text).toBe(adopted.text);
    });
  }

  test('are most of the topologies there are', () => {
    expect(compiled).toBeGreaterThan(30);
  });
});
