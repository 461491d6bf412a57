import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formats } from '../../report/formats.js';
import { commands } from '../commands.js';
import { runProgram } from '../testing.js';

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dbspan-completion-'));
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { code, stdout, stderr } = await runProgram(['completion', shell]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    writeFileSync(join(folder, `script.${shell}`), stdout);
  }
  mkdirSync(join(folder, 'work', 'sub folder'), { recursive: true });
  for (const name of ['a.yaml', 'b c.yml', 'notes.txt']) writeFileSync(join(folder, 'work', name), '');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What bash offers for a line of words; the last is the one being typed. */
function offeredByBash(...words: string[]): string[] {
  const script = `
    source "$1"; shift
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
    _dbspan 2>&1
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync(
    'bash',
    ['--norc', '-c', script, 'bash', join(folder, 'script.bash'), ...words],
    { cwd: join(folder, 'work'), encoding: 'utf8' },
  );
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout.split('\n').filter((line) => line !== '');
}

describe.skipIf(!has('bash'))('completion for bash', () => {
  test('is a script that bash reads', () => {
    expect(spawnSync('bash', ['-n', join(folder, 'script.bash')]).status).toBe(0);
  });

  test.each([
    [['sy'], ['synth']],
    [['v'], ['validate', 'verify', 'version']],
    [['--v'], ['--version']],
    [['synth', '--f'], ['--format']],
    [['synth', '--format', ''], formats],
    [
      ['synth', '--format', '=', 'j'],
      ['json', 'junit'],
    ],
    [['synth', '--format', '='], formats],
    [['synth', '-o', ''], ['sub folder']],
    [
      ['synth', ''],
      ['sub folder', 'a.yaml', 'b c.yml'],
    ],
    [['synth', 'a.yaml', 'b'], ['b c.yml']],
    [['init', '-o', 'n'], ['notes.txt']],
    [['init', '--engine', 'p'], ['postgres']],
    [['init', '-c', ''], []],
    [['explain', 'slice.sub'], ['slice.subnet']],
    [['explain', 'dns/address-un'], ['dns/address-unknown']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['help', 'exp'], ['explain']],
    [['nonsense', ''], []],
  ])('offers for %j', (given, offered) => {
    expect(offeredByBash('dbspan', ...given)).toEqual(offered);
  });

  test('offers the fields below a name', () => {
    const offered = offeredByBash('dbspan', 'explain', 'sli');
    expect(offered).toContain('slice');
    expect(offered).toContain('slice.namespaces.clusters');
    for (const name of offered) expect(name).toMatch(/^slice/);
  });

  test('knows every command and option', () => {
    expect(offeredByBash('dbspan', '')).toEqual(expect.arrayContaining(commands.map(({ name }) => name)));
    for (const { name, options } of commands) {
      const long = Object.keys(options).map((option) => `--${option}`);
      expect(offeredByBash('dbspan', name, '--')).toEqual([...long, '--help']);
    }
  });
});

describe.skipIf(!has('zsh'))('completion for zsh', () => {
  test('is a script that zsh reads', () => {
    const { status, stderr } = spawnSync('zsh', ['-n', join(folder, 'script.zsh')], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe.skipIf(!has('fish'))('completion for fish', () => {
  test('is a script that fish reads', () => {
    expect(spawnSync('fish', ['--no-execute', join(folder, 'script.fish')]).status).toBe(0);
  });

  test.each([
    ['dbspan sy', ['synth']],
    ['dbspan synth --f', ['--format']],
    ['dbspan explain slice.sub', ['slice.subnet']],
  ])('offers for %s', (line, offered) => {
    const command = `source ${join(folder, 'script.fish')}; complete -C '${line}'`;
    const { stdout } = spawnSync('fish', ['--no-config', '-c', command], { encoding: 'utf8' });
    expect(
      stdout
        .trim()
        .split('\n')
        .map((each) => each.split('\t')[0]),
    ).toEqual(offered);
  });
});

describe('dbspan completion', () => {
  test('starts no process to complete', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { stdout } = await runProgram(['completion', shell]);
      const code = stdout.split('\n').filter((line) => !line.trimStart().startsWith('#'));
      expect(code.join('\n')).not.toMatch(/[$(]\(?dbspan /);
    }
  });

  test('needs a shell', async () => {
    expect(await runProgram(['completion'], { env: { SHELL: '/usr/bin/fish' } })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'dbspan: completion needs the name of a shell: bash, zsh, fish\n  fix: for yours: dbspan completion fish\n',
    });
    expect((await runProgram(['completion'])).stderr).toBe(
      'dbspan: completion needs the name of a shell: bash, zsh, fish\n',
    );
  });

  test.each([
    ['bsh', 'did you mean bash?'],
    ['ZSH', 'did you mean zsh?'],
    ['powershell', 'there is one for bash, zsh, fish'],
  ])('has none for %s', async (shell, fix) => {
    expect(await runProgram(['completion', shell])).toEqual({
      code: 2,
      stdout: '',
      stderr: `dbspan: there is no completion for ${shell}\n  fix: ${fix}\n`,
    });
  });
});
