// Tables and load for Postgres servers.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, start, until } from './processes.mjs';

const rows = 300_000;
const fillingRow = 1100;

/**
 * Tables for the flood, and one that is larger than so many bytes of shared buffers. Nothing is known about their contents,
 * so that plans are the worst: hashes of all rows.
 */
export async function loadTables(server, sharedBuffers) {
  await server.rows(`
    CREATE EXTENSION pg_prewarm;
    CREATE TABLE lot WITH (autovacuum_enabled = off) AS SELECT id, id % 977 AS owner, md5(id::text) AS label, md5((id * 13)::text) AS remark
      FROM generate_series(1, ${rows}) AS id;
    CREATE TABLE filling WITH (autovacuum_enabled = off) AS SELECT id, repeat('f', 1000) AS body
      FROM generate_series(1, ${Math.ceil(sharedBuffers / fillingRow)}) AS id;
    VACUUM;`);
}

/** Puts pages into all of the shared buffers. */
export async function fillBuffers(server) {
  const [used] = await server.rows("SELECT pg_prewarm('filling'); SELECT count(*) FROM lot;");
  return Number(used);
}

// Each takes work_mem in its own way, and the last one what work_mem does not govern. One session runs them all, as what
// it gives back to its allocator is not always given back to the kernel.
const statements = `
SELECT count(*), max(c.remark) FROM lot a JOIN lot b ON b.remark = a.label JOIN lot c ON c.label = a.label;
SELECT count(*) FROM lot a JOIN lot b ON b.label = a.label JOIN lot c ON c.remark = b.remark;
SET enable_sort = off;
SELECT count(*), max(many) FROM (SELECT label, remark, count(*) AS many, max(id) FROM lot GROUP BY label, remark) AS g;
SET enable_sort = on;
SELECT count(*) FROM (SELECT * FROM lot ORDER BY remark DESC, label LIMIT ${rows - 1000}) AS ordered;
SELECT array_length(array_agg(label), 1) FROM (SELECT label FROM lot LIMIT 100000) AS part;
`;

// Hash joins; all else is as the server has it.
const sessionOptions = ['enable_mergejoin=off', 'enable_nestloop=off']
  .map((option) => `-c ${option}`)
  .join(' ');

/** Every session comes at least once to its end, however long it takes. */
const seconds = 15;

/** Floods a server on so many connections. Stops when the group has killed. */
export async function flood(programs, server, connections) {
  const folder = join(server.folder, 'load');
  mkdirSync(folder, { recursive: true });
  const script = join(folder, 'flood.sql');
  writeFileSync(script, statements);
  const log = join(folder, 'log');
  const load = start(
    programs.pgbench,
    [
      ...['-h', server.folder, '-U', 'postgres', '-n', '-c', `${connections}`, '-j', '2', '-T', `${seconds}`],
      ...['-f', script, 'postgres'],
    ],
    { log, directory: folder, environment: { PGOPTIONS: sessionOptions } },
  );
  const stopped = () => load.over || server.program.over || server.group.kills() > 0;
  await until(stopped, { seconds: 600 });
  await end(load, { signal: 'SIGKILL' });
  const text = readFileSync(log, 'utf8');
  return {
    text,
    done: Number(/transactions actually processed: (\d+)/.exec(text)?.[1] ?? 0),
    failed: (text.match(/aborted|FATAL|ERROR/g) ?? []).length,
  };
}
