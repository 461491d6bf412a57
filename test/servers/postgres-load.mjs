// Tables and load for Postgres servers.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, start, until } from './processes.mjs';

const rows = 200_000;
const fillingRow = 1100;

/** Tables for the flood, and one that is larger than so many bytes of shared buffers. */
export async function loadTables(server, sharedBuffers) {
  await server.rows(`
    CREATE EXTENSION pg_prewarm;
    CREATE TABLE lot AS SELECT id, id % 977 AS owner, md5(id::text) AS label, md5((id * 13)::text) AS remark
      FROM generate_series(1, ${rows}) AS id;
    CREATE TABLE filling AS SELECT id, repeat('f', 1000) AS body
      FROM generate_series(1, ${Math.ceil(sharedBuffers / fillingRow)}) AS id;
    VACUUM ANALYZE;`);
}

/** Puts pages into all of the shared buffers. */
export async function fillBuffers(server) {
  const [used] = await server.rows("SELECT pg_prewarm('filling'); SELECT count(*) FROM lot;");
  return Number(used);
}

// Each takes work_mem in its own way, and one what work_mem does not govern.
const scripts = {
  join: `SELECT count(*), max(c.remark) FROM lot a JOIN lot b ON b.remark = a.label JOIN lot c ON c.label = a.label;
SELECT count(*) FROM lot a JOIN lot b ON b.label = a.label JOIN lot c ON c.remark = b.remark;`,
  group: `SET enable_sort = off;
SELECT count(*), max(many) FROM (SELECT label, remark, count(*) AS many, max(id) FROM lot GROUP BY label, remark) AS g;
SET enable_sort = on;`,
  sort: `SELECT count(*) FROM (SELECT * FROM lot ORDER BY remark DESC, label LIMIT ${rows - 1000}) AS ordered;`,
  array: `SELECT array_length(array_agg(label), 1) FROM (SELECT label FROM lot LIMIT 100000) AS some;`,
};

/** Every kind on its own, so that all sessions are at the same thing, then all of them. */
const phases = [
  { kinds: ['join'], seconds: 7 },
  { kinds: ['sort', 'group'], seconds: 6 },
  { kinds: ['array'], seconds: 4 },
  { kinds: Object.keys(scripts), seconds: 8 },
];

/** Floods a server on so many connections. Stops when the group has killed. */
export async function flood(programs, server, connections) {
  const folder = join(server.folder, 'load');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(scripts)) writeFileSync(join(folder, `${name}.sql`), text);
  const log = join(folder, 'log');
  const stopped = () => server.program.over || server.group.kills() > 0;
  for (const { kinds, seconds } of phases) {
    if (stopped()) break;
    const load = start(
      programs.pgbench,
      [
        ...[
          '-h',
          server.folder,
          '-U',
          'postgres',
          '-n',
          '-c',
          `${connections}`,
          '-j',
          '2',
          '-T',
          `${seconds}`,
        ],
        ...kinds.flatMap((kind) => ['-f', join(folder, `${kind}.sql`)]),
        'postgres',
      ],
      {
        log,
        directory: folder,
        environment: { PGOPTIONS: '-c enable_mergejoin=off -c enable_nestloop=off' },
      },
    );
    await until(() => load.over || stopped(), { seconds: seconds + 240 });
    await end(load, { signal: 'SIGKILL' });
  }
  const text = readFileSync(log, 'utf8');
  const done = [...text.matchAll(/transactions actually processed: (\d+)/g)].map(([, count]) =>
    Number(count),
  );
  const failed = (text.match(/aborted|FATAL|ERROR/g) ?? []).length;
  return { text, done, failed, phases: phases.length };
}
