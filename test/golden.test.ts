import { execFileSync } from 'node:child_process';
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
// What came before the run, in this order, each where it is there:
//   git/1/, git/2/   commits, each with the output of its topology
//   before/          topologies whose output is in dist/ before input/ takes their place
//   runs             commands before the one that counts, one a line
// Then expected/ has, of dist/ and all else, only what the run wrote: written/, and removed with the paths that went.
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

/** Git without anything of this machine, at a time of its own: the same files give the same commits. */
const gitEnvironment = {
  PATH: process.env['PATH'] ?? '',
  HOME: workspace,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
};

function git(directory: string, ...given: readonly string[]): void {
  const date = '2026-01-01T00:00:00Z';
  const author = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_AUTHOR_DATE: date };
  const committer = {
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.org',
    GIT_COMMITTER_DATE: date,
  };
  execFileSync('git', given, { cwd: directory, env: { ...gitEnvironment, ...author, ...committer } });
}

async function makeCommits(folder: string, directory: string): Promise<void> {
  git(directory, 'init', '--quiet', '--initial-branch=main');
  for (const name of readdirSync(folder).sort()) {
    for (const each of readdirSync(directory))
      if (each !== '.git') rmSync(join(directory, each), { recursive: true });
    cpSync(join(folder, name), directory, { recursive: true });
    if (existsSync(join(directory, 'topology.yaml'))) await prepare(['synth'], directory);
    git(directory, 'add', '--all');
    git(directory, 'commit', '--quiet', '--message', name);
    git(directory, 'tag', `v${name}`);
  }
}

async function prepare(given: readonly string[], directory: string): Promise<void> {
  const { code, stderr } = await runProgram(given, { directory });
  if (code !== 0) throw new Error(`${given.join(' ')}: ${stderr}`);
}

/** What is in a working directory, Git's own files aside. */
function workingTree(directory: string): Record<string, string> {
  return Object.fromEntries(Object.entries(tree(directory)).filter(([path]) => !path.startsWith('.git/')));
}

async function runScenario(scenario: string): Promise<Record<string, string>> {
  const folder = join(scenarios, scenario);
  const directory = join(workspace, scenario);
  mkdirSync(directory, { recursive: true });
  const [commits, before, runs] = ['git', 'before', 'runs'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const isLater = [commits, before, runs].some((path) => existsSync(path));
  if (existsSync(commits)) await makeCommits(commits, directory);
  if (existsSync(before)) {
    cpSync(before, directory, { recursive: true });
    await prepare(['synth'], directory);
  }
  if (existsSync(join(folder, 'input'))) cpSync(join(folder, 'input'), directory, { recursive: true });
  if (existsSync(runs))
    for (const line of readFileSync(runs, 'utf8').split('\n'))
      if (line !== '') await prepare(line.split(' '), directory);
  const stood = isLater ? workingTree(directory) : {};
  const stdin = join(folder, 'stdin');
  const given = readFileSync(join(folder, 'args'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const { code, stdout, stderr } = await runProgram(given, {
    directory,
    ...(existsSync(stdin) ? { stdin: readFileSync(stdin) } : {}),
    ...(existsSync(commits) ? { env: gitEnvironment } : {}),
  });
  const outcome: Record<string, string> = { exit: `${code}\n` };
  if (stdout !== '') outcome['stdout'] = stdout;
  if (stderr !== '') outcome['stderr'] = stderr;
  if (isLater) return { ...outcome, ...writtenBy(stood, workingTree(directory)) };
  for (const [path, content] of Object.entries(tree(join(directory, 'dist'))))
    outcome[`dist/${path}`] = content;
  return outcome;
}

function writtenBy(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Record<string, string> {
  const written = Object.entries(after).filter(([path, content]) => before[path] !== content);
  const gone = Object.keys(before).filter((path) => !(path in after));
  return {
    ...Object.fromEntries(written.map(([path, content]) => [`written/${path}`, content])),
    ...(gone.length > 0 ? { removed: `${gone.join('\n')}\n` } : {}),
  };
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
