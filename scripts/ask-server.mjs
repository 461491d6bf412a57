// Asks a server that is installed here for its options: starts it in a folder of its own, on no address but loopback, and
// gives { version, server, rows }, the rows as scripts/option-tables.mjs describes them.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** Where a server is when none is named. Of several versions of Postgres the latest is taken. */
export function installed(family) {
  const [name, places] =
    family === 'postgres'
      ? ['postgres', Array.from({ length: 15 }, (_, index) => `/usr/lib/postgresql/${24 - index}/bin`)]
      : ['mariadbd', ['/usr/sbin', '/usr/libexec', '/usr/local/sbin']];
  return [...(process.env.PATH ?? '').split(delimiter), ...places]
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** What a server of a family says of its options. */
export async function ask(family, program) {
  const work = mkdtempSync(join(tmpdir(), 'dbspan-options-'));
  try {
    if (family === 'postgres') return askPostgres(program, work);
    return family === 'galera' ? await askGalera(program, work) : askMariadb(program, work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function run(program, options, settings = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, options, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    timeout: 120_000,
    ...settings,
  });
  if (error) throw error;
  if (status !== 0)
    throw new Error(
      `${program} ended with ${status}:\n${(stderr || stdout).split('\n').slice(-8).join('\n')}`,
    );
  return stdout;
}

/** Rows that a server wrote: columns parted by tabs, `\N` for nothing. */
function columnsOf(file) {
  const lines = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
  return lines.map((line) =>
    line.split('\t').map((column) => (column === '\\N' ? '' : column.replace(/\\(.)/g, '$1'))),
  );
}

function rowOf(...columns) {
  return columns.join('|').replace(/\|+$/, '');
}

/** A limit as the tables have it: none where it is beyond what a number of ours can be. */
const limit = (text) => (text === '' || Math.abs(Number(text)) > Number.MAX_SAFE_INTEGER ? '' : text);

/** Values that are the machine's or the package's, not the version's. */
function general(value) {
  return value.includes('/') || value.includes(hostname()) ? '' : value;
}

// --- MariaDB ---------------------------------------------------------------------------------------------------

const user = process.getuid?.() === 0 ? ['--user=root'] : [];

function mariadbOptionsOf(work, statements) {
  writeFileSync(join(work, 'ask.sql'), `${statements.join(';\n')};\nSHUTDOWN;\n`);
  mkdirSync(join(work, 'data'), { recursive: true });
  return [
    '--no-defaults',
    ...user,
    `--datadir=${join(work, 'data')}`,
    `--socket=${join(work, 'socket')}`,
    `--pid-file=${join(work, 'pid')}`,
    `--tmpdir=${work}`,
    '--secure-file-priv=',
    '--skip-networking',
    `--init-file=${join(work, 'ask.sql')}`,
  ];
}

const mariadbTypes = {
  BOOLEAN: 'b',
  'BIGINT UNSIGNED': 'u',
  'INT UNSIGNED': 'u',
  BIGINT: 'i',
  INT: 'i',
  DOUBLE: 'd',
  ENUM: 'e',
  SET: 's',
  FLAGSET: 's',
};

/** Names that a file sets otherwise than the variable of the name says: `skip-` before an option, and the name of a file. */
const otherType = { 'skip-external-locking': 'b', 'log-bin': '' };

/** What a server finds out from its machine, or what only says which build it is. */
const ofMachine = /^(?:version.*|server-uid|system-time-zone|open-files-limit|wsrep-patch-version)$/;

/** Where the variable's default is not the one of the program. */
const otherDefault = { port: '3306' };

function askMariadb(program, work) {
  const help = helpOf(run(program, ['--no-defaults', '--verbose', '--help']));
  const version = join(work, 'version.txt');
  const variables = join(work, 'variables.txt');
  run(program, [
    ...mariadbOptionsOf(work, [
      `SELECT @@version INTO OUTFILE '${version}'`,
      `SELECT LOWER(REPLACE(variable_name, '_', '-')), variable_type, default_value, numeric_min_value, numeric_max_value,
         enum_value_list INTO OUTFILE '${variables}' FROM information_schema.system_variables`,
    ]),
    '--skip-grant-tables',
  ]);
  const rows = new Map();
  for (const [name, type, initial, least, most, list] of columnsOf(variables)) {
    const options = list.split(',').filter((each) => each !== '' && each !== 'default');
    const switches = type === 'BOOLEAN' || (options.join() === 'OFF,ON' && type === 'ENUM');
    const key = otherType[name] ?? mariadbTypes[type] ?? '';
    if (!help.has(name) && !(name in otherType)) {
      rows.set(name, rowOf(name, 'x'));
      continue;
    }
    const value = otherDefault[name] ?? (initial === '' ? (help.get(name) ?? '') : initial);
    const numbers = /^[uid]$/.test(key) ? [limit(least), limit(most)] : ['', ''];
    const values = switches || !/^[es]$/.test(key) ? '' : options.join(',');
    rows.set(name, rowOf(name, key, ofMachine.test(name) ? '' : initialOf(value), ...numbers, values));
  }
  for (const [name, value] of help) {
    if (!rows.has(name)) rows.set(name, rowOf(name, '', ofMachine.test(name) ? '' : initialOf(value)));
  }
  const server = columnsOf(version)[0][0];
  return { version: /^\d+\.\d+/.exec(server)[0], server: `mariadbd ${server}`, rows };
}

const words = { TRUE: 'ON', FALSE: 'OFF', '(No default value)': '' };

function initialOf(value) {
  // A double is printed with the digits that it does not have.
  const short = /^-?\d+\.\d+$/.test(value) ? String(Number(value)) : value;
  return general(words[short] ?? short);
}

/** Options of `--verbose --help` by name, lower case, with the values that it shows. */
function helpOf(text) {
  const options = new Map();
  const [before, , list = ''] = text.split(/^(Variables \(--.*\n.*\n---.*\n)/m);
  for (const [, name] of before.matchAll(/^ {2}(?:-[A-Za-z#], )?--([A-Za-z0-9_-]+)/gm))
    options.set(name.toLowerCase().replaceAll('_', '-'), '');
  for (const line of list.split('\n\n')[0].split('\n')) {
    const [, name, value] = /^(\S+)\s*(.*?)\s*$/.exec(line) ?? [];
    if (name) options.set(name.toLowerCase(), value);
  }
  return options;
}

// --- Galera ----------------------------------------------------------------------------------------------------

const libraries = ['/usr/lib/galera', '/usr/lib64/galera-4', '/usr/lib64/galera', '/usr/lib/galera-4'];

async function askGalera(program, work) {
  const library = libraries.map((each) => join(each, 'libgalera_smm.so')).find((path) => existsSync(path));
  if (!library) throw new Error(`no libgalera_smm.so in ${libraries.join(', ')}`);
  // The provider keeps its state in tables of the server.
  const install = join(dirname(dirname(program)), 'bin', 'mariadb-install-db');
  run(existsSync(install) ? install : 'mariadb-install-db', [
    '--no-defaults',
    `--datadir=${join(work, 'data')}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...user,
  ]);
  const port = await freePort();
  const answer = join(work, 'answer.txt');
  const options = [
    ...mariadbOptionsOf(work, [
      `SELECT variable_value, @@wsrep_provider_options INTO OUTFILE '${answer}'
         FROM information_schema.global_status WHERE variable_name = 'wsrep_provider_version'`,
    ]),
    '--binlog-format=ROW',
    '--wsrep-on=ON',
    `--wsrep-provider=${library}`,
    '--wsrep-cluster-address=gcomm://',
    '--wsrep-new-cluster',
    '--wsrep-node-address=127.0.0.1',
    `--wsrep-provider-options=base_port=${port};gmcast.listen_addr=tcp://127.0.0.1:${port};ist.recv_addr=127.0.0.1:${port + 1}`,
  ];
  run(program, options);
  const [provider, text] = columnsOf(answer)[0];
  const given = new RegExp(`127\\.0\\.0\\.1|\\b${port}\\b|^base_dir$`);
  const rows = new Map();
  for (const part of text.split(';').map((each) => each.trim())) {
    const [, key, value] = /^(\S+)\s*=\s*(.*)$/.exec(part) ?? [];
    if (key) rows.set(key, rowOf(key, '', given.test(`${value}`) ? '' : general(value)));
  }
  const full = provider.replace(/\(.*/, '').replace(/^4\./, '26.4.');
  return {
    version: /^\d+\.\d+/.exec(full)[0],
    server: `libgalera_smm.so ${full}`,
    rows: new Map([...rows].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** A port of loopback with a free one after it. */
async function freePort() {
  for (;;) {
    const port = await listen(0);
    const next = await listen(port + 1).catch(() => undefined);
    if (next !== undefined) return port;
  }
}

function listen(port) {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => done(free));
    });
  });
}

// --- Postgres --------------------------------------------------------------------------------------------------

const postgresTypes = { bool: 'b', integer: 'i', real: 'd', enum: 'e', string: '' };

/** Postgres refuses to run as root. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  if (uid === undefined)
    throw new Error('Postgres does not run as root, and there is no user nobody to run it as');
  return { uid: Number(uid), gid: Number(gid) };
}

function askPostgres(program, work) {
  const settings = { ...unprivileged(), cwd: work, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } };
  if (settings.uid !== undefined) chownSync(work, settings.uid, settings.gid);
  const data = join(work, 'data');
  run(join(dirname(program), 'initdb'), ['-D', data, '-A', 'trust', '-N'], settings);
  const answer = join(work, 'answer.txt');
  run(program, ['--single', '-D', data, 'postgres'], {
    ...settings,
    input: `COPY (SELECT name, vartype, boot_val, min_val, max_val, array_to_string(enumvals, ','), unit, context, current_setting('server_version') FROM pg_settings) TO '${answer}'\n`,
  });
  const rows = new Map();
  let server = '';
  for (const [name, type, value, least, most, list, unit, context, version] of columnsOf(answer)) {
    server = version;
    const fixed = context === 'internal';
    rows.set(
      name.toLowerCase(),
      fixed
        ? rowOf(name, 'x')
        : rowOf(name, postgresTypes[type] ?? '', general(value), limit(least), limit(most), list, unit),
    );
  }
  return { version: /^\d+/.exec(server)[0], server: `postgres ${server}`, rows: keyed(rows) };
}

/** By the name as it is written, in its order. */
function keyed(rows) {
  return new Map([...rows.values()].map((row) => [row.split('|')[0], row]));
}
