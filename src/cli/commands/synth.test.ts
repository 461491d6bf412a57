import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { goodTopology } from '../../rules/testing.js';
import { run } from '../run.js';
import { makeIo, runProgram } from '../testing.js';

let directory = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dbspan-synth-'));
  writeFileSync(join(directory, 'a.yaml'), goodTopology);
  writeFileSync(
    join(directory, 'b.yaml'),
    goodTopology
      .replaceAll('shop', 'mall')
      .replaceAll('fra', 'rom')
      .replaceAll('ams', 'mil')
      .replace('orders', 'carts'),
  );
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const synth = (...given: readonly string[]) => runProgram(['synth', ...given], { directory });

describe('dbspan synth', () => {
  test('names the clusters that leave the output', async () => {
    expect((await synth('a.yaml', 'b.yaml')).code).toBe(0);
    // To take a slice down is several commits: the first run without a file of the program is refused.
    const refused = await synth('a.yaml');
    expect(refused).toMatchObject({ code: 1, stdout: 'nothing was written: 1 error, 3 warnings\n' });
    expect(refused.stderr).toContain('error change/several-commits');
    let stdout = 'This is step';
    for (let step = 1; stdout.includes('This is step'); step += 1) {
      const run = await synth('a.yaml', '--step', String(step));
      expect(run.code).toBe(0);
      stdout = run.stdout;
    }
    expect(stdout).toContain(
      'removed with everything in it: mil, rom. If that was not meant, was every file of the program given?',
    );
    expect(readdirSync(join(directory, 'dist')).sort()).toEqual(['.dbspan.json', 'RUNBOOK.md', 'ams', 'fra']);
    expect((await synth('a.yaml')).stdout).not.toContain('removed with');
  });

  test('writes no step towards what is refused at the end', async () => {
    await synth('a.yaml');
    const moved = `${goodTopology.replaceAll('ams', 'par')}`;
    writeFileSync(join(directory, 'a.yaml'), moved);
    const { code, stderr } = await synth('a.yaml', '--step', '1');
    expect(code).toBe(1);
    expect(stderr).toContain('error placement/ordinal-moved: ordinal 1 of orders moves from ams to par');
    const whole = await synth('a.yaml');
    expect(whole.stderr).not.toContain('--step 1');
  });

  test('checks a step that is there, whatever the rest of the change does', async () => {
    const larger = goodTopology
      .replace(
        'slice:\n',
        '  - name: par\n    distribution: k3s\n    networkInterface: eth0\n    kubesliceDNS: 10.43.0.102\nslice:\n',
      )
      .replace(
        '        replicas: [1]\n',
        '        replicas: [1]\n      - cluster: par\n        replicas: [3, 4]\n',
      );
    writeFileSync(join(directory, 'a.yaml'), larger);
    expect((await synth('a.yaml')).code).toBe(0);
    writeFileSync(join(directory, 'a.yaml'), goodTopology);
    expect((await synth('a.yaml', '--step', '1')).code).toBe(0);
    const { code, stderr } = await synth('a.yaml', '--check');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('writes over what was never applied', async () => {
    await synth('a.yaml', 'b.yaml');
    expect((await synth('a.yaml')).code).toBe(1);
    const { code, stdout } = await synth('a.yaml', '--never-applied');
    expect(code).toBe(0);
    expect(stdout).toContain('removed with everything in it: mil, rom');
    expect(await synth('a.yaml', '--never-applied', '--step', '1')).toMatchObject({ code: 2 });
  });

  test('names none when nothing is written', async () => {
    await synth('a.yaml');
    writeFileSync(join(directory, 'a.yaml'), goodTopology.replace('20Gi', '20GB'));
    const { code, stdout } = await synth('a.yaml', '--format', 'json');
    expect({ code, gone: JSON.parse(stdout).gone }).toEqual({ code: 1, gone: [] });
  });

  test('gives the same tree whatever the order of the files', async () => {
    await synth('a.yaml', 'b.yaml');
    const { code, stdout } = await synth('b.yaml', 'a.yaml', '--check');
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'dist/ is up to date, no findings\n' });
  });

  test('leaves everything as it is when the run was interrupted', async () => {
    await synth('a.yaml');
    const { io, stdout } = makeIo({ directory });
    const aborted = { ...io, signal: AbortSignal.abort() };
    expect(await run(['synth', 'b.yaml'], aborted)).toBe(2);
    expect(stdout()).toBe('');
    expect((await synth('a.yaml', '--check')).code).toBe(0);
  });
});
