import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compile } from '../../compile.js';
import { hasErrors } from '../../diagnostics/index.js';
import { synthesize } from '../../synthesize.js';
import type { Topology } from '../../topology/index.js';
import { resolve, schemaAt } from '../../topology/schema.js';
import { runProgram } from '../testing.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dbspan-init-'));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const init = (...given: string[]) => runProgram(['init', ...given], { directory });
const read = (file: string): string => readFileSync(join(directory, file), 'utf8');
const everything = (): string[] => readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();

/** The file that flags give, as it was read; fails when it does not compile. */
async function topologyOf(...given: string[]): Promise<{ text: string; topology: Topology }> {
  const { code, stdout, stderr } = await init('-o', '-', ...given);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { diagnostics, plans } = compile([{ name: 'topology.yaml', content: stdout }]);
  const found = [...diagnostics, ...synthesize(plans).diagnostics];
  expect(hasErrors(found), JSON.stringify(found.map(({ id, message }) => [id, message]))).toBe(false);
  return { text: stdout, topology: parse(stdout) as Topology };
}

describe('dbspan init with flags', () => {
  test('writes a file that compiles, and says what is next', async () => {
    expect(await init()).toEqual({
      code: 0,
      stdout: `wrote spec/topology.yaml
next:
  fill in what is marked FILL IN, and see what is open: dbspan validate spec/topology.yaml
  write the manifests: dbspan synth spec/topology.yaml
`,
      stderr: '',
    });
    expect(everything()).toEqual(['spec', 'spec/topology.yaml']);
    const text = read('spec/topology.yaml');
    expect(text.split('\n')[0]).toBe(
      '# yaml-language-server: $schema=../node_modules/dbspan/spec/topology.schema.json',
    );
    expect(hasErrors(compile([{ name: 't', content: text }]).diagnostics)).toBe(false);
  });

  const distributions = resolve(schemaAt(['clusters', 0, 'distribution']) ?? {}).enum ?? [];
  const sizes = [1, 2, 3, 4, 5];
  const matrix = ['mariadb', 'postgres'].flatMap((engine) => sizes.map((clusters) => ({ engine, clusters })));

  test.each(matrix)(
    'compiles for $engine on $clusters clusters of any distribution',
    async ({ engine, clusters }) => {
      for (const [index, distribution] of distributions.entries()) {
        const names = Array.from({ length: clusters }, (_, number) => {
          // Half of them of one distribution, half mixed, with and without an interface.
          const own =
            number % 2 === 0 ? distribution : distributions[(index + number) % distributions.length];
          return `c${number}:${own}${number % 3 === 1 ? ':ens5' : ''}`;
        });
        const { topology } = await topologyOf('--engine', engine, ...names.flatMap((name) => ['-c', name]));
        const [database] = topology.databases;
        const replicas = database?.placement.map(({ replicas }) => Number(replicas)) ?? [];
        const total = replicas.reduce((sum, count) => sum + count, 0);
        expect(total % 2).toBe(1);
        expect(total).toBeGreaterThanOrEqual(3);
        expect(database?.engine).toBe(engine);
        expect(database?.survive).toBe(clusters >= 3 ? 'cluster' : clusters === 2 ? 'none' : undefined);
        if (clusters >= 3) expect(Math.max(...replicas)).toBeLessThan(total / 2);
        expect(topology.clusters.filter(({ hub }) => hub).map(({ name }) => name)).toEqual(
          clusters > 1 ? ['c0'] : [],
        );
        expect(topology.slice !== undefined).toBe(clusters > 1);
      }
    },
  );

  test('lays replicas out so that any cluster can go', async () => {
    const layout = async (...names: string[]) =>
      (await topologyOf(...names.flatMap((name) => ['-c', name]))).topology.databases[0]?.placement.map(
        ({ replicas }) => replicas,
      );
    expect(await layout('a')).toEqual([3]);
    expect(await layout('a', 'b')).toEqual([2, 1]);
    expect(await layout('a', 'b', 'c')).toEqual([1, 1, 1]);
    expect(await layout('a', 'b', 'c', 'd')).toEqual([2, 1, 1, 1]);
    expect(await layout('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k')).toEqual(Array(9).fill(1));
  });

  test('says what two clusters cannot do', async () => {
    const { text } = await topologyOf('-c', 'a', '-c', 'b');
    expect(text).toContain('# Two sites cannot survive the loss of either');
    expect((await topologyOf()).text).not.toContain('Two sites');
  });

  test('takes what the flags say', async () => {
    const flags = ['--name', 'store', '--engine', 'postgres', '--database', 'carts', '--namespace', 'sales'];
    const { text, topology } = await topologyOf(
      ...flags,
      '--size',
      '7Gi',
      '--memory',
      '3Gi',
      '-c',
      'lon:kind:ens7',
    );
    expect(topology).toEqual({
      apiVersion: 'dbspan/v1alpha1',
      kind: 'Topology',
      metadata: { name: 'store' },
      clusters: [{ name: 'lon', distribution: 'kind', networkInterface: 'ens7' }],
      databases: [
        {
          name: 'carts',
          namespace: 'sales',
          provider: 'kubedb',
          engine: 'postgres',
          version: '17.9',
          placement: [{ cluster: 'lon', replicas: 3 }],
          storage: { size: '7Gi' },
          resources: { memory: '3Gi' },
          kubedb: { streamingMode: 'Synchronous' },
        },
      ],
    });
    expect(text).toContain('version: "17.9"');
  });

  test('marks what it had to guess, and only that', async () => {
    const { text } = await topologyOf('-c', 'a:k3s:ens5', '-c', 'b', '-c', 'c:rke2:ens6');
    expect(text).toContain('networkInterface: ens5 # of a gateway node: ip route get 8.8.8.8');
    expect(text).toContain('networkInterface: eth0 # FILL IN, as on a\n');
    expect(text).toContain('networkInterface: ens6\n');
    expect(text).toContain('# FILL IN the URL under which the other clusters reach the API server');
  });

  test.each(['null', 'true', 'on', '123', '1e3', '0x1f', '017'])('keeps the name %s a text', async (name) => {
    const { topology } = await topologyOf(
      '--name',
      name,
      '-c',
      `${name}`,
      '-c',
      'b',
      '-c',
      'c',
      '--namespace',
      'shop',
    );
    expect(topology.metadata.name).toBe(name);
    expect(topology.clusters[0]?.name).toBe(name);
    expect(topology.databases[0]?.placement[0]?.cluster).toBe(name);
  });

  test.each(['a-name-of-fifteen-', 'x'.repeat(31), 'x'.repeat(63), 'my-kubeslice-shop'])(
    'shortens the slice and the project of %s',
    async (name) => {
      const { topology } = await topologyOf('--name', name.replace(/-$/, ''), '--namespace', 'shop');
      expect(topology.slice?.name.length).toBeLessThanOrEqual(15);
      expect((topology.slice?.project ?? topology.metadata.name).length).toBeLessThanOrEqual(30);
    },
  );

  test('keeps its defaults apart', async () => {
    expect((await topologyOf('--name', 'fra')).topology.databases[0]?.namespace).toBe('fra-db');
    expect((await topologyOf('--namespace', 'fra')).topology.clusters.map(({ name }) => name)).not.toContain(
      'fra',
    );
    expect((await topologyOf('-c', 'shop', '-c', 'b', '-c', 'c')).topology.databases[0]?.namespace).toBe(
      'shop-db',
    );
  });

  test.each([
    [['-c', 'A B'], '--cluster: "A B" is not a DNS label', /use lower-case letters/],
    [['-c', ':k3s'], '--cluster ":k3s": "" is not a DNS label', /use lower-case letters/],
    [['-c', 'a:k3'], '--cluster "a:k3": "k3" is not one of kubeadm, kind', /did you mean k3s\?/],
    [
      ['-c', 'a:k3s:et h'],
      '--cluster "a:k3s:et h": "et h" is not the name of a network interface',
      /for example enp1s0/,
    ],
    [
      ['-c', 'a:k3s:eth0:1'],
      '--cluster "a:k3s:eth0:1" has more than three parts',
      /NAME:DISTRIBUTION:INTERFACE/,
    ],
    [['-c', 'a', '-c', 'a'], '--cluster: there is a cluster a already', /a name of its own/],
    [['-c', 'x'.repeat(64)], 'has 64 characters, at most 63 are possible', /shorten it/],
    [['--name', 'Shop'], '--name: "Shop" is not a DNS label', /use lower-case letters/],
    [['--name='], '--name: "" is not a DNS label', /use lower-case letters/],
    [
      ['--database', '1st'],
      '--database: "1st" is not a DNS label that starts with a letter',
      /use lower-case/,
    ],
    [['--size', '20'], '--size: "20" is not a size', /write a number above zero and a unit/],
    [['--memory', '4GB'], '--memory: "4GB" is not a size', /write 4Gi/],
    [['--engine', 'mysql'], '--engine cannot be mysql; it is one of mariadb, postgres', /--help/],
    [
      ['--database', 'orders-1'],
      'this would not compile: orders-1 ends like the name of a replica',
      /orders/,
    ],
    [
      ['-c', 'kubedb', '-c', 'b'],
      'this would not compile: a member of the slice cannot be called kubedb',
      /another name/,
    ],
  ])('refuses %j', async (flags, message, fix) => {
    const { code, stdout, stderr } = await init(...flags);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`dbspan: `);
    expect(stderr).toContain(message);
    expect(stderr.split('\n')[1]).toMatch(/^ {2}fix: /);
    expect(stderr).toMatch(fix);
    expect(everything()).toEqual([]);
  });
});

