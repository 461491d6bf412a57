import type { Report } from '../../diagnostics/index.js';
import {
  type Mebibytes,
  type MemoryProblem,
  type ServerSizing,
  type SizingRequest,
  sizeServer,
} from '../../sizing/index.js';
import { eitherOf, enoughText, largestLines, mostText } from './amounts.js';
import type { Asked, SizedServer } from './servers.js';

export const memoryMessages = {
  cache: (p: { option: string; size: string; memory: string; database: string }) =>
    `${p.option} of ${p.database} is ${p.size}, and its container has ${p.memory}`,
  sum: (p: { database: string; total: string; memory: string; lines: readonly string[] }) =>
    `${p.database} can take ${p.total}, and its container has ${p.memory}${p.lines.length === 0 ? '' : `: ${p.lines.join(', ')}`}`,
  little: (p: { database: string; memory: string; server: string }) =>
    `the container of ${p.database} has ${p.memory}, too little for ${p.server}`,
};

/** Which of the two rules about memory a server is for; undefined when its memory is enough. */
export function memoryVerdict(server: SizedServer): 'error' | 'warning' | undefined {
  const { sizing, request, origin, asked } = server;
  // An object that says nothing about sizes is one that nobody sized yet.
  if (origin === 'manifests' && !asked.some(({ key }) => partOf[key] !== undefined)) return undefined;
  if (isContradiction(server)) return 'error';
  if (!sizing.problem) return undefined;
  return request.mode === 'guaranteed' ? 'error' : 'warning';
}

const cacheOf = { mariadb: 'innodb_buffer_pool_size', postgres: 'shared_buffers' } as const;

/** A cache that was asked for and is no smaller than the memory works in no mode. */
function isContradiction({ engine, asked, sizing, request }: SizedServer): boolean {
  return sizing.pool >= request.memory && asked.some(({ key }) => key === cacheOf[engine]);
}

/** Reports that a server can outgrow its container: at what was asked for, with the remedies that work alone. */
export function reportMemory(server: SizedServer, report: Report<typeof memoryMessages>): void {
  const { name: database, memory, request, sizing, asked, span } = server;
  const solving = askedThatSolve(server);
  const primary = primaryOf(server, solving);
  const hidden = asked.some(({ secret }) => secret);
  const own = { database, memory: memory.text };
  const open =
    isContradiction(server) && primary
      ? report('cache', { ...own, option: primary.field, size: primary.secret ? '***' : primary.text })
      : request.mode === 'guaranteed' && !primary
        ? report('little', { ...own, server: serverName(server) })
        : report('sum', {
            ...own,
            total: enoughText(sizing.memory.total),
            lines: hidden ? [] : largestLines(sizing.memory, 3),
          });
  open.at(primary?.span ?? memory.span ?? span);
  for (const each of solving) {
    if (each !== primary) open.related(each.span, `${each.field} counts as well`);
  }
  if (primary && memory.span) open.related(memory.span, 'its memory');
  open.fix(remedies(server, solving));
}

/** Budget lines and the options they come from. */
const partOf: Readonly<Record<string, string>> = {
  innodb_buffer_pool_size: 'buffer pool',
  max_connections: 'connections',
  extra_max_connections: 'connections',
  extra_port: 'connections',
  max_session_mem_used: 'connections',
  max_allowed_packet: 'connections',
  tmp_memory_table_size: 'connections',
  tmp_table_size: 'connections',
  max_heap_table_size: 'connections',
  sort_buffer_size: 'connections',
  innodb_log_buffer_size: 'log buffer',
  aria_pagecache_buffer_size: 'caches of other engines',
  key_buffer_size: 'caches of other engines',
  query_cache_size: 'caches of other engines',
  query_cache_type: 'caches of other engines',
  table_open_cache: 'open tables',
  performance_schema: 'performance schema',
  wsrep_slave_threads: 'replication',
  'gcache.mem_size': 'replication',
  shared_buffers: 'shared buffers',
  work_mem: 'connections',
  hash_mem_multiplier: 'connections',
  maintenance_work_mem: 'maintenance',
  autovacuum: 'autovacuum',
  autovacuum_max_workers: 'autovacuum',
  autovacuum_work_mem: 'autovacuum',
  max_parallel_workers: 'parallel workers',
  max_parallel_workers_per_gather: 'parallel workers',
};

function weightOf({ sizing }: SizedServer, { key }: Asked): number {
  const part = partOf[key];
  return sizing.memory.parts.find((each) => each.part === part)?.size ?? 0;
}

