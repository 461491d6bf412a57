import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { runProgram } from '../src/cli/testing.js';

// One folder a scenario:
//   args             the arguments, one a line
//   input/           the working directory before the run
//   stdin            what standard input holds, where there is one
//   expected/        exit, stdout, stderr, and dist/ where the run writes one
// `npm run test:update` rewrites expected/; read the diff before committing it.

const scenarios = fileURLToPath(new URL('golden/', import.meta.url));
const update = process.env['UPDATE_GOLDEN'] === '1';
const workspace = mkdtempSync(join(tmpdir(), 'dbspan-golden-'));

afterAll(() => rmSync(workspace, { recursive: true, force: true }));

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    })
    .sort();
}

function tree(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(folder).map((path) => [relative(folder, path), readFileSync(path, 'utf8')]),
  );
}

async function runScenario(scenario: string): Promise<Record<string, string>> {
  const folder = join(scenarios, scenario);
  const directory = join(workspace, scenario);
  mkdirSync(directory, { recursive: true });
  if (existsSync(join(folder, 'input'))) cpSync(join(folder, 'input'), directory, { recursive: true });
  const stdin = join(folder, 'stdin');
  const given = readFileSync(join(folder, 'args'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const { code, stdout, stderr } = await runProgram(given, {
    directory,
    ...(existsSync(stdin) ? { stdin: readFileSync(stdin) } : {}),
  });
  const outcome: Record<string, string> = { exit: `${code}\n` };
  if (stdout !== '') outcome['stdout'] = stdout;
  if (stderr !== '') outcome['stderr'] = stderr;
  for (const [path, content] of Object.entries(tree(join(directory, 'dist'))))
    outcome[`dist/${path}`] = content;
  return outcome;
}

function rewrite(folder: string, outcome: Readonly<Record<string, string>>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of Object.entries(outcome)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

test.each(readdirSync(scenarios).sort())('%s', async (scenario) => {
  const outcome = await runScenario(scenario);
  const expected = join(scenarios, scenario, 'expected');
  if (update) rewrite(expected, outcome);
  expect(outcome).toEqual(tree(expected));
});
