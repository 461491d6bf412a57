import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { validators } from '../../report/validators.testing.js';
import { database, goodTopology } from '../../rules/testing.js';
import { runProgram, type Surroundings } from '../testing.js';

const directory = mkdtempSync(join(tmpdir(), 'dbspan-size-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
beforeEach(() => rmSync(join(directory, 'my.cnf'), { force: true }));

function size(given: string, surroundings: Surroundings = {}) {
  return runProgram(['size', ...given.split(' ').filter(Boolean)], { directory, ...surroundings });
}

const k3sFile = `[mariadb]
bind-address=0.0.0.0
skip-log-bin
innodb_buffer_pool_size=358M
max_connections=20
`;

interface Check {
  readonly survives?: boolean;
  readonly bounded: boolean;
  readonly needs: number;
  readonly better?: string;
}

interface Parsed {
  readonly ok: boolean;
  readonly check: Check;
  readonly problems: readonly { readonly id: string; readonly message: string; readonly fix: string }[];
  readonly diagnostics: readonly {
    readonly id: string;
    readonly message: string;
    readonly place: { readonly line: number; readonly column: number };
    readonly related: readonly { readonly line: number }[];
    readonly fix: string;
  }[];
  readonly sizes: readonly {
    readonly pool: number;
    readonly galera: boolean;
    readonly connections: number;
    readonly settings: readonly { readonly option: string; readonly value: string | number }[];
    readonly configuration?: string;
    readonly problem?: { readonly memory?: number; readonly connections?: number };
    readonly budgets: {
      readonly memory: {
        readonly limit: number;
        readonly total: number;
        readonly parts: readonly { readonly part: string; readonly bytes: number }[];
      };
      readonly link?: { readonly fullTransfer: number | null; readonly replication: number };
    };
  }[];
}

async function json(given: string, surroundings?: Surroundings): Promise<Parsed> {
  const { stdout, stderr } = await size(`${given} --format json`, surroundings);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Parsed;
}

describe('dbspan size --engine', () => {
  test('says first whether the memory is enough', async () => {
    const { code, stdout, stderr } = await size('--engine mariadb --memory 512Mi --version 10.11.19');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toBe(
      '512Mi holds a MariaDB with a pool of 282Mi (55 %) and 12 connections',
    );
  });

  test('names what would do when it is not, each alone', async () => {
    const { problems, sizes } = await json('-e mariadb -m 1Gi --galera --connections 200');
    expect(problems.map(({ id }) => id)).toEqual(['size/memory']);
    const { memory = 0, connections = 0 } = sizes[0]?.problem ?? {};
    expect(problems[0]?.fix).toBe(
      `what would do: ${memory / 2 ** 20}Mi of memory, or at most ${connections} connections`,
    );
    expect((await size(`-e mariadb -m ${memory / 2 ** 20}Mi --galera --connections 200`)).code).toBe(0);
    expect((await size(`-e mariadb -m ${memory / 2 ** 20 - 1}Mi --galera --connections 200`)).code).toBe(1);
    expect((await size(`-e mariadb -m 1Gi --galera --connections ${connections}`)).code).toBe(0);
    expect((await size(`-e mariadb -m 1Gi --galera --connections ${connections + 1}`)).code).toBe(1);
  });

  test('shows by how much it is not, and sets nothing', async () => {
    const { sizes } = await json('-e postgres -m 512Mi --connections 200');
    const { memory } = sizes[0]?.budgets ?? {};
    expect(memory?.total).toBeGreaterThan(memory?.limit ?? Number.POSITIVE_INFINITY);
    expect(sizes[0]?.settings).toEqual([]);
    expect(sizes[0]?.configuration).toBeUndefined();
    expect((await size('-e postgres -m 512Mi --connections 200 --format conf')).stdout).toBe('');
  });

  test('takes what is asked for as it is in mode target, with a warning', async () => {
    const { code, stderr, stdout } = await size('-e mariadb -m 512Mi --mode target --connections 20');
    expect(code).toBe(0);
    expect(stderr).toContain('warning size/memory: ');
    expect(stdout).toContain('innodb_buffer_pool_size  358M');
  });

  test('names options, not fields of a topology, as reasons', async () => {
    const given = '--galera --pool 40% --connections 30 --gcache 256Mi --data 3Gi --volume 20Gi';
    const { stdout } = await size(`-e mariadb -m 2Gi ${given}`);
    expect(stdout).not.toContain('sizing.');
    expect(stdout).toContain('--pool: 40 % of 2Gi');
  });

  test('counts more than one replica of a MariaDB as Galera, and of a Postgres as standbys', async () => {
    const [mariadb] = (await json('-e mariadb -m 1Gi --replicas 3')).sizes;
    expect(mariadb?.galera).toBe(true);
    const [postgres] = (await json('-e postgres -m 1Gi --replicas 3 --volume 20Gi')).sizes;
    expect(postgres?.settings.map(({ option }) => option)).toContain('wal_keep_size');
    const [old] = (await json('-e postgres -m 1Gi --replicas 3 --volume 20Gi --version 12.22')).sizes;
    expect(old?.settings.map(({ option }) => option)).not.toContain('wal_keep_size');
  });

  test('says that writes fill a link, with null for a time that never ends', async () => {
    const { ok, problems, sizes } = await json(
      '-e mariadb -m 1Gi --galera --data 1Gi --bandwidth 10Mbps --write-rate 2Mi',
    );
    expect(ok).toBe(false);
    expect(problems.map(({ id }) => id)).toEqual(['size/link']);
    expect(sizes[0]?.budgets.link?.fullTransfer).toBeNull();
  });

  test('warns of a cache that does not bridge the absence', async () => {
    const given = '-e mariadb -m 1Gi --galera --write-rate 1Mi --ride-out 30m';
    expect((await json(`${given} --gcache 128Mi`)).problems.map(({ id }) => id)).toEqual(['size/window']);
    expect((await json(given)).problems).toEqual([]);
  });

  test('adds up the parts of every budget', async () => {
    const { sizes } = await json('-e mariadb --galera');
    expect(sizes).toHaveLength(9);
    for (const { budgets } of sizes) {
      const sum = budgets.memory.parts.reduce((total, { bytes }) => total + bytes, 0);
      expect(Math.abs(sum - budgets.memory.total)).toBeLessThan(budgets.memory.parts.length);
    }
  });

  test.each([
    ['--memory 5GB', '--memory: "5GB" is not a size', 'write 5Gi'],
    ['--memory 512m', '--memory: "512m" is not a size', ''],
    ['--memory 0Mi', '--memory: "0Mi" is not a size', ''],
    ['--memory=-1Gi', '--memory: "-1Gi" is not a size', ''],
    ['--memory=', '--memory: "" is not a size', ''],
    ['--memory NaN', '--memory: "NaN" is not a size', ''],
    ['--memory Infinity', '--memory: "Infinity" is not a size', ''],
    ['--memory 1e9Gi', '--memory: "1e9Gi" is not a size', ''],
    ['--memory 999999999999Pi', '--memory: 999999999999Pi is more than 1Pi', ''],
    ['--memory 0.000001Mi', '--memory: 0.000001Mi is less than 1Ki', ''],
    ['--memory 1Gi --connections ten', '--connections: "ten" is not a whole number', ''],
    ['--memory 1Gi --connections 1_000', '--connections: "1_000" is not a whole number', 'write 1000'],
    ['--memory 1Gi --connections=-5', '--connections: "-5" is not a whole number', ''],
    ['--memory 1Gi --connections 5', '--connections is 5, it must be from 10 to 100000', ''],
    ['--memory 1Gi --pool 70', '--pool: "70" is not a share or a size', ''],
    ['--memory 1Gi --pool 100%', '--pool: "100%" is not a share or a size', ''],
    ['--memory 1Gi --cpu 2cores', '--cpu: "2cores" is not an amount of processor time', ''],
    ['--memory 1Gi --rtt 20', '--rtt: "20" is not a duration', ''],
    ['--memory 1Gi --rtt 30min', '--rtt: "30min" is not a duration', 'write 30m'],
    [
      '--memory 1Gi --data 1Gi --bandwidth 200Mbit/s',
      '--bandwidth: "200Mbit/s" is not a bandwidth',
      'write 200Mbps',
    ],
    ['--memory 1Gi --bandwidth 1Gbps', '--bandwidth says how long a copy takes', '--data'],
    ['--memory 1Gi --version latest', '--version: "latest" is not a version', ''],
    ['--memory 1Gi --ride-out 30m --galera', '--ride-out needs --write-rate', '--write-rate 1Mi'],
    ['--memory 1Gi --gcache 1Gi', '--gcache is the cache of a member of a Galera cluster', 'add --galera'],
    ['--memory 1Gi --shared-buffers 1Gi', '--shared-buffers is nothing that a MariaDB has', '--pool'],
    ['--memory 1Gi --database orders', '--database does not go with --engine', 'leave out --engine'],
    ['--memory', '--memory needs a value: SIZE', ''],
    ['--memory 1Gi --memory 2Gi', '--memory is given twice', ''],
  ])('refuses %s', async (given, message, remedy) => {
    const { code, stdout, stderr } = await size(`--engine mariadb ${given}`);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`dbspan: ${message}`);
    expect(stderr).toContain(remedy);
  });
});

test('dbspan size --engine answers whatever is asked for', { timeout: 60_000 }, async () => {
  const size = fc.constantFrom('1Ki', '1Mi', '32Mi', '300Mi', '1G', '1.5Gi', '7Ti', '1024Ti');
  const asked = fc.record(
    {
      memory: size,
      connections: fc.constantFrom('10', '11', '300', '100000'),
      volume: size,
      data: size,
      cpu: fc.constantFrom('1m', '0.5', '64', '100000'),
      workload: fc.constantFrom('oltp', 'mixed', 'analytics', 'edge'),
      version: fc.constantFrom('5.5', '10.6.22', '11.8.5', '12.22', '17.9-bookworm', '99'),
      mode: fc.constantFrom('guaranteed', 'target'),
      replicas: fc.constantFrom('1', '2', '100'),
      rtt: fc.constantFrom('0ms', '7ms', '1h'),
      'write-rate': size,
      'ride-out': fc.constantFrom('0s', '30m', '999d'),
    },
    { requiredKeys: ['write-rate'] },
  );
  const own = fc.constantFrom(
    '--engine mariadb',
    '--engine mariadb --galera --gcache 1Mi',
    '--engine mariadb --pool 99%',
    '--engine mariadb --galera --pool 1Ki',
    '--engine postgres --shared-buffers 1Ki',
    '--engine postgres --work-mem 7Ti',
    '--engine mariadb --galera --volume 20Gi --bandwidth 1kbps',
  );
  await fc.assert(
    fc.asyncProperty(
      asked,
      own,
      fc.constantFrom('json', 'text', 'markdown'),
      async (options, given, format) => {
        const others = Object.entries(options).filter(([name]) => !given.includes(`--${name} `));
        const words = others.flatMap(([name, value]) => [`--${name}`, value ?? '']);
        const { code, stdout, stderr } = await runProgram(
          ['size', ...given.split(' '), ...words, '--format', format],
          { directory },
        );
        expect([0, 1]).toContain(code);
        expect(`${stdout}${stderr}`).not.toMatch(/NaN|undefined|Infinity|defect/);
        if (format === 'json') expect(await validators['json']?.([stdout])).toEqual([]);
      },
    ),
    { numRuns: 120 },
  );
});

test('dbspan size of a topology reckons with the replicas beyond the link, and with the writes of others', async () => {
  const writing = '    sizing: { gcache: { rideOut: 10m, writeRate: 64Ki }, data: 1Gi }\n';
  const text = `${goodTopology}${writing}${database({ name: 'ledger' })}${writing}`;
  writeFileSync(
    join(directory, 'shop.yaml'),
    `${text}links:\n  - between: [fra, ams]\n    bandwidth: 20Mbps\n`,
  );
  const { sizes } = await json('shop.yaml');
  // Two replicas in fra are the most that stand beyond it, for each of the two databases.
  expect(sizes.map(({ budgets }) => budgets.link?.replication)).toEqual([262_144, 262_144]);
});

describe('dbspan size --check', () => {
  function checked(text: string | Uint8Array, given: string): Promise<Parsed> {
    writeFileSync(join(directory, 'my.cnf'), text);
    return json(`--check my.cnf ${given}`);
  }

  test('finds that the file of the K3s guide is killed, at the line that weighs most', async () => {
    const { ok, check, diagnostics, sizes } = await checked(k3sFile, '--memory 512Mi');
    expect([ok, check.survives, check.bounded]).toEqual([false, false, false]);
    const [killed, unbounded] = diagnostics;
    expect(killed).toMatchObject({
      id: 'size/killed',
      place: { line: 5, column: 1 },
      related: [{ line: 4 }],
    });
    expect(unbounded).toMatchObject({ id: 'sizing/sessions-unbounded', place: { line: 5, column: 17 } });
    expect(sizes[0]?.budgets.memory.total).toBeGreaterThan(2 ** 29);
    expect(check.better).toBe('dbspan size --engine mariadb --memory 512Mi --connections 20 --format conf');
  });

  test('says how much memory a file needs, which is enough, and less is not', async () => {
    const { check } = await checked(k3sFile, '');
    expect(check.survives).toBeUndefined();
    const needs = check.needs / 2 ** 20;
    expect((await checked(k3sFile, `--memory ${needs}Mi`)).check.survives).toBe(true);
    expect((await checked(k3sFile, `--memory ${needs - 1}Mi`)).check.survives).toBe(false);
  });

  test('tells what fits only without its reserve from what does not fit at all', async () => {
    const needs = (await checked(k3sFile, '')).check.needs / 2 ** 20;
    const tight = await checked(k3sFile, `--memory ${Math.ceil(needs * 0.98)}Mi`);
    expect(tight.diagnostics[0]?.message).toContain('may be killed');
    const over = await checked(k3sFile, `--memory ${Math.floor(needs * 0.9)}Mi`);
    expect(over.diagnostics[0]?.message).toContain('would be killed');
  });

  test.each([
    '[mysqld]\nmax_connections = 100\nmax_session_mem_used = 8M\n',
    'max_connections = 100\nshared_buffers = 1GB\n',
  ])('names remedies that work: %j', async (text) => {
    const { sizes, check } = await checked(text, '--memory 768Mi');
    expect(check.survives).toBe(false);
    const { connections } = sizes[0]?.problem ?? {};
    if (connections !== undefined)
      expect(
        (await checked(text.replace('= 100', `= ${connections}`), '--memory 768Mi')).check.survives,
      ).toBe(true);
    const better = (check.better ?? '').replace('dbspan size ', '');
    const { stdout, code } = await size(better);
    expect(code).toBe(0);
    expect((await checked(stdout, '--memory 768Mi')).check.survives).toBe(true);
  });

  test.each([
    ['mariadb', '[mysqld]\nwsrep_on = ON\n', true],
    ['mariadb', '[galera]\nwsrep_provider = /usr/lib/libgalera_smm.so\n', true],
    ['mariadb', '[mysqld]\nwsrep_provider = none\n', false],
    ['mariadb', '[mysqld]\nwsrep_on = OFF\nwsrep_provider = /usr/lib/libgalera_smm.so\n', false],
    ['mariadb', '[mysqld]\nmax_connections = 20\n', false],
  ])('reads from the file of a %s whether it is a member: %j', async (_, text, galera) => {
    expect((await checked(text, '')).sizes[0]?.galera).toBe(galera);
  });

  test.each([
    ['no-group.txt', 'innodb_buffer_pool_size = 1G\n', 'MariaDB'],
    ['no-name.txt', 'shared_buffers = 1GB\nwork_mem = 4MB\n', 'Postgres'],
    ['postgresql.conf', '# nothing said\n', 'Postgres'],
    ['other.cnf', '', 'MariaDB'],
  ])('knows whose file %s is', async (name, text, server) => {
    writeFileSync(join(directory, name), text);
    const { stdout } = await size(`--check ${name}`);
    expect(stdout.includes('innodb_buffer_pool_size')).toBe(server === 'MariaDB');
  });

  test('reports what the server refuses at its place', async () => {
    const { diagnostics } = await checked(
      '[mysqld]\n  port = prt\nmax_conections = 20\n',
      '--version 11.8.5',
    );
    const places = diagnostics
      .filter(({ id }) => id.startsWith('config/'))
      .map(({ id, place }) => `${place.line}:${place.column} ${id}`);
    expect(places).toEqual(['2:10 config/option-value', '3:1 config/option-unknown']);
  });

  test('counts the pool as the release rounds it', async () => {
    const pool = async (version: string): Promise<number | undefined> => {
      const { sizes } = await checked(k3sFile, `--memory 4Gi --version ${version}`);
      return sizes[0]?.budgets.memory.parts.find(({ part }) => part === 'buffer pool')?.bytes;
    };
    expect(await pool('10.6.16')).toBe(384 * 2 ** 20);
    expect(await pool('11.8.5')).toBe(358 * 2 ** 20);
  });

  test('warns of an option that a later line replaces, and counts the later', async () => {
    const { sizes, diagnostics } = await checked(`${k3sFile}max-connections = 30\n`, '--memory 8Gi');
    expect(sizes[0]?.connections).toBe(30);
    expect(diagnostics).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: 'config/option-overridden',
          place: expect.objectContaining({ line: 5, column: 1 }),
        }),
      ]),
    );
  });

  test('finds once that nothing bounds the sessions, with a bound that is enough', async () => {
    const { diagnostics } = await checked(k3sFile, '--memory 8Gi');
    expect(diagnostics.map(({ id, fix }) => `${id}: ${fix}`)).toEqual([
      'sizing/sessions-unbounded: set max_session_mem_used to 16M, or more for reports: then a statement fails, not the server',
    ]);
    const bounded = await checked(`${k3sFile}max_session_mem_used = 16M\n`, '--memory 8Gi');
    expect(bounded.diagnostics).toEqual([]);
  });

  test('writes no file, and names the command that does, with the options given', async () => {
    writeFileSync(join(directory, 'my.cnf'), k3sFile);
    const given = '--memory 512Mi --version 10.11.19 --volume 10Gi --data 3Gi';
    const { code, stdout, stderr } = await size(`--check my.cnf ${given} --format conf`);
    expect([code, stdout]).toEqual([2, '']);
    const [, command = ''] =
      /dbspan size (--engine .* --format conf)/.exec(stderr.replace(/\s+/g, ' ')) ?? [];
    for (const each of ['--memory 512Mi', '--version 10.11.19', '--volume 10Gi', '--data 3Gi'])
      expect(command).toContain(each);
    expect((await size(command)).code).toBe(0);
  });

  test('counts warnings', async () => {
    writeFileSync(join(directory, 'my.cnf'), k3sFile);
    expect((await size('--check my.cnf')).code).toBe(0);
    expect((await size('--check my.cnf --max-warnings 0')).code).toBe(1);
  });

  test.each([
    ['a folder', () => mkdirSync(join(directory, 'my.cnf')), 'it is a folder'],
    ['nothing', () => undefined, 'there is no such file or folder'],
    ['a loop', () => symlinkSync('my.cnf', join(directory, 'my.cnf')), 'it goes around in symbolic links'],
    [
      'a program',
      () => writeFileSync(join(directory, 'my.cnf'), new Uint8Array([0x7f, 0x45, 0, 1])),
      'is no text',
    ],
    ['UTF-16', () => writeFileSync(join(directory, 'my.cnf'), '[mysqld]\n', 'utf16le'), 'is no text'],
    [
      'too much',
      () => writeFileSync(join(directory, 'my.cnf'), '#'.repeat(4 * 2 ** 20 + 1)),
      'larger than 4 MiB',
    ],
    [
      'a manifest',
      () => writeFileSync(join(directory, 'my.cnf'), 'apiVersion: v1\nkind: Secret\n'),
      'dbspan verify my.cnf',
    ],
  ])('refuses %s', async (_, make, message) => {
    rmSync(join(directory, 'my.cnf'), { recursive: true, force: true });
    make();
    const { code, stdout, stderr } = await size('--check my.cnf --memory 1Gi');
    rmSync(join(directory, 'my.cnf'), { recursive: true, force: true });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('defect');
  });

  test('reads no device to its end', { timeout: 20_000 }, async () => {
    const { code, stderr } = await size('--check /dev/zero --memory 1Gi');
    expect(code).toBe(2);
    expect(stderr).toContain('larger than 4 MiB');
  });

  test('reads Latin-1, as the servers do', async () => {
    const text = Buffer.from(
      '[mysqld]\n# Gr\u00f6\u00dfe\nmax_connections = 20\nmax_session_mem_used = 8M\nmax_allowed_packet = 4M\n',
      'latin1',
    );
    expect((await checked(text, '--memory 4Gi')).diagnostics).toEqual([]);
  });

  test('survives any text without a defect', { timeout: 60_000 }, async () => {
    const word = fc.constantFrom(
      'innodb_buffer_pool_size',
      'max_connections',
      'shared_buffers',
      'work_mem',
      'wsrep_provider_options',
      '=',
      '-1',
      '99999999999999999999999G',
      '0',
      'NaN',
      '"',
      "'",
      '1e400',
      '\n',
      '[mysqld]',
      ' ',
      'gcache.size=9E',
      '__proto__',
      'hash_mem_multiplier',
      'max_session_mem_used',
      'autovacuum_max_workers',
      'max_parallel_workers',
      '1.5',
      'off',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.array(word, { maxLength: 24 }).map((words) => words.join('')),
          fc.string({ unit: 'binary' }),
        ),
        fc.constantFrom('mariadb', 'postgres'),
        async (text, engine) => {
          const { stdout, stderr } = await size(
            `--check - --engine ${engine} --memory 512Mi --volume 1Gi --format json`,
            {
              stdin: text,
            },
          );
          expect(stderr).toBe('');
          expect(await validators['json']?.([stdout])).toEqual([]);
        },
      ),
      { numRuns: 120 },
    );
  });
});

