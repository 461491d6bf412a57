import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Topology } from '../../topology/index.js';
import { runProgram } from '../testing.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dbspan-interview-'));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const ask = (answers: readonly string[], ...given: string[]) =>
  runProgram(['init', '-o', 't.yaml', ...given], {
    directory,
    tty: true,
    stdin: `${answers.join('\n')}\n`,
    env: { NO_COLOR: '1' },
  });
const read = (file: string): string => readFileSync(join(directory, file), 'utf8');
const topology = (): Topology => parse(read('t.yaml')) as Topology;
/** The questions, without what stands in brackets behind them. */
const asked = (stdout: string): string[] => stdout.match(/[A-Z][a-z][^[\]\n:]*(?= \[[^\]\n]+\]: )/g) ?? [];
const nothing = (count: number): string[] => Array.from({ length: count }, () => '');

describe('the interview about the other providers', () => {
  test('asks for the provider first, with a line on each', async () => {
    const { stdout } = await ask([]);
    const [before = ''] = stdout.split('Provider (');
    for (const provider of ['kubedb', 'mariadb-operator', 'statefulset']) {
      expect(before).toMatch(new RegExp(`^${provider} +a|^${provider} +one`, 'm'));
    }
    expect(before).not.toContain(']: ');
  });

  test.each([
    ['mariadb-operator', 9, false],
    ['statefulset', 10, true],
  ])('takes the defaults of %s for empty answers', async (provider, count, secret) => {
    const { code, stdout, stderr } = await ask([provider, ...nothing(count)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(asked(stdout)).toEqual([
      'Provider (kubedb, mariadb-operator, statefulset)',
      'Name of the program',
      'Name of the cluster, or a fleet',
      'Distribution of fra',
      'Storage class on fra',
      'Replicas',
      'Name of the database',
      'Its namespace',
      ...(secret ? ["Secret with the administrator's password"] : []),
      'Volume of each replica',
      'Memory of each replica',
    ]);
    const written = read('t.yaml');
    await runProgram(['init', '-o', 'flags.yaml', '--provider', provider], { directory });
    expect(written).toBe(read('flags.yaml'));
  });

  test('takes answers about a fleet', async () => {
    const { code, stdout } = await ask([
      ...['mariadb-operator', 'stores', 'store-{001..050}', 'rke2', 'local-path', '', 'till', 'tills'],
      ...['8Gi', '512Mi'],
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('Replicas on each cluster [1]: ');
    expect(topology().clusters).toEqual([
      { name: 'store', fleet: 'store-{001..050}', distribution: 'rke2', storageClass: 'local-path' },
    ]);
    expect(topology().databases[0]).toMatchObject({
      name: 'till',
      namespace: 'tills',
      placement: [{ cluster: 'store', replicas: 1 }],
      storage: { size: '8Gi' },
      resources: { memory: '512Mi' },
    });
  });

  test('says at once what is wrong with an answer, and asks again', async () => {
    const { code, stdout } = await ask([
      ...['mariadb', 'statefulset', '', 'store-{001..050', 'store-{1..1}', 'Store', 'store', 'k3', ''],
      ...['My Class', '', '2', 'two', '100', '5', '', '', 'My Secret', 'mine', '200Mi', '', '64Mi', ''],
    ]);
    expect(code).toBe(0);
    for (const reason of [
      '"mariadb" is not one of kubedb, mariadb-operator, statefulset',
      '"store-{001..050" counts no clusters\n  write it as in store-{001..050}',
      'the fleet store is the one cluster store-1',
      '"Store" is not a DNS label',
      '"k3" is not one of kubeadm',
      '"My Class" is not a DNS subdomain name',
      'orders is a Galera cluster of 2 replicas, which is an even number\n  make it 3',
      '"two" is not a number from 1 to 99',
      '"100" is not a number from 1 to 99',
      '"My Secret" is not a DNS subdomain name',
      'the volume of orders is 200Mi',
      'the container of orders has 64Mi',
    ]) {
      expect(stdout).toContain(reason);
    }
    expect(topology().databases[0]).toMatchObject({
      provider: 'statefulset',
      placement: [{ cluster: 'store', replicas: 5 }],
      rootPasswordSecret: { name: 'mine', key: 'password' },
    });
  });

  test('does not ask for what options say', async () => {
    const { code, stdout } = await ask(
      nothing(3),
      ...['--provider', 'statefulset', '--name', 'shop', '-c', 'fra:k3s', '--storage-class', 'fast'],
      ...['--replicas', '3', '--database', 'carts', '--size', '9Gi', '--memory', '2Gi'],
    );
    expect(code).toBe(0);
    expect(asked(stdout)).toEqual(['Its namespace', "Secret with the administrator's password"]);
    expect(stdout).toContain('[carts-root]: ');
  });

  test('refuses a provider that can do nothing with the options, and takes another', async () => {
    const { code, stdout } = await ask(
      ['kubedb', '', ...nothing(2)],
      ...['--memory', '256Mi', '--replicas', '1', '--name', 'shop', '-c', 'fra:k3s', '--size', '8Gi'],
      ...['--database', 'carts', '--namespace', 'shop', '--storage-class', 'fast'],
    );
    expect(code).toBe(0);
    expect(stdout).toContain('[mariadb-operator]: ');
    expect(stdout).toContain('--replicas: kubedb gets');
    expect(topology().databases[0]?.provider).toBe('mariadb-operator');
  });

  test('refuses a provider that would not compile with the options, and takes another', async () => {
    const { code, stdout } = await ask(
      ['', 'mariadb-operator', ...nothing(7)],
      ...['--database', 'orders-1', '--name', 'shop'],
    );
    expect(code).toBe(0);
    expect(stdout).toContain('orders-1 ends like the name of a replica');
    expect(topology().databases[0]?.provider).toBe('mariadb-operator');
  });

  test.each([[['--engine', 'postgres', '--replicas', '3']], [['--memory', '1Mi']]])(
    'asks nothing where no provider can take %j',
    async (given) => {
      const { code, stdout } = await ask([], ...given);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    },
  );

  test.each([
    [['--engine', 'postgres']],
    [['-c', 'a', '-c', 'b']],
    [['-c', 'a:k3s:eth0']],
    [['--api-server', 'https://10.0.0.1:6443']],
  ])('does not ask for the provider where %j leaves only KubeDB', async (given) => {
    const { stdout } = await ask([], ...given);
    expect(stdout).toContain('Name of the program');
    expect(stdout).not.toContain('Provider');
  });
});
