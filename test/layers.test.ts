import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const source = fileURLToPath(new URL('../src/', import.meta.url));

/** What a folder of src/ may import, beside itself. ARCHITECTURE.md says why. Data moves one way. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  yaml: ['diagnostics'],
  manifests: ['diagnostics', 'yaml'],
  topology: ['diagnostics', 'yaml'],
  'server-options': ['diagnostics'],
  sizing: ['server-options'],
  survival: [],
  plan: ['diagnostics', 'topology', 'sizing', 'survival', 'server-options'],
  changes: ['diagnostics', 'yaml', 'manifests', 'plan'],
  impact: ['topology', 'sizing', 'survival', 'plan'],
  rules: [
    'diagnostics',
    'topology',
    'plan',
    'manifests',
    'server-options',
    'sizing',
    'survival',
    'changes',
    'impact',
  ],
  imports: [],
  verify: ['diagnostics', 'yaml', 'manifests', 'imports'],
  charts: ['diagnostics', 'topology', 'plan', 'imports', 'yaml'],
  output: ['yaml'],
  steps: ['yaml', 'changes', 'plan', 'charts'],
  trace: [
    'diagnostics',
    'yaml',
    'manifests',
    'topology',
    'sizing',
    'survival',
    'server-options',
    'plan',
    'charts',
    'output',
  ],
  page: ['survival'],
  report: [
    'diagnostics',
    'topology',
    'plan',
    'survival',
    'charts',
    'page',
    'changes',
    'steps',
    'impact',
    'sizing',
  ],
  committed: ['plan', 'output'],
  adopt: ['diagnostics', 'yaml', 'manifests', 'topology', 'plan', 'server-options', 'changes'],
};

interface Import {
  readonly file: string;
  readonly target: string;
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'generated' ? [] : sources(path);
    return /\.ts$/.test(name) && !/(test|testing)\.ts$/.test(name) ? [path] : [];
  });
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path]) => path ?? '');
  return found
    .filter((path) => path.endsWith('.js'))
    .map((path) => join(dirname(file), path.replace(/\.js$/, '.ts')));
}

const imports: Import[] = sources(source).flatMap((file) =>
  importsOf(file).map((target) => ({ file, target })),
);

const show = ({ file, target }: Import): string =>
  `${relative(source, file)} imports ${relative(source, target)}`;
const folderOf = (path: string): string => relative(source, path).split('/')[0] ?? '';

describe('the layers of src/', () => {
  test('every folder imports only what ARCHITECTURE.md allows', () => {
    const wrong = imports.filter(({ file, target }) => {
      const from = folderOf(file);
      const to = folderOf(target);
      return from in allowed && from !== to && !allowed[from]?.includes(to);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('of page/, which runs in browsers, the others know the shape of its data alone', () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        folderOf(target) === 'page' && folderOf(file) !== 'page' && !target.endsWith('page/data.ts'),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('a system under charts/ or rules/ imports no other system', () => {
    const wrong = imports.filter(({ file, target }) => {
      const [layer, system] = relative(source, file).split('/');
      const [otherLayer, other, inside] = relative(source, target).split('/');
      if (layer !== otherLayer || !['charts', 'rules'].includes(layer ?? '')) return false;
      return inside !== undefined && relative(source, file).split('/').length > 2 && system !== other;
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('there are no import cycles', () => {
    const graph = new Map<string, string[]>();
    for (const { file, target } of imports) graph.set(file, [...(graph.get(file) ?? []), target]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      const start = trail.indexOf(file);
      if (start !== -1)
        cycles.push([...trail.slice(start), file].map((each) => relative(source, each)).join(' > '));
      if (start !== -1 || done.has(file)) return;
      for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });
});
