import type { Report } from '../../diagnostics/index.js';
import { leastConnections, mostThat, percent, type SizingRequest, sizeServer } from '../../sizing/index.js';
import { defineRule } from '../rule.js';
import { enoughText } from './amounts.js';
import { memoryVerdict } from './memory-findings.js';
import { type SizedServer, serversIn, serversOf } from './servers.js';

const messages = {
  sessions: (p: { database: string; share: string; connections: number; taken: string }) =>
    `${p.share} of the memory of ${p.database} is buffer pool, as ${p.connections} connections may take ${p.taken}`,
};

/** The connections that are asked for leave the buffer pool its share of the memory. */
export const poolSmall = defineRule({
  id: 'sizing/pool-small',
  severity: 'warning',
  why: 'memory that is kept for sessions which mostly sleep is missing in the pool, and what is not in the pool is read from the volume again and again',
  source: 'measured: docs/sizing.md',
  messages,
  checkPlan(plan, report) {
    for (const server of serversOf(plan)) check(server, report);
  },
  checkManifests(manifests, report) {
    for (const server of serversIn(manifests)) check(server, report);
  },
});

const fairShare = 0.4;

function check(server: SizedServer, report: Report<typeof messages>): void {
  const { name, engine, request, sizing, asked, memory } = server;
  if (engine !== 'mariadb' || memoryVerdict(server) !== undefined) return;
  const connections = asked.find(({ key }) => key === 'max_connections');
  const pool = asked.find(({ key }) => key === 'innodb_buffer_pool_size');
  // A pool that the server's default makes small is small for that reason.
  if (!connections || (request.mode === 'asIs' && !pool)) return;
  // The server takes no fewer.
  if (sizing.connections <= leastConnections) return;
  const share = sizing.pool / request.memory;
  const taken = sizing.memory.parts.find(({ part }) => part === 'connections')?.size ?? 0;
  if (share >= fairShare || taken <= sizing.pool) return;
  // A pool that was asked for, where a fair one would fit beside the connections, is small because of who asked.
  const free = request.memory - sizing.memory.total;
  if (pool && (sizing.pool + free) / request.memory >= fairShare) return;
  const open = report('sessions', {
    database: name,
    share: percent(share),
    connections: sizing.connections,
    taken: enoughText(taken as typeof sizing.pool),
  }).at(connections.span);
  if (pool) open.related(pool.span, 'the pool');
  if (memory.span) open.related(memory.span, 'its memory');
  const fewer = pool ? undefined : connectionsFor(request, sizing.connections);
  const few = fewer === undefined ? 'ask for fewer' : `ask for ${fewer}`;
  open.fix(
    `put a pooler such as ProxySQL or MaxScale in front and ${few}, or give the container more memory`,
  );
}

/** The most connections that leave the pool its share. */
function connectionsFor(request: SizingRequest, now: number): number | undefined {
  const options = request.options.filter(({ name }) => !/^max[-_]connections$/i.test(name));
  return mostThat(leastConnections, now - 1, (connections) => {
    const { pool, problem } = sizeServer({ ...request, options, connections });
    return problem === undefined && pool / request.memory >= fairShare;
  });
}