/** What was asked for and would be enough to change, the heaviest first. */
function askedThatSolve(server: SizedServer): Asked[] {
  const { engine, asked, sizing } = server;
  const { connections, pool } = sizing.problem ?? {};
  return asked
    .filter((each) => {
      if (partOf[each.key] === undefined) return false;
      if (each.key === 'max_connections') return connections !== undefined;
      if (each.key === cacheOf[engine]) return pool !== undefined;
      return each.option !== undefined && sizedWithout(server, each.option).problem === undefined;
    })
    .sort((a, b) => weightOf(server, b) - weightOf(server, a));
}

function sizedWithout({ request }: SizedServer, option: string): ServerSizing {
  return sizeServer({ ...request, options: request.options.filter(({ name }) => name !== option) });
}

/** Where to point: what can be changed, or the heaviest that was asked for; undefined when it is the memory. */
function primaryOf(server: SizedServer, solving: readonly Asked[]): Asked | undefined {
  const { engine, asked, sizing } = server;
  if (isContradiction(server)) return asked.find(({ key }) => key === cacheOf[engine]);
  if (solving[0]) return solving[0];
  const heaviest = asked
    .filter((each) => weightOf(server, each) > sizing.memory.limit / 4)
    .sort((a, b) => weightOf(server, b) - weightOf(server, a));
  return heaviest[0];
}

function serverName({ engine, request }: SizedServer): string {
  if (engine === 'postgres') return 'a Postgres';
  return request.galera ? 'a replica of a Galera cluster' : 'a MariaDB';
}

/** What is enough, each alone. */
function remedies(server: SizedServer, solving: readonly Asked[]): string {
  const { request, sizing, engine, asked } = server;
  const problem: Partial<MemoryProblem> = sizing.problem ?? {};
  const found: string[] = [];
  const enough = enoughMemory(server);
  if (enough !== undefined) found.push(`give it ${enoughText(enough)}`);
  // Numbers that nobody asked for are the server's defaults.
  if (problem.connections !== undefined) found.push(`at most ${problem.connections} connections`);
  const choosesPool = request.mode !== 'asIs' || asked.some(({ key }) => key === cacheOf[engine]);
  if (problem.pool !== undefined && choosesPool) {
    found.push(
      engine === 'mariadb'
        ? `a pool of ${mostText(problem.pool)}`
        : `shared_buffers of ${mostText(problem.pool)}`,
    );
  }
  for (const { option, key, field } of solving) {
    if (option !== undefined && key !== 'max_connections' && key !== cacheOf[engine])
      found.push(`leave out ${field}`);
  }
  if (request.mode !== 'guaranteed') found.push(...asGuaranteed(server));
  return eitherOf(found.length > 0 ? found : ['ask for less of everything, or give it more memory']);
}

/** The least memory that is enough. In mode target the buffer pool is a share of it as soon as anybody says how much it is. */
function enoughMemory({ request, sizing, origin }: SizedServer): Mebibytes | undefined {
  if (origin === 'manifests' || request.mode !== 'asIs') return sizing.problem?.memory;
  return sizeServer({ ...request, mode: 'target' }).problem?.memory;
}

/** The mode in which the figures are chosen, where it finds some. */
function asGuaranteed({ request, origin, engine }: SizedServer): string[] {
  const guaranteed: SizingRequest = { ...request, mode: 'guaranteed' };
  const [sized, without] = [guaranteed, withoutCache(guaranteed)].map(sizeServer);
  const fitting = sized?.problem === undefined ? sized : without?.problem === undefined ? without : undefined;
  if (!fitting) return [];
  const size = mostText(fitting.pool);
  const figures = `${engine === 'mariadb' ? 'a pool' : 'shared_buffers'} of ${size} and ${fitting.connections} connections`;
  if (origin === 'manifests') return [`bounded sessions: dbspan size writes a file with ${figures}`];
  const cache =
    fitting === sized ? '' : ` without ${engine === 'mariadb' ? 'a pool' : 'shared_buffers'} of your own`;
  return [`sizing.mode guaranteed${cache}, which writes ${figures}`];
}

function withoutCache(request: SizingRequest): SizingRequest {
  const cache = cacheOf[request.engine];
  const options = request.options.filter(({ name }) => name.toLowerCase().replaceAll('-', '_') !== cache);
  return { ...request, pool: undefined, sharedBuffers: undefined, options };
}
