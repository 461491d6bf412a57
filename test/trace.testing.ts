import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '../src/compile.js';
import type { OutputFile } from '../src/output/tree.js';
import type { Plan } from '../src/plan/index.js';
import { synthesize } from '../src/synthesize.js';
import { richFiles, richTopology } from './rich-topology.js';

/** A program whose output is traced. */
export interface Program {
  readonly title: string;
  readonly content: string;
  /** Reads what it refers to. */
  readonly readFile: (path: string) => string | undefined;
}

const root = fileURLToPath(new URL('..', import.meta.url));

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    })
    .sort();
}

function programOf(path: string): Program {
  const folder = dirname(path);
  return {
    title: relative(root, path),
    content: readFileSync(path, 'utf8'),
    readFile: (name) => {
      try {
        return readFileSync(resolve(folder, name), 'utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** Every topology that the repository has and that compiles. */
export function programs(): Program[] {
  const folders = ['spec', 'test/golden', '../shared/topologies'].map((name) => join(root, name));
  const paths = folders
    .flatMap((folder) => {
      try {
        return filesBelow(folder);
      } catch {
        return [];
      }
    })
    .filter((path) => /\.ya?ml$/.test(path) && !path.includes('/expected/') && !path.includes('/dist/'));
  const rich: Program = {
    title: 'rich',
    content: richTopology,
    readFile: (path) => richFiles[path] as string | undefined,
  };
  return [...paths.map(programOf), rich].filter((program) => plansOf(program).length > 0);
}

export function plansOf({ content, readFile }: Program): readonly Plan[] {
  return compile([{ name: 'topology.yaml', content }], { readFile }).plans;
}

export function filesOf(plans: readonly Plan[]): readonly OutputFile[] {
  return synthesize(plans).files;
}
