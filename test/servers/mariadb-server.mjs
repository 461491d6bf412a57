// A MariaDB server of the suite's own: data folder, start, questions, stop.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { end, output, start, until } from './processes.mjs';

/** Programs that every suite of MariaDB needs. */
export const mariadbPrograms = {
  mariadbd: ['mariadbd'],
  mariadb: ['mariadb'],
  'mariadb-install-db': ['mariadb-install-db'],
  sysbench: ['sysbench'],
};

/** Options that say where a server runs. They are the suite's, not the plan's. */
export const whereItRuns = new Set([
  'datadir',
  'socket',
  'port',
  'extra_port',
  'bind_address',
  'pid_file',
  'log_error',
  'tmpdir',
  'user',
  'skip_networking',
  'wsrep_cluster_address',
  'wsrep_cluster_name',
  'wsrep_node_address',
  'wsrep_node_name',
  'wsrep_sst_receive_address',
  'wsrep_sst_method',
  'wsrep_sst_auth',
  'wsrep_provider',
]);

/** "10.11.19" */
export async function serverVersion(programs) {
  const { stdout } = await output(programs.mariadbd, ['--no-defaults', '--version']);
  return /Ver (\d+\.\d+\.\d+)/.exec(stdout)?.[1];
}

/** A fresh data folder; root@localhost has no password. */
export async function installData(programs, folder) {
  const given = ['--no-defaults', `--datadir=${folder}`, '--user=root', '--skip-test-db'];
  given.push('--auth-root-authentication-method=normal');
  const { code, stdout, stderr } = await output(programs['mariadb-install-db'], given);
  if (code !== 0) throw new Error(`mariadb-install-db ended with ${code}\n${stderr}${stdout}`);
}

/**
 * Starts a server and waits until it answers. `configuration` is its option file or undefined for the server's own
 * defaults; `given` comes after what says where it runs.
 */
export async function startMariadb(
  programs,
  { data, work, name, configuration, group, environment, given = [] },
) {
  mkdirSync(work, { recursive: true });
  const socket = join(work, `${name}.sock`);
  const log = join(work, `${name}.log`);
  const program = start(
    programs.mariadbd,
    [
      configuration === undefined ? '--no-defaults' : `--defaults-file=${configuration}`,
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${join(work, `${name}.pid`)}`,
      `--log-error=${log}`,
      `--tmpdir=${work}`,
      '--user=root',
      ...given,
    ],
    { group, environment, log: `${log}.out` },
  );
  const server = serverAt(programs, { program, socket, log, group });
  const up = await until(async () => (await server.ask('SELECT 1')).code === 0, {
    hopeless: () => program.over,
  });
  if (!up) {
    await end(program, { patience: 0 });
    throw new Error(`the server did not start\n${server.logTail()}`);
  }
  return server;
}

/** A server that runs, or will. */
export function serverAt(programs, { program, socket, log, group }) {
  const client = ['--no-defaults', '-uroot', `--socket=${socket}`, '-N', '-B', '--raw'];
  const ask = (sql) => output(programs.mariadb, client, { input: sql });
  const server = {
    program,
    socket,
    group,
    /** Runs statements; gives code, stdout, stderr. */
    ask,
    /** Rows of a statement that must succeed. */
    rows: async (sql) => {
      const { code, stdout, stderr } = await ask(sql);
      if (code !== 0) throw new Error(`${sql.slice(0, 200)}: ${stderr}`);
      return stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('\t'));
    },
    variables: async () =>
      new Map(
        (await server.rows('SHOW GLOBAL VARIABLES')).map(([name, value]) => [
          name.toLowerCase(),
          value ?? '',
        ]),
      ),
    status: async (name) => (await server.rows(`SHOW GLOBAL STATUS LIKE '${name}'`))[0]?.[1],
    log: () =>
      [log, `${log}.out`].map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')).join(''),
    logTail: () => server.log().split('\n').slice(-25).join('\n'),
    stop: () => end(program),
  };
  return server;
}

/** A port that is free on all of these addresses; `span` ports from it on are. */
export async function freePort(addresses = ['127.0.0.1'], span = 1) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const asked = addresses.flatMap((address) =>
      Array.from({ length: span }, (_, index) => isFree(address, port + index)),
    );
    if ((await Promise.all(asked)).every(Boolean)) return port;
  }
  throw new Error(`no free port on ${addresses.join(', ')}`);
}

function isFree(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
