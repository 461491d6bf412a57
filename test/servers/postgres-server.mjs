// A Postgres server of the suite's own: data folder, start, questions, stop. It does not run as root, so its folders are
// the account's that Debian makes for it.
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, output, start, until } from './processes.mjs';

const inVersion = (name) => [`/usr/lib/postgresql/*/bin/${name}`, `/usr/pgsql-*/bin/${name}`, name];

/** Programs that the suite needs. */
export const postgresPrograms = {
  postgres: inVersion('postgres'),
  initdb: inVersion('initdb'),
  psql: inVersion('psql'),
  pgbench: inVersion('pgbench'),
  setpriv: ['setpriv'],
};

/** Settings that say where a server runs. They are the suite's, not the plan's. */
export const whereItRuns = new Set(['listen_addresses', 'port', 'unix_socket_directories']);

/** "15.19" */
export async function serverVersion(programs) {
  const { stdout } = await output(programs.postgres, ['--version']);
  return /\) (\d+\.\d+)/.exec(stdout)?.[1];
}

/** The account that the servers run as: its number, or undefined. */
export async function serverAccount() {
  const { code, stdout } = await output('id', ['-u', 'postgres']);
  return code === 0 ? Number(stdout) : undefined;
}

function asAccount(programs, account, command) {
  return [programs.setpriv, [`--reuid=${account}`, '--clear-groups', ...command]];
}

/** A folder that the account can reach and owns. */
export function folderFor(account, above, name) {
  chmodSync(above, 0o755);
  const folder = join(above, name);
  mkdirSync(folder);
  chownSync(folder, account, -1);
  return folder;
}

/** A fresh data folder; every account of the machine may be anybody. */
export async function installData(programs, account, data) {
  const command = [programs.initdb, '-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'];
  const { code, stdout, stderr } = await output(...asAccount(programs, account, command));
  if (code !== 0) throw new Error(`initdb ended with ${code}\n${stderr}${stdout}`);
}

/** Starts a server on a configuration file and waits until it answers. */
export async function startPostgres(
  programs,
  { account, data, work, configuration, group, environment, given = {} },
) {
  const log = join(work, 'server.log');
  writeFileSync(join(data, 'postgresql.conf'), configuration);
  const where = { listen_addresses: '', unix_socket_directories: work, ...given };
  const options = Object.entries(where).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const program = start(...asAccount(programs, account, [programs.postgres, '-D', data, ...options]), {
    group,
    environment,
    log,
    directory: work,
  });
  const ask = (sql) =>
    output(programs.psql, ['-h', work, '-U', 'postgres', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-f', '-'], {
      input: sql,
    });
  const server = {
    program,
    group,
    folder: work,
    /** Rows of statements that must succeed, as text. */
    rows: async (sql) => {
      const { code, stdout, stderr } = await ask(sql);
      if (code !== 0) throw new Error(`${sql.slice(0, 200)}: ${stderr}`);
      return stdout.split('\n').filter(Boolean);
    },
    log: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
    logTail: () => server.log().split('\n').slice(-25).join('\n'),
    // SIGINT is a fast shutdown: sessions are ended.
    stop: () => end(program, { signal: 'SIGINT' }),
  };
  const up = await until(async () => (await ask('SELECT 1')).code === 0, { hopeless: () => program.over });
  if (!up) {
    await end(program, { patience: 0 });
    throw new Error(`the server did not start\n${server.logTail()}`);
  }
  return server;
}
