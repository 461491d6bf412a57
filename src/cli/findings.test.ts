import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { goodTopology } from '../rules/testing.js';
import { runProgram, type Surroundings } from './testing.js';

let root = '';
let directory = '';
const warned = goodTopology.replace('    kubesliceDNS: 10.43.0.101\n', '');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dbspan-findings-'));
  directory = join(root, 'infra', 'db');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'topology.yaml'), warned);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const run = (line: string, surroundings: Surroundings = {}) =>
  runProgram(line.split(' '), { directory, ...surroundings });

describe('paths in a review', () => {
  test.each(['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'])('count from %s', async (name) => {
    const { stdout } = await run('validate --format github', { env: { [name]: root } });
    expect(stdout).toContain('::warning file=infra/db/topology.yaml,');
  });

  test.each(['', '/nowhere/at/all', '/etc'])(
    'count from the working folder when the root is %j',
    async (path) => {
      const { stdout } = await run('validate --format github', { env: { GITHUB_WORKSPACE: path } });
      expect(stdout).toContain('::warning file=topology.yaml,');
    },
  );
});

describe('--max-warnings', () => {
  test.each(['', '-1', '1.5', '1e3', 'x', '٣', '9999999999'])('cannot be %j', async (value) => {
    const { code, stderr } = await runProgram(['validate', `--max-warnings=${value}`], { directory });
    expect({ code, first: stderr.split('\n')[0] }).toEqual({
      code: 2,
      first: `dbspan: --max-warnings takes a whole number of warnings, not ${value}`,
    });
  });

  test.each([
    ['validate --max-warnings 1', 0],
    ['validate --max-warnings 0', 1],
    ['validate --max-warnings 0 --format sarif', 1],
    ['synth --max-warnings 1', 0],
    ['synth --max-warnings 0', 1],
  ])('%s exits with %d', async (line, expected) => {
    expect((await run(line)).code).toBe(expected);
  });

  test('is judged before anything is read', async () => {
    const { stderr } = await run('validate nowhere.yaml --max-warnings x');
    expect(stderr).toContain('--max-warnings takes');
  });

  test('forbids beside what --check finds', async () => {
    await run('synth');
    const fresh = await run('synth --check --max-warnings 0');
    expect({ code: fresh.code, stdout: fresh.stdout }).toEqual({
      code: 1,
      stdout: 'dist/ is up to date, 1 warning\n',
    });
    expect(fresh.stderr).toContain('1 warning, and --max-warnings allows none');
    writeFileSync(join(directory, 'topology.yaml'), warned.replace('20Gi', '30Gi'));
    const stale = await run('synth --check --max-warnings 0 --format json');
    expect(JSON.parse(stale.stdout).problems.map(({ id }: { id: string }) => id)).toEqual([
      'run/max-warnings',
      'output/stale',
    ]);
  });
});

describe('a form for machines', () => {
  test('is heard however wrong the rest is', async () => {
    for (const given of [
      ['frob', '--format', 'sarif'],
      ['validate', '--frob', '--format=sarif'],
      ['validate', '--max-warnings', 'x', '--format', 'sarif'],
    ]) {
      const { code, stdout, stderr } = await runProgram(given, { directory });
      expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
      expect(JSON.parse(stdout).runs[0].invocations[0].executionSuccessful).toBe(false);
    }
  });

  test('is not heard where it is no value of --format', async () => {
    const { stdout, stderr } = await runProgram(['json'], { directory });
    expect({ stdout, first: stderr.split('\n')[0] }).toEqual({
      stdout: '',
      first: 'dbspan: there is no command json',
    });
  });
});
