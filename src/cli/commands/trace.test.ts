import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { richFiles, richTopology } from '../../../test/rich-topology.js';
import { validators } from '../../report/validators.testing.js';
import { runProgram } from '../testing.js';

let directory = '';

const items = 'dist/fra/70-database/mariadb.catalog.items.yaml';

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'dbspan-trace-'));
  mkdirSync(join(directory, 'corefiles'));
  writeFileSync(join(directory, 'topology.yaml'), richTopology);
  for (const [path, content] of Object.entries(richFiles))
    writeFileSync(join(directory, path), String(content));
  expect((await runProgram(['synth'], { directory })).code).toBe(0);
}, 60_000);

afterAll(() => rmSync(directory, { recursive: true, force: true }));

const trace = (...given: string[]) => runProgram(['trace', ...given], { directory });

function lineNumber(text: string, words: string): number {
  return text.split('\n').findIndex((line) => line.includes(words)) + 1;
}

describe('a line of the output', () => {
  test('inside a text of options is the option', async () => {
    const { stdout } = await runProgram(['trace', items], { directory });
    expect(stdout).toContain('max_connections');
    const { readFileSync } = await import('node:fs');
    const text = readFileSync(join(directory, items), 'utf8');
    const told = await trace(`${items}:${lineNumber(text, 'max_connections = 150')}`);
    expect(told.stdout).toContain('#/spec/configuration/inline/dbspan.cnf/max_connections = 150');
    const comment = await trace(`${items}:${lineNumber(text, 'max_connections = 150') - 1}`);
    expect(comment.stdout).toBe(told.stdout);
    const parts = await trace(`${items}:${lineNumber(text, 'wsrep_provider_options')}`);
    expect(parts.stdout).toContain('"evs.suspect_timeout"');
  });

  test('that opens a block is all that stands in it', async () => {
    const { readFileSync } = await import('node:fs');
    const text = readFileSync(join(directory, items), 'utf8');
    const { stdout } = await trace(`${items}:${lineNumber(text, '  tls:')}`);
    expect(stdout).toContain('spec.tls.issuerRef.name');
    expect(stdout).not.toContain('spec.replicas');
  });

  test('that is not there is said to be so', async () => {
    const { code, stderr } = await trace(`${items}:100000`);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('has no line 100000'),
    });
  });
});

describe('what leads elsewhere is refused', () => {
  test.each([
    ['dist/../topology.yaml', 'is a whole topology'],
    ['dist/../../etc/passwd', 'is neither in dist nor a topology'],
    ['/etc/passwd', 'is neither in dist nor a topology'],
    ['/etc/passwd#/x', 'is neither in dist nor a topology'],
    ['dist/.dbspan.json', 'is the index of the output'],
    ['dist/fra', 'synth writes no dist/fra'],
    [`${items}#/spec/__proto__`, 'has no field /spec/__proto__'],
    [`${items}:3#/spec`, 'a line and a field were both named'],
    ['x'.repeat(5000), 'at most 4096 characters'],
    ['databases[gone]', 'databases has no [gone]'],
    ['__proto__', 'the topology has no __proto__'],
    ['other/databases[items]', 'there is no topology other'],
    ['elsewhere.yaml:3', 'cannot read elsewhere.yaml'],
    ['topology.yaml:9999', 'and no line 9999'],
  ])('%s', async (place, message) => {
    const { code, stderr } = await trace(place);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });

  test('a symbolic link out of the output', async () => {
    const path = 'dist/ams/15-klusterlet/klusterlet.klusterlet.yaml';
    rmSync(join(directory, path));
    symlinkSync('/etc/hostname', join(directory, path));
    const { code, stderr } = await trace(path);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('leads out of dist') });
  });

  test('a file that is larger than any', async () => {
    const path = 'dist/par/15-klusterlet/klusterlet.klusterlet.yaml';
    writeFileSync(join(directory, path), 'x'.repeat(20 * 1024 * 1024));
    const { code, stderr } = await trace(path);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('larger than what dbspan writes'),
    });
  });

  test('a file that is no YAML any more: the topology says what would be there', async () => {
    const path = 'dist/lon/15-klusterlet/klusterlet.klusterlet.yaml';
    writeFileSync(join(directory, path), '{[\u0000');
    const { code, stdout, stderr } = await trace(`${path}#/spec/clusterName`);
    expect({ code, stdout, stderr }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('clusters[lon].name'),
      stderr: expect.stringContaining('is not what synth would write'),
    });
  });
});

test.each([
  [`${items}#/spec/replicas`],
  ['dist/RUNBOOK.md'],
  ['topology.yaml:12'],
  ['slice.subnet'],
  ['nowhere'],
])('%s as JSON is as the schema says', async (place) => {
  const { stdout } = await trace(place, '--format', 'json');
  expect(await validators['json']?.([stdout])).toEqual([]);
});

test('a path stands for all that is in it, also behind the name of its topology', async () => {
  const { stdout } = await trace('slice.gateway');
  expect(stdout).toContain('spec.sliceGatewayProvider.sliceGatewayType');
  expect((await trace('retail/slice.gateway')).stdout.split('\n').slice(1)).toEqual(
    stdout.split('\n').slice(1),
  );
});

test('what is for the rules alone gives no field', async () => {
  const { code, stdout } = await trace('expect');
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: 'expect: nothing in the output but the runbook may come from it\n',
  });
});
