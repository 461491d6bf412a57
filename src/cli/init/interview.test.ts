import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Topology } from '../../topology/index.js';
import { run } from '../run.js';
import { makeIo, runProgram, type TestIo } from '../testing.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dbspan-interview-'));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const read = (file: string): string => readFileSync(join(directory, file), 'utf8');
const everything = (): string[] => readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();

describe('dbspan init on a terminal', () => {
  const ask = (stdin: string, ...given: string[]) =>
    runProgram(['init', '-o', 't.yaml', ...given], { directory, tty: true, stdin, env: { NO_COLOR: '1' } });

  const askForKubedb = (stdin: string, ...given: string[]) => ask(stdin, '--provider', 'kubedb', ...given);

  /** Starts a run that waits for keys. */
  function start(...given: string[]): { test: TestIo; code: Promise<number> } {
    const test = makeIo({ directory, tty: true, env: { NO_COLOR: '1' } });
    return { test, code: run(['init', '-o', 't.yaml', '--provider', 'kubedb', ...given], test.io) };
  }

  const until = (condition: () => boolean): Promise<void> =>
    new Promise((done) => {
      const look = () => (condition() ? done() : void setTimeout(look, 2));
      look();
    });

  test('takes the defaults for empty answers', async () => {
    const { code, stdout, stderr } = await ask('\n'.repeat(18));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const shown of [
      'Provider (kubedb, mariadb-operator, statefulset) [kubedb]: ',
      'Name of the program [shop]: ',
      'How many clusters [3]: ',
      'Volume of each replica [20Gi]: ',
    ]) {
      expect(stdout).toContain(shown);
    }
    const asked = read('t.yaml');
    await runProgram(['init', '-o', 'flags.yaml'], { directory });
    expect(asked).toBe(read('flags.yaml'));
  });

  test('takes answers, and asks only for what is needed', async () => {
    const answers = [
      'store',
      'postgres',
      '2',
      'lon',
      'kind',
      'ens5',
      'mad',
      'rke2',
      'ens6',
      'https://10.0.0.1:6443',
    ];
    const { code } = await askForKubedb([...answers, 'carts', 'sales', '7Gi', '3Gi', ''].join('\n'));
    expect(code).toBe(0);
    const topology = parse(read('t.yaml')) as Topology;
    expect(topology.metadata.name).toBe('store');
    expect(topology.clusters).toEqual([
      {
        name: 'lon',
        hub: true,
        distribution: 'kind',
        apiServer: 'https://10.0.0.1:6443',
        networkInterface: 'ens5',
        corefile: 'corefiles/lon.Corefile',
      },
      { name: 'mad', distribution: 'rke2', networkInterface: 'ens6' },
    ]);
    expect(topology.databases[0]).toMatchObject({
      name: 'carts',
      namespace: 'sales',
      engine: 'postgres',
      storage: { size: '7Gi' },
      resources: { memory: '3Gi' },
    });
  });

  test('does not ask for what options say', async () => {
    const { code, stdout } = await askForKubedb(
      'k3s\n\n',
      ...[
        '--name',
        'store',
        '--engine',
        'mariadb',
        '-c',
        'one',
        '--database',
        'carts',
        '--size',
        '7Gi',
        '--memory',
        '3Gi',
      ],
    );
    expect(code).toBe(0);
    expect(stdout.match(/[^\n]+\]: /g)).toEqual([
      expect.stringContaining('Distribution of one [k3s]: '),
      expect.stringContaining('Its namespace [store]: '),
    ]);
  });

  test('says at once what is wrong with an answer, and asks again', async () => {
    const answers = [
      'My Shop',
      'shop',
      'postgre',
      'postgres',
      '0',
      '40',
      'two',
      '2',
      'fra',
      'k3',
      'k3s',
      '',
      'fra',
      'ams',
    ];
    const rest = [
      '',
      '',
      'http://fra',
      '',
      'orders-1',
      'orders',
      'ams',
      'shop',
      '20GB',
      '20Gi',
      '0Gi',
      '4Gi',
      '',
    ];
    const { code, stdout } = await askForKubedb([...answers, ...rest].join('\n'));
    expect(code).toBe(0);
    for (const reason of [
      '"My Shop" is not a DNS label\n  use lower-case letters',
      '"postgre" is not one of mariadb, postgres\n  did you mean postgres?',
      '"0" is not a number from 1 to 32',
      '"40" is not a number from 1 to 32',
      '"two" is not a number from 1 to 32',
      '"k3" is not one of kubeadm',
      'there is a cluster fra already',
      '"http://fra" is not an https URL of an API server\n  such as https://',
      'orders-1 ends like the name of a replica',
      'the member ams is called like the namespace of orders',
      '"20GB" is not a size\n  write 20Gi',
      '"0Gi" is not a size',
    ]) {
      expect(stdout).toContain(reason);
    }
    expect((parse(read('t.yaml')) as Topology).databases[0]?.name).toBe('orders');
  });

  test('explains with a question mark', async () => {
    const { stdout } = await askForKubedb(`?\n${'\n'.repeat(18)}`);
    expect(stdout).toContain('  Name of the program. Also the KubeSlice project');
  });

  test('completes a choice with the tabulator key', async () => {
    const { test, code } = start('--name', 'shop');
    await until(() => test.stdout().includes('Database engine'));
    test.type('post');
    test.type('\t');
    await until(() => test.stdout().includes('postgres\u001b') || test.stdout().endsWith('postgres'));
    test.type('\n'.repeat(18));
    expect(await code).toBe(0);
    expect(read('t.yaml')).toContain('engine: postgres');
  });

  test.each([
    ['Ctrl-C', '\u0003', 'interrupted; nothing was written'],
    ['Ctrl-D', '\u0004', 'the input ended before the last answer; nothing was written'],
  ])('leaves nothing after %s', async (_, key, message) => {
    const { test, code } = start();
    await until(() => test.stdout().includes('Name of the program'));
    test.type('store\n');
    await until(() => test.stdout().includes('Database engine'));
    test.type(key);
    expect(await code).toBe(2);
    expect(test.stderr()).toBe(`dbspan: ${message}\n`);
    expect(everything()).toEqual([]);
  });

  test('leaves nothing when the input ends', async () => {
    const { code, stderr } = await ask('store\n');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'dbspan: the input ended before the last answer; nothing was written\n',
    });
    expect(everything()).toEqual([]);
  });

  test('leaves nothing after a signal', async () => {
    const { test, code } = start();
    await until(() => test.stdout().includes('Name of the program'));
    test.interrupt();
    expect(await code).toBe(2);
    expect(everything()).toEqual([]);
  });

  test('asks nothing that cannot be used: a file that exists, flags that are wrong', async () => {
    writeFileSync(join(directory, 't.yaml'), 'mine');
    expect((await ask('')).stdout).toBe('');
    expect((await askForKubedb('', '-f', '--database', 'orders-1')).stdout).toBe('');
    expect(read('t.yaml')).toBe('mine');
  });

  test.each([
    ['--yes', { tty: true, given: ['--yes'] }],
    ['--format json', { tty: true, given: ['--format', 'json'] }],
    ['output that is no terminal', { tty: ['stdin', 'stderr'] as const, given: [] }],
    ['input that is no terminal', { tty: ['stdout', 'stderr'] as const, given: [] }],
  ])('asks nothing with %s', async (_, { tty, given }) => {
    const outcome = await runProgram(['init', '-o', 't.yaml', ...given], { directory, tty, stdin: '' });
    expect({ code: outcome.code, stderr: outcome.stderr }).toEqual({ code: 0, stderr: '' });
    expect(outcome.stdout).not.toContain(']: ');
  });
});