describe('the file of dbspan init', () => {
  test('replaces nothing without --force', async () => {
    writeFileSync(join(directory, 'mine.yaml'), 'mine');
    expect(await init('-o', 'mine.yaml')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'dbspan: mine.yaml exists already\n  fix: name another file with -o, or replace it with --force\n',
    });
    expect(read('mine.yaml')).toBe('mine');
    expect((await init('-o', 'mine.yaml', '--force')).code).toBe(0);
    expect(read('mine.yaml')).toContain('kind: Topology');
    expect(everything()).toEqual(['mine.yaml']);
  });

  test('keeps the mode of a file it replaces', async () => {
    writeFileSync(join(directory, 'mine.yaml'), 'mine', { mode: 0o600 });
    await init('-o', 'mine.yaml', '-f');
    expect(lstatSync(join(directory, 'mine.yaml')).mode & 0o777).toBe(0o600);
  });

  test.each([[], ['--force']])('does not write through a symbolic link (%j)', async (...force) => {
    writeFileSync(join(directory, 'target.yaml'), 'target');
    for (const [link, target] of [
      ['link.yaml', 'target.yaml'],
      ['dangling.yaml', 'nothing.yaml'],
    ] as const) {
      symlinkSync(target, join(directory, link));
      const { code, stderr } = await init('-o', link, ...force);
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: `dbspan: cannot write ${link}: it is a symbolic link\n  fix: name the file it leads to, or remove the link\n`,
      });
    }
    expect(read('target.yaml')).toBe('target');
    expect(existsSync(join(directory, 'nothing.yaml'))).toBe(false);
  });

  test('is no folder', async () => {
    mkdirSync(join(directory, 'sub'));
    for (const file of ['sub', 'sub/', 'new/']) {
      expect((await init('-o', file)).stderr).toBe(
        `dbspan: cannot write ${file}: it is a folder\n  fix: name a file in it: -o ${file.replace('/', '')}/topology.yaml\n`,
      );
    }
    writeFileSync(join(directory, 'file'), '');
    expect((await init('-o', 'file/topology.yaml')).stderr).toBe(
      'dbspan: cannot write file/topology.yaml: a part of the path is not a folder\n',
    );
    expect(everything()).toEqual(['file', 'sub']);
  });

  test('gets its folders, and a word of its own in what is next', async () => {
    const { stdout } = await init('-o', "a b/it's/t.yaml");
    expect(stdout).toContain("dbspan synth 'a b/it'\\''s/t.yaml'");
    expect(everything()).toEqual(['a b', "a b/it's", "a b/it's/t.yaml"]);
  });

  test('goes to standard output with -o -, and nothing else does', async () => {
    const { code, stdout, stderr } = await init('-o', '-');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^# yaml-language-server: \$schema=node_modules\/dbspan\/spec\/topology.schema.json\n/,
    );
    expect(everything()).toEqual([]);
    expect((await init('-o', '-', '--format', 'json')).code).toBe(2);
  });

  test('is told as data with --format json', async () => {
    const { code, stdout, stderr } = await init('-o', 't.yaml', '--format', 'json');
    expect({ code, stderr, data: JSON.parse(stdout) }).toEqual({
      code: 0,
      stderr: '',
      data: { command: 'init', file: 't.yaml', ok: true },
    });
  });
});
