import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { validators } from '../../report/validators.testing.js';
import { columnsOf } from '../../report/width.js';
import { runProgram, type Surroundings } from '../testing.js';

const spec = fileURLToPath(new URL('../../../spec', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'dbspan-whatif-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const guide = `${spec}/topology.yaml`;
const postgres = `${spec}/examples/kubedb-postgres-guide.yaml`;
const five = `${spec}/examples/three-clusters-five-replicas.yaml`;
const fleet = `${spec}/examples/edge-fleet.yaml`;
const regions = `${spec}/examples/two-regions-mariadb-operator.yaml`;
const two = `${spec}/examples/two-databases-one-slice.yaml`;

function whatif(file: string, given = '', surroundings: Surroundings = {}) {
  return runProgram(['whatif', file, ...given.split(' ').filter(Boolean)], { directory, ...surroundings });
}

async function answer(file: string, given: string): Promise<string> {
  return (await whatif(file, given)).stdout.split('\n')[0] ?? '';
}

interface Parsed {
  readonly ok: boolean;
  readonly databases: readonly {
    readonly name: string;
    readonly cluster?: string;
    readonly met?: string;
    readonly cuts?: readonly (readonly string[])[];
    readonly fewestClusters?: number;
    readonly leftOut?: readonly string[];
    readonly outcomes?: readonly {
      readonly lose: readonly string[];
      readonly verdict: string;
      readonly writes: string;
      readonly data: string;
      readonly atWorst: boolean;
      readonly unmanaged: readonly string[];
      readonly resume: { readonly by: string; readonly seconds?: number };
      readonly notes: readonly { readonly about: string; readonly text: string }[];
    }[];
  }[];
}

async function json(file: string, given = ''): Promise<Parsed> {
  const { stdout } = await whatif(file, `${given} --format json`);
  expect(await validators['json']?.([stdout])).toEqual([]);
  return JSON.parse(stdout) as Parsed;
}

describe('dbspan whatif --lose', () => {
  test.each([
    [
      guide,
      '--lose demo-controller',
      'demo/mariadb without demo-controller: blocked, 1 of 3 votes left, 2 needed',
    ],
    [
      guide,
      '--lose demo-worker',
      'demo/mariadb without demo-worker: writes go on, 2 of 3 votes left, 2 needed',
    ],
    [
      guide,
      '--lose demo-controller --gracefully',
      'demo/mariadb after demo-controller left in order: control plane lost, writes go on: 1 of 1 vote left, 1 needed',
    ],
    [
      postgres,
      '--lose demo-worker',
      'demo/postgres without demo-worker: data at risk, writes go on: 2 of 3 votes left, 2 needed',
    ],
    [five, '--lose ams --lose par', 'shop/orders without ams and par: blocked, 2 of 5 votes left, 3 needed'],
    [
      five,
      '--lose ams --lose par --in-order',
      'shop/orders without ams, then without par: writes go on, 2 of 3 votes left, 2 needed',
    ],
    [
      five,
      '--lose hub',
      'shop/orders without the control plane of fra: control plane lost, writes go on: no replica is hit',
    ],
    [
      regions,
      '--lose fra',
      'shop/orders without fra: data at risk, writes stop: a person must make another cluster the primary',
    ],
    [regions, '--lose dub', 'shop/orders without dub: writes go on, 3 of 3 votes left, 2 needed'],
    [fleet, '--lose store-007', 'without store-007 writes of 1 of 50 databases stop'],
    [two, '--lose east', 'without east writes of no database stop'],
  ])('%s %s', async (file, given, expected) => {
    expect(await answer(file, given)).toBe(expected);
  });

  test('says what stops, until when, and what a person risks', async () => {
    const { stdout } = await whatif(guide, '--lose demo-controller');
    expect(stdout).toContain('  again    when demo-controller is back: ');
    expect(stdout).toContain('  sooner   by hand, when it is certain that the lost ones are off');
    expect(stdout).toContain('  reads    stop too: replicas without a majority refuse queries (error 1047)');
    expect(stdout).toContain('  cut off  mariadb-1 on demo-worker: runs, without a majority');
    expect(stdout).toContain('  lost     mariadb-0 and mariadb-2 on demo-controller\n');
    expect(stdout).toContain('  hub      lost with demo-controller: until it is back no pod is recreated');
  });

  test('says that servers are stopped one after the other, and what comes of it where they are not', async () => {
    const order = async (file: string, given: string) =>
      (await json(file, `${given} --gracefully`)).databases[0]?.outcomes?.map(
        ({ notes }) => notes.find(({ about }) => about === 'order')?.text,
      );
    const rule = 'servers are stopped one after the other, each when the one before is gone';
    expect(await order(guide, '--lose demo-controller')).toEqual([
      `${rule}; stopped at the same moment they may count as crashed, and then writes stop (1 of 3 votes left, 2 needed)`,
    ]);
    expect(await order(five, '--lose fra')).toEqual([rule]);
    // Of the three that are left then, the two of ams are as many as the majority.
    expect(await order(five, '--lose fra --lose ams --in-order')).toEqual([
      rule,
      `${rule}; stopped at the same moment they may count as crashed, and then writes stop (1 of 3 votes left, 2 needed)`,
    ]);
    expect(await order(guide, '--lose demo-worker')).toEqual([undefined]);
    expect(await order(guide, '--lose demo-worker --lose demo-controller')).toEqual([undefined]);
    expect(await order(postgres, '--lose demo-controller')).toEqual([undefined]);
    const { stdout } = await whatif(guide, '--lose demo-controller --gracefully');
    expect(stdout).toContain('\n  order    servers are stopped one after the other');
    expect((await whatif(guide, '--lose demo-controller')).stdout).not.toContain('  order ');
  });

  test('says at worst only where the scheduler chose the place', async () => {
    const lost = async (what: string) =>
      (await json(guide, `--lose ${what}`)).databases[0]?.outcomes?.[0]?.atWorst;
    expect(await lost('node:demo-controller')).toBe(true);
    expect(await lost('demo-controller')).toBe(false);
    expect((await json(fleet, '--lose node:store-001')).databases[0]?.outcomes?.[0]?.atWorst).toBe(false);
  });

  test('takes the timers that are written: across clusters, and an election', async () => {
    const resume = async (file: string, what: string) =>
      (await json(file, `--lose ${what}`)).databases[0]?.outcomes?.[0]?.resume;
    expect(await resume(guide, 'demo-worker')).toEqual({ by: 'itself', seconds: 15 });
    expect(await resume(postgres, 'demo-worker')).toEqual({ by: 'itself', seconds: 6 });
    expect(await resume(guide, 'demo-controller')).toEqual({ by: 'return' });
    expect(await resume(regions, 'fra')).toEqual({ by: 'person' });
    expect(await resume(regions, 'dub')).toEqual({ by: 'at-once', seconds: 0 });
  });

  test('copies from nobody who is lost too', async () => {
    const returns = async (file: string, given: string) =>
      (await whatif(file, given)).stdout
        .replace(/\n {5,}/g, ' ')
        .split('\n')
        .filter((line) => line.includes(' full copy'));
    expect((await returns(guide, '--lose demo-controller')).join()).not.toContain('of the same cluster');
    expect((await returns(guide, '--lose node:demo-controller')).join()).not.toContain('of the same cluster');
    expect((await returns(regions, '--lose node:fra')).join()).toContain(
      'from a replica of the same cluster',
    );
    // Followers that only heard nothing read on.
    expect(await returns(regions, '--lose link:fra-dub')).toEqual([]);
  });

  test('tells those on the cluster of the primary from its followers', async () => {
    const told = async (given: string) => (await whatif(regions, given)).stdout.replace(/\s+/g, ' ');
    const text = await told('--lose zone:eu-central-1a --lose zone:eu-central-1b');
    expect(text).toContain(
      'orders-fra-2 on fra: runs, without a majority; orders-dub-0, orders-dub-1 and orders-dub-2 on dub: run, and only follow the primary',
    );
    expect(text).toContain('or their replicas run elsewhere');
    expect(await told('--lose link:fra-dub')).toContain('on dub: run, and hear nothing of the primary');
  });

  test('promises nothing of what a primary that stops in order has not sent to other clusters', async () => {
    const { stdout } = await whatif(regions, '--lose fra --gracefully');
    expect(stdout).toContain('after fra left in order: data at risk');
    expect(stdout).toContain('RPO above 0 if another takes over');
    expect((await whatif(regions, '--lose dub --gracefully')).stdout).toContain('RPO 0');
  });

  test('waits only for what was not got over before', async () => {
    const { stdout } = await whatif(five, '--lose fra --lose ams --in-order');
    expect(stdout).toContain('2. without ams: blocked, 1 of 3 votes left, 2 needed');
    expect(stdout).toContain('again    when ams is back');
  });

  test('names clusters that the hub does not reach', async () => {
    const [database] = (await json(guide, '--lose link:demo-controller-demo-worker')).databases;
    expect(database?.outcomes?.[0]?.unmanaged).toEqual(['demo-worker']);
    expect(database?.outcomes?.[0]?.notes.at(-1)?.text).toContain('does not reach demo-worker');
  });

  test('folds those of a fleet that are not hit, and tells all of them in JSON', async () => {
    const { stdout } = await whatif(fleet, '--lose store-007');
    expect(stdout).toContain('\nnot hit: till/till on 49 of 50 clusters\n');
    const { databases } = await json(fleet, '--lose store-007');
    expect(databases).toHaveLength(50);
    expect(
      databases.filter(({ outcomes }) => outcomes?.[0]?.writes === 'stop').map(({ cluster }) => cluster),
    ).toEqual(['store-007']);
  });

  test('folds those of a fleet that fare alike', async () => {
    const stores = Array.from({ length: 9 }, (_, index) => `--lose store-00${index + 1}`).join(' ');
    const { stdout } = await whatif(fleet, stores);
    expect(stdout).toContain(
      'till/till on store-001, store-002, store-003 and 6 more clusters: data at risk',
    );
    expect(stdout.match(/data at risk/g)).toHaveLength(1);
  });

  test.each([
    ['demo-controler', 'there is no cluster "demo-controler"', 'did you mean demo-controller?'],
    ['zone:x', 'there is no zone "x"', 'what can be lost: demo-controller, demo-worker, hub'],
    ['nod:demo-worker', '"nod:demo-worker" is nothing that can be lost', 'did you mean node:demo-worker?'],
    ['link:demo-worker', '"demo-worker" names no two clusters', ''],
    ['split:demo-worker+demo-controller', 'leaves nobody on the other side', ''],
    ['region:eu', 'there is no region "eu"', ''],
    ['\u001b[31m', 'there is no cluster "\\u001b[31m"', ''],
  ])('does not know %j', async (loss, problem, remedy) => {
    const { code, stderr, stdout } = await runProgram(['whatif', guide, '--lose', loss]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`dbspan: --lose: `);
    expect(stderr).toContain(problem);
    expect(stderr).toContain(remedy);
    expect(stderr).not.toContain('\u001b');
  });

  test('asks which of several zones of one name is meant', async () => {
    const twice = readFileSync(five, 'utf8')
      .replaceAll(/\b(?:ams|par)-a\b/g, 'fra-a')
      .replaceAll(/location: .*/g, '')
      .replaceAll(/corefile: .*/g, '');
    writeFileSync(join(directory, 'zones.yaml'), twice);
    const { code, stderr } = await whatif('zones.yaml', '--lose zone:fra-a');
    expect(code).toBe(2);
    expect(stderr).toContain('there are several zones "fra-a"');
    expect(stderr).toContain('fix: write zone:fra/fra-a or zone:');
    expect((await whatif('zones.yaml', '--lose zone:fra/fra-a')).code).toBe(0);
  });

  test('asks which of several links is meant', async () => {
    const others = '  - { name: fra-1, distribution: k3s }\n  - { name: 1-fra, distribution: k3s }\n';
    const like = readFileSync(regions, 'utf8').replace('\nclusters:\n', `\nclusters:\n${others}`);
    writeFileSync(join(directory, 'links.yaml'), like);
    const { code, stderr } = await whatif('links.yaml', '--lose link:fra-1-fra');
    expect(code).toBe(2);
    expect(stderr).toContain('"fra-1-fra" stands for several links');
    expect(stderr).toContain('fix: write link:fra+1-fra or link:fra-1+fra');
    expect((await whatif('links.yaml', '--lose link:fra-1+fra')).code).toBe(0);
  });

  test('fails on request when writes stop', async () => {
    expect((await whatif(guide, '--lose demo-controller')).code).toBe(0);
    expect((await whatif(guide, '--lose demo-controller --exit-code')).code).toBe(1);
    expect((await whatif(guide, '--lose demo-worker --exit-code')).code).toBe(0);
    expect((await json(guide, '--lose demo-controller --exit-code')).ok).toBe(false);
  });
});

describe('dbspan whatif --all', () => {
  test('has a row for everything that can be lost', async () => {
    const { stdout } = await whatif(guide, '--all');
    expect(stdout).toContain('  node:demo-controller *  ');
    expect(stdout.split('\n').filter((line) => /blocked|go on|plane lost/.test(line))).toHaveLength(7);
    expect(stdout).toContain('* at worst: ');
  });

  test('has pairs that do what neither does alone, the smallest in text', async () => {
    const { databases } = await json(five, '--all --pairs');
    const pairs = databases[0]?.outcomes?.filter(({ lose }) => lose.length === 2) ?? [];
    expect(pairs.map(({ lose }) => lose.join(' '))).toContain('node:fra ams');
    expect(pairs.every(({ writes, data }) => writes === 'stop' || data !== 'safe')).toBe(true);
    const { stdout } = await whatif(five, '--all --pairs');
    expect(stdout).toContain('  node:fra + node:ams *');
    expect(stdout).not.toContain('  node:fra + ams *');
  });

  test('has one table for a fleet', async () => {
    const { stdout } = await whatif(fleet, '--all');
    expect(stdout).toContain('till/till: one server on each of 50 clusters; writes stop without its node');
    expect(stdout).not.toContain('store-002');
  });

  test('is a table of Markdown', async () => {
    const { stdout } = await whatif(guide, '--all --format markdown');
    expect(stdout).toContain('| --lose | then | RTO | RPO | why |\n| --- | --- | --- | --- | --- |\n');
    expect(stdout).toContain('| demo-controller | blocked | its return | 0 |');
  });
});

describe('dbspan whatif', () => {
  test('says what a database survives', async () => {
    const { stdout } = await whatif(guide);
    expect(stdout.split('\n')[0]).toBe(
      'demo/mariadb: 3 votes on 2 clusters; writes stop without a node of demo-controller, go on without demo-worker',
    );
    expect(stdout).toContain('\ntimes\n');
    const [database] = (await json(guide)).databases;
    expect(database).toMatchObject({ met: 'none', cuts: [['node:demo-controller']], fewestClusters: 1 });
  });

  test('says what several survive', async () => {
    expect(await answer(two, '')).toBe('2 of 2 databases survive the loss of any one cluster');
    expect(await answer(two, '--database ledger')).toBe(
      'ledger/ledger: 3 votes on 3 clusters; survives any one cluster',
    );
  });

  test('prints the findings of a topology with errors, and nothing else', async () => {
    writeFileSync(join(directory, 'bad.yaml'), readFileSync(guide, 'utf8').replace('[1]', '[2]'));
    const { code, stdout, stderr } = await whatif('bad.yaml', '--lose demo-worker');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('error ');
    expect((await json('bad.yaml', '--all')).databases).toEqual([]);
  });

  test('answers where nothing is wrong but what the file promises of survival', async () => {
    const promised = readFileSync(guide, 'utf8').replace('survive: none', 'survive: cluster');
    writeFileSync(join(directory, 'promised.yaml'), promised);
    const { code, stdout, stderr } = await whatif('promised.yaml', '--lose demo-controller');
    expect(code).toBe(1);
    expect(stdout).toContain('demo/mariadb without demo-controller: blocked, 1 of 3 votes left, 2 needed');
    expect(stderr).toContain('error survival/goal');
    const { ok, databases } = await json('promised.yaml', '--all');
    expect(ok).toBe(false);
    expect(databases).toHaveLength(1);
  });

  test.each([
    ['--lose demo-worker --all', '--all loses everything'],
    ['--pairs', '--pairs goes with --all'],
    ['--in-order', '--in-order goes with --lose'],
    ['--gracefully --all', '--gracefully goes with --lose'],
    ['--exit-code', '--exit-code goes with --lose'],
    ['--format conf', '--format cannot be conf'],
    ['--database mariadv', 'the program has no database mariadv'],
  ])('refuses %s', async (given, problem) => {
    const { code, stderr } = await whatif(guide, given);
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
  });

  test('loses in each file of a program what it has', async () => {
    const { stdout, code } = await runProgram(['whatif', guide, five, '--lose fra'.slice(0, 6), 'fra']);
    expect(code).toBe(0);
    expect(stdout).toContain('shop/orders: control plane lost');
    expect(stdout).toContain('not hit: demo/mariadb');
  });

  test.each([40, 60, 80, 200])('fits %d columns', async (columns) => {
    for (const given of ['', '--all', '--lose demo-controller']) {
      const { stdout } = await whatif(guide, given, { tty: ['stdout'], columns, env: { NO_COLOR: '1' } });
      expect(stdout).not.toContain('\u001b');
      if (columns < 80) continue;
      for (const line of stdout.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
    }
  });

  test('colours a terminal', async () => {
    const { stdout } = await whatif(guide, '--lose demo-controller', { tty: ['stdout'], columns: 100 });
    expect(stdout).toContain('\u001b[31m');
  });
});

test('warnings do not stand in the way of the answer: validate tells them', async () => {
  const guides = `${spec}/examples/kubedb-mariadb-guide.yaml`;
  const { stdout, stderr, code } = await whatif(guides, '--lose demo-worker');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^demo\/mariadb without demo-worker: writes go on/);
  expect(stderr).toMatch(/^\d+ warnings: dbspan validate says which they are\n\n$/);
  // When their number is what fails the run, they are told.
  const strict = await whatif(guides, '--lose demo-worker --max-warnings 0');
  expect(strict.code).toBe(1);
  expect(strict.stderr).toContain('warning survival/cluster-loss');
});
