import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import nodeFs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { put, snapshot, temporaryDirectory, treeOf } from './testing.js';
import { recover, writeTree } from './tree.js';

/** Each wave of the one has files that the other lacks, so that every run adds, changes, removes and keeps. */
const A = treeOf(manifestsOf('a', 90));
const B = treeOf(manifestsOf('b', 110), 'b');
const OWN = { 'wave-1/mine.txt': 'mine', link: '-> wave-1/mine.txt', 'empty/': '' };

function manifestsOf(version: string, count: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let i = 0; i < count; i += 1) {
    const text = i % 3 === 0 ? 'same' : `${version} `.repeat(500);
    files[`wave-${i % 7}/${i % 5 === 0 ? version : 'x'}-${i}.yaml`] = text;
  }
  return files;
}

/** A program that writes A and B in turn until it is killed, and says so once it has begun. */
async function compileWriter(directory: string): Promise<string> {
  const program = join(directory, 'writer.mjs');
  const module = fileURLToPath(new URL('./tree.ts', import.meta.url));
  await build({
    stdin: {
      resolveDir: directory,
      contents: `
        import { writeTree } from ${JSON.stringify(module)};
        const trees = ${JSON.stringify([A, B])};
        const [dist, rounds] = process.argv.slice(2);
        for (let round = 0; round < Number(rounds); round += 1) {
          const result = await writeTree(dist, trees[round % 2]);
          if (!result.ok || result.warnings.length > 0) console.error(JSON.stringify(result));
          if (round === 0) console.log('begun');
        }`,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
    logLevel: 'warning',
  });
  return program;
}

function start(program: string, dist: string, rounds: number): { child: ChildProcess; errors: () => string } {
  const child = spawn(process.execPath, [program, dist, `${rounds}`], { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  return { child, errors: () => errors };
}

/** The only two states that may ever be seen. */
async function legalStates(): Promise<unknown[]> {
  const states: unknown[] = [];
  for (const tree of [A, B]) {
    const dist = join(temporaryDirectory(), 'dist');
    await writeTree(dist, tree);
    put(dist, OWN);
    states.push(snapshot(dist));
  }
  return states;
}

describe('whatever happens to a process', () => {
  test('a killed one leaves one tree or the other', async () => {
    const parent = temporaryDirectory();
    const program = await compileWriter(temporaryDirectory());
    const dist = join(parent, 'dist');
    const legal = await legalStates();
    await writeTree(dist, A);
    put(dist, OWN);
    let repaired = 0;
    for (let kill = 0; kill < 25; kill += 1) {
      const { child, errors } = start(program, dist, 1e9);
      if (child.stdout !== null) await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
      child.kill('SIGKILL');
      await once(child, 'close');
      expect(errors()).toBe('');

      if (nodeFs.readdirSync(parent).length > 1) repaired += 1;
      expect(await recover(dist)).toMatchObject({ ok: true, warnings: [] });
      expect(legal).toContainEqual(snapshot(dist));
      expect(nodeFs.readdirSync(parent)).toEqual(['dist']);
    }
    expect(repaired).toBeGreaterThan(0);
  });

  test('several at once do not disturb each other', async () => {
    const parent = temporaryDirectory();
    const program = await compileWriter(temporaryDirectory());
    const dist = join(parent, 'dist');
    const legal = await legalStates();
    await writeTree(dist, A);
    put(dist, OWN);
    const writers = [10, 11, 10].map((rounds) => start(program, dist, rounds));
    await Promise.all(writers.map(({ child }) => once(child, 'close')));
    expect(writers.map(({ errors }) => errors())).toEqual(['', '', '']);
    expect(legal).toContainEqual(snapshot(dist));
    expect(nodeFs.readdirSync(parent)).toEqual(['dist']);
  });

  test('nor do several in one process', async () => {
    const parent = temporaryDirectory();
    const dist = join(parent, 'dist');
    const results = await Promise.all([A, B, A, B].map((tree) => writeTree(dist, tree)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(nodeFs.readdirSync(parent)).toEqual(['dist']);
  });
});
