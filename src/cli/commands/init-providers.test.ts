import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compile } from '../../compile.js';
import { operatorImage } from '../../plan/provider-mariadb-operator.js';
import { statefulSetImage } from '../../plan/provider-statefulset.js';
import { synthesize } from '../../synthesize.js';
import type { Topology } from '../../topology/index.js';
import { resolve, schemaAt } from '../../topology/schema.js';
import { runProgram } from '../testing.js';

const init = (...given: string[]) => runProgram(['init', '-o', '-', ...given], {});

/** Everything that is found in a program, with the output it gives. */
function findingsOf(content: string): { id: string; severity: string; message: string }[] {
  const { diagnostics, plans } = compile([{ name: 'topology.yaml', content }]);
  return [...diagnostics, ...synthesize(plans).diagnostics].map(({ id, severity, message }) => ({
    id,
    severity,
    message,
  }));
}

/** The file that flags give, as it was read; fails where anything worth more than a note is found. */
async function topologyOf(...given: string[]): Promise<{ text: string; topology: Topology }> {
  const { code, stdout, stderr } = await init(...given);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(findingsOf(stdout).filter(({ severity }) => severity !== 'info')).toEqual([]);
  return { text: stdout, topology: parse(stdout) as Topology };
}

const providers = ['mariadb-operator', 'statefulset'] as const;