describe('a file that dbspan writes for an amount of memory', () => {
  const sizesInMebibytes = [
    192, 219, 256, 300, 384, 511, 512, 640, 1000, 1023, 1024, 1537, 2048, 4095, 4096, 8192, 12_345, 16_384,
    32_768, 65_536, 262_144, 1_048_576,
  ];
  const cases = [
    '--engine mariadb',
    '--engine mariadb --version 10.11.19',
    '--engine mariadb --version 10.6.22 --connections 15',
    '--engine mariadb --workload analytics --volume 50Gi',
    '--engine mariadb --workload edge --pool 20%',
    '--engine mariadb --galera --cpu 4',
    '--engine mariadb --galera --rtt 40ms --volume 100Gi --write-rate 256Ki --ride-out 10m',
    '--engine postgres',
    '--engine postgres --cpu 8 --workload analytics --volume 80Gi --replicas 3',
    '--engine postgres --version 12.22 --connections 6',
    '--engine postgres --version 17.9-bookworm --cpu 4 --workload mixed',
    '--engine postgres --workload edge --shared-buffers 32Mi',
  ];

  test.each(cases)('survives with it: %s', { timeout: 60_000 }, async (given) => {
    let written = 0;
    for (const memory of sizesInMebibytes) {
      const { code, stdout } = await size(`${given} --memory ${memory}Mi --format conf`);
      if (code === 1) continue;
      written++;
      const version = /--version \S+/.exec(given)?.[0] ?? '';
      const volume = /--volume \S+/.exec(given)?.[0] ?? '';
      const { check, diagnostics, sizes } = await json(
        `--check - --memory ${memory}Mi ${version} ${volume}`,
        {
          stdin: stdout,
        },
      );
      expect({ memory, diagnostics, survives: check.survives, galera: sizes[0]?.galera }).toEqual({
        memory,
        diagnostics: [],
        survives: true,
        galera: given.includes('--galera'),
      });
    }
    expect(written).toBeGreaterThan(10);
  });
});
