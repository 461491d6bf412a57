// Tables and load for MariaDB servers.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { end, start, until } from './processes.mjs';

const floodProgram = fileURLToPath(new URL('flood.lua', import.meta.url));
const writesProgram = fileURLToPath(new URL('writes.lua', import.meta.url));

const rows = 40_000;
const rowsInPage = 2;
const page = 16_384;

/** The account of the load. It is no administrator: the one connection beyond the limit stays free for the suite. */
const account = 'visitor';

/** Tables for the flood, and one that is larger than a pool of so many bytes. */
export async function loadTables(server, pool) {
  const statements = [
    'CREATE DATABASE flood',
    'USE flood',
    `CREATE USER ${account}@localhost`,
    `GRANT ALL ON flood.* TO ${account}@localhost`,
  ];
  for (const index of [1, 2, 3]) {
    statements.push(
      `CREATE TABLE lot${index} (id INT PRIMARY KEY, owner INT NOT NULL, amount INT NOT NULL, label CHAR(120) NOT NULL, remark CHAR(60) NOT NULL, KEY (owner)) ENGINE=InnoDB`,
      `INSERT INTO lot${index} SELECT seq, seq % 13, (seq * 7919 * ${index}) % 100003, CONCAT(MD5(seq * ${index}), MD5(seq + ${index}), MD5(seq)), CONCAT(MD5(seq % 9001), seq) FROM seq_1_to_${rows}`,
    );
  }
  statements.push('CREATE TABLE filling (id INT PRIMARY KEY, body VARBINARY(8000)) ENGINE=InnoDB');
  const needed = fillingRows(pool);
  // In pieces: as one transaction a cluster would refuse it.
  for (let first = 1; first <= needed; first += 4000) {
    const last = Math.min(needed, first + 3999);
    statements.push(
      `INSERT INTO filling SELECT seq, REPEAT(CHAR(65 + seq % 26), 7900) FROM seq_${first}_to_${last}`,
    );
  }
  await server.rows(`${statements.join(';\n')};`);
}

function fillingRows(pool) {
  return Math.ceil((pool / page) * rowsInPage * 1.08);
}

/** Reads more than the pool holds, so that all of it is in use. */
export async function fillPool(server) {
  const [[pool]] = await server.rows('SELECT @@innodb_buffer_pool_size');
  await server.rows(`SELECT SUM(LENGTH(body)) FROM flood.filling WHERE id <= ${fillingRows(Number(pool))}`);
  return Number(pool);
}

/** Kinds of statements and seconds. The guide's own values die in the first of them; the rest is for those that hold. */
export const wholeFlood = { mix: 9, both: 7, numbers: 6, packets: 3, derived: 3 };

/**
 * Floods a server on so many connections, each kind on new ones: what ended sessions leave is in their way. Stops when the
 * group has killed.
 */
export async function flood(programs, server, connections, { work, name, kinds = wholeFlood }) {
  let text = '';
  const asked = async () => Number((await server.status('Questions')) ?? 0);
  const before = await asked();
  const over = () => server.program.over || server.group.kills() > 0;
  for (const [kind, seconds] of Object.entries(kinds)) {
    if (over()) break;
    const log = `${work}/${name}-${kind}.flood`;
    const amount = [`--kind=${kind}`, `--threads=${connections}`, '--time=0', '--events=0'];
    const load = start(programs.sysbench, [floodProgram, ...whereTo(server), ...amount, 'run'], {
      log,
      directory: work,
    });
    await until(() => load.over || over(), { seconds });
    await end(load, { signal: 'SIGKILL' });
    if (!over()) await until(async () => over() || (await endVisitors(server)), { seconds: 60 });
    text += existsSync(log) ? readFileSync(log, 'utf8').replace(/^.*Threads started!\s*/s, `${kind}: `) : '';
  }
  return { text, statements: over() ? 0 : (await asked()) - before };
}

/** Ends the load's sessions, whatever they are at. True when there are none. */
async function endVisitors(server) {
  await server.ask(`KILL USER ${account}@localhost`);
  const { stdout } = await server.ask(
    `SELECT COUNT(*) FROM information_schema.processlist WHERE user = '${account}'`,
  );
  return stdout.trim() === '0';
}

/** Writes so many transactions. */
export async function write(programs, server, events, { work }) {
  const log = `${work}/writes`;
  const amount = ['--threads=4', '--time=0', `--events=${events}`];
  const load = start(programs.sysbench, [writesProgram, ...whereTo(server), ...amount, 'run'], {
    log,
    directory: work,
  });
  const over = await until(() => load.over, { seconds: 600 });
  const { code } = over ? await load.ended : {};
  if (code !== 0) throw new Error(`the writes did not end well\n${readFileSync(log, 'utf8').slice(-1500)}`);
}

function whereTo(server) {
  return [
    '--db-driver=mysql',
    `--mysql-socket=${server.socket}`,
    `--mysql-user=${account}`,
    '--mysql-db=flood',
    '--mysql-ignore-errors=all',
    `--rows=${rows}`,
  ];
}
