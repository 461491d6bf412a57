import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { runProgram } from '../src/cli/testing.js';
import { formats, isMachineFormat } from '../src/report/formats.js';
import { validators } from '../src/report/validators.testing.js';

// Every golden scenario of a command that reports findings, in every form for machines: valid, alone on standard output,
// with the exit code that it has for people.

const scenarios = fileURLToPath(new URL('golden/', import.meta.url));
const workspace = mkdtempSync(join(tmpdir(), 'dbspan-formats-'));

afterAll(() => rmSync(workspace, { recursive: true, force: true }));

interface Scenario {
  readonly name: string;
  readonly given: readonly string[];
  readonly exit: number;
}

const reporting: readonly Scenario[] = readdirSync(scenarios).flatMap((name) => {
  const read = (path: string): string => readFileSync(join(scenarios, name, path), 'utf8');
  const given = read('args').split('\n').filter(Boolean);
  if (!['synth', 'validate', 'verify', 'size'].includes(given[0] ?? '') || given.includes('--help'))
    return [];
  // What is prepared by commits and earlier runs is the business of the golden scenarios alone.
  if (['git', 'before', 'runs'].some((each) => existsSync(join(scenarios, name, each)))) return [];
  const format = given.indexOf('--format');
  if (format !== -1 && !formats.includes(given[format + 1] ?? '')) return [];
  const rest = format === -1 ? given : given.toSpliced(format, 2);
  return { name, given: rest, exit: Number(read('expected/exit')) };
});

test.each(formats.filter(isMachineFormat))('%s', { timeout: 120_000 }, async (format) => {
  const outputs: string[] = [];
  for (const { name, given, exit } of reporting) {
    const folder = join(scenarios, name);
    const directory = join(workspace, format, name);
    mkdirSync(directory, { recursive: true });
    if (existsSync(join(folder, 'input'))) cpSync(join(folder, 'input'), directory, { recursive: true });
    const stdin = existsSync(join(folder, 'stdin')) ? { stdin: readFileSync(join(folder, 'stdin')) } : {};
    const [command = '', ...rest] = given;
    const { code, stdout, stderr } = await runProgram([command, '--format', format, ...rest], {
      directory,
      ...stdin,
    });
    expect({ name, code, stderr }).toEqual({ name, code: exit, stderr: '' });
    outputs.push(stdout);
  }
  expect(outputs.length).toBeGreaterThan(50);
  expect(await validators[format]?.(outputs)).toEqual([]);
});