describe.each(providers)('dbspan init --provider %s', (provider) => {
  const distributions = resolve(schemaAt(['clusters', 0, 'distribution']) ?? {}).enum ?? [];

  test.each(distributions)('gives a program without findings on %s', async (distribution) => {
    for (const cluster of ['fra', 'store-{01..03}']) {
      const { topology } = await topologyOf('--provider', provider, '-c', `${cluster}:${distribution}`);
      expect(topology.slice).toBeUndefined();
      expect(topology.clusters).toHaveLength(1);
      expect(topology.clusters[0]).not.toHaveProperty('networkInterface');
    }
  });

  test('asks for nothing that a slice needs', async () => {
    const { text } = await topologyOf('--provider', provider);
    expect(text).not.toMatch(/FILL IN|hub|slice|Interface|kubeslice/);
  });

  test.each([['fra'], ['store-{01..03}']])(
    'offers nothing in comments that %s cannot take',
    async (cluster) => {
      const { text } = await topologyOf('--provider', provider, '-c', cluster);
      // Prose starts with a capital letter or ends like a sentence; what is offered is YAML.
      const taken = text.replace(/^( +)# ( *(?:- )?(?:[a-z]\w*: |[a-z]\w*:$|\{).*)$/gim, '$1$2');
      const topology = parse(taken) as Topology;
      const [database] = topology.databases;
      expect(topology.clusters[0]?.nodes).toBe(3);
      expect(database?.service?.exposure).toBe('internal-load-balancer');
      expect(database?.rootPasswordSecret?.name).toBe('orders-root');
      expect(provider === 'statefulset' ? database?.statefulset : database?.mariadbOperator).toBeDefined();
      expect(findingsOf(taken).filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  test.each([
    [['--engine', 'postgres'], `--engine: ${provider} runs no Postgres`, /--provider kubedb/],
    [
      ['-c', 'a', '-c', 'b'],
      `--cluster: ${provider} runs a database on one cluster, and 2 are named`,
      /a fleet .* in quotes: --cluster 'store-\{001\.\.050\}'/,
    ],
    [['-c', 'a:k3s:eth0'], 'no use for the interface eth0', /NAME:DISTRIBUTION/],
    [['--api-server', 'https://a:6443'], `--api-server: ${provider} joins no clusters`, /leave it out/],
    [['--replicas', '2'], 'this would not compile: orders is a Galera cluster of 2 replicas', /make it 3/],
    [['-c', 's-{1..9999}'], 'the fleet s has more than 5000 clusters', /split it/],
    [['-c', 's-{1..'], '--cluster: "s-{1.." counts no clusters', /write it as in store-\{001\.\.050\}/],
    [['--storage-class', 'A B'], '--storage-class: "A B" is not a DNS subdomain name', /lower-case/],
    [
      ['--root-password-secret', 'A'],
      '--root-password-secret: "A" is not a DNS subdomain name',
      /lower-case/,
    ],
    [['--memory', '64Mi'], 'this would not compile: the container of orders has 64Mi', /give it/],
  ])('refuses %j', async (flags, message, fix) => {
    const { code, stdout, stderr } = await init('--provider', provider, ...flags);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.split('\n')[1]).toMatch(/^ {2}fix: /);
    expect(stderr).toMatch(fix);
  });

  test.each(['0', '100', '1.5', 'three', ''])('refuses %j replicas', async (replicas) => {
    const { code, stderr } = await init('--provider', provider, `--replicas=${replicas}`);
    expect(code).toBe(2);
    expect(stderr).toContain(`--replicas: ${JSON.stringify(replicas)} is not a number from 1 to 99`);
  });
});

test('writes what the flags say', async () => {
  const { topology } = await topologyOf(
    ...['--provider', 'statefulset', '--name', 'stores', '-c', 'store-{001..050}:rke2', '--replicas', '3'],
    ...['--storage-class', 'fast', '--database', 'till', '--namespace', 'tills', '--size', '8Gi'],
    ...['--memory', '1Gi', '--root-password-secret', 'mine'],
  );
  expect(topology).toEqual({
    apiVersion: 'dbspan/v1alpha1',
    kind: 'Topology',
    metadata: { name: 'stores' },
    clusters: [{ name: 'store', fleet: 'store-{001..050}', distribution: 'rke2', storageClass: 'fast' }],
    databases: [
      {
        name: 'till',
        namespace: 'tills',
        provider: 'statefulset',
        engine: 'mariadb',
        image: 'mariadb:11.8.8',
        placement: [{ cluster: 'store', replicas: 3 }],
        rootPasswordSecret: { name: 'mine', key: 'password' },
        storage: { size: '8Gi' },
        resources: { memory: '1Gi' },
      },
    ],
  });
});

test('names the image that is taken where none is named', async () => {
  const imageOf = async (provider: string) =>
    (await topologyOf('--provider', provider)).topology.databases[0]?.image;
  expect(await imageOf('mariadb-operator')).toBe(operatorImage);
  expect(await imageOf('statefulset')).toBe(statefulSetImage);
});

test('leaves the password to the operator, and to nobody without one', async () => {
  const secretOf = async (provider: string, ...given: string[]) =>
    (await topologyOf('--provider', provider, '--database', 'carts', ...given)).topology.databases[0]
      ?.rootPasswordSecret?.name;
  expect(await secretOf('mariadb-operator')).toBeUndefined();
  expect(await secretOf('statefulset')).toBe('carts-root');
  expect(await secretOf('mariadb-operator', '--root-password-secret', 'mine')).toBe('mine');
});

test('offers to spare an SD card only where one server stands', async () => {
  const offers = async (...given: string[]) =>
    (await topologyOf('--provider', 'mariadb-operator', ...given)).text.includes('wearSaving');
  expect(await offers('--replicas', '1')).toBe(true);
  expect(await offers()).toBe(false);
});

test.each([
  [['-c', 'store-{01..50}'], 'takes no fleet such as store-{01..50}'],
  [['--replicas', '3'], '--replicas: '],
  [['--storage-class', 'fast'], '--storage-class: '],
  [['--root-password-secret', 'mine'], '--root-password-secret: '],
])('refuses %j with KubeDB', async (flags, message) => {
  for (const provider of [[], ['--provider', 'kubedb']]) {
    const { code, stdout, stderr } = await init(...provider, ...flags);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.includes('kubedb, which is the default')).toBe(provider.length === 0);
    expect(stderr).toContain('fix: choose --provider mariadb-operator or --provider statefulset');
  }
});
