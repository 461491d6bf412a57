import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readInputs, readReferred } from './inputs.js';
import { makeIo, runProgram } from './testing.js';

let directory = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dbspan-inputs-'));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('readInputs', () => {
  test('takes the .yaml and .yml files of a folder by name, and no other', async () => {
    mkdirSync(join(directory, 'all', 'below.yaml'), { recursive: true });
    for (const name of ['b.yaml', 'a.yml', '.hidden.yaml', 'notes.txt'])
      writeFileSync(join(directory, 'all', name), name);
    const inputs = await readInputs(['all/'], makeIo({ directory }).io);
    expect(inputs.map(({ name }) => name)).toEqual(['all/a.yml', 'all/b.yaml']);
  });

  test('reads a file once, however often it is named', async () => {
    writeFileSync(join(directory, 'a.yaml'), '');
    expect(await readInputs(['a.yaml', './a.yaml', '.'], makeIo({ directory }).io)).toHaveLength(1);
  });

  test('stops waiting for standard input when the run is interrupted', async () => {
    const { io, interrupt } = makeIo({ directory, tty: ['stdin'] });
    const reading = readInputs(['-'], io);
    interrupt();
    await expect(reading).rejects.toThrow();
  });
});

describe('readReferred', () => {
  const read = (path: string, from = 'topology.yaml') => readReferred(path, from, makeIo({ directory }).io);

  test('reads a file below the topology, wherever the program stands', () => {
    mkdirSync(join(directory, 'spec'));
    writeFileSync(join(directory, 'spec', 'fra.Corefile'), '.:53 {\n}\n');
    expect(read('fra.Corefile', 'spec/topology.yaml')).toBe('.:53 {\n}\n');
    expect(read('fra.Corefile')).toBeUndefined();
  });

  test('follows no link out of the folder: what the file holds would be published', () => {
    const outside = mkdtempSync(join(tmpdir(), 'dbspan-outside-'));
    writeFileSync(join(outside, 'secret'), 'secret');
    symlinkSync(join(outside, 'secret'), join(directory, 'link'));
    symlinkSync(outside, join(directory, 'folder'));
    const problem = { problem: 'it leads out of the folder of the topology' };
    expect(read('link')).toEqual(problem);
    expect(read('folder/secret')).toEqual(problem);
    rmSync(outside, { recursive: true });
  });

  test('says why a file cannot be read', () => {
    mkdirSync(join(directory, 'folder'));
    writeFileSync(join(directory, 'latin1'), Buffer.from([0xe4]));
    writeFileSync(join(directory, 'large'), 'x'.repeat(1024 * 1024 + 1));
    expect(read('folder')).toEqual({ problem: 'it is a folder' });
    expect(read('latin1')).toEqual({ problem: 'it is not UTF-8' });
    expect(read('large')).toEqual({ problem: 'it is larger than 1 MiB' });
  });
});

test('a file that cannot be read keeps the program from running', async () => {
  const outcome = await runProgram(['validate', 'nowhere.yaml'], { directory });
  expect(outcome).toEqual({
    code: 2,
    stdout: '',
    stderr: 'dbspan: cannot read nowhere.yaml: there is no such file or folder\n',
  });
});
