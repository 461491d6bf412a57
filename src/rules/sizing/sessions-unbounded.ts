import type { Report, Span } from '../../diagnostics/index.js';
import { defineRule } from '../rule.js';
import { memoryVerdict } from './memory-findings.js';
import { type Asked, askedOptions, type SizedServer, serversIn, serversOf } from './servers.js';
import { bytesOf, defaultPacket, isCap, leastSessionCap } from './session-caps.js';

const messages = {
  never: (p: { option: string; database: string }) => `${p.option} bounds no session of ${p.database}`,
  unset: (p: { database: string; connections: number | undefined }) =>
    `nothing bounds what ${p.connections === undefined ? 'the sessions' : `each of ${p.connections} sessions`} of ${p.database} may take`,
};

/** What one session may take is bounded, so that connections times that is a number. */
export const sessionsUnbounded = defineRule({
  id: 'sizing/sessions-unbounded',
  severity: 'warning',
  why: 'one statement with large sorts, derived tables or packets takes what it wants, and what kills the server is the sum of them',
  source: 'MariaDB/server sql/sys_vars.cc; measured: docs/sizing.md',
  messages,
  checkPlan(plan, report) {
    for (const server of serversOf(plan)) check(server, report);
  },
  checkManifests(manifests, report) {
    for (const server of serversIn(manifests)) if (sizes(server.asked)) check(server, report);
  },
  checkServerFile({ engine, database, options, keySpan }, report) {
    if (engine !== 'mariadb') return;
    const asked = askedOptions(engine, options);
    const known = bytesOf(asked, 'max_session_mem_used');
    if (known === undefined ? sizes(asked) : !isCap(known)) {
      const heaviest = heaviestKeys
        .map((key) => asked.findLast((each) => each.key === key))
        .find((each) => each !== undefined);
      const span = heaviest?.span ?? keySpan;
      reportUnbounded({ database, asked, connections: undefined, span, chosenPacket: false }, report);
    }
  },
});

/** A file about other things is a part of a configuration, or of one that nobody sized yet. */
function sizes(asked: readonly Asked[]): boolean {
  return asked.some(({ key }) => sizingKeys.has(key));
}

const heaviestKeys = ['max_connections', 'innodb_buffer_pool_size'] as const;
const sizingKeys: ReadonlySet<string> = new Set([...heaviestKeys, 'max_session_mem_used']);

/** A server that can outgrow its container is a matter of memory. */
function check(server: SizedServer, report: Report<typeof messages>): void {
  const { name, engine, sizing, request, asked, span } = server;
  if (engine !== 'mariadb' || sizing.bounded || memoryVerdict(server) !== undefined) return;
  const chosenPacket = request.mode === 'guaranteed';
  reportUnbounded({ database: name, asked, connections: sizing.connections, span, chosenPacket }, report);
}

function reportUnbounded(
  server: {
    readonly database: string;
    readonly asked: readonly Asked[];
    readonly connections: number | undefined;
    readonly span: Span;
    /** True when a packet that nobody asked for is no larger than the cap. */
    readonly chosenPacket: boolean;
  },
  report: Report<typeof messages>,
): void {
  const { database, asked, connections, span, chosenPacket } = server;
  const packet = bytesOf(asked, 'max_allowed_packet') ?? (chosenPacket ? 0 : defaultPacket);
  const least = `${Math.ceil(Math.max(leastSessionCap, packet) / 2 ** 20)}M`;
  const cap = asked.find(({ key }) => key === 'max_session_mem_used');
  if (cap) {
    report('never', { option: cap.field, database }).at(cap.span).fix(`write ${least}, or more for reports`);
  } else {
    report('unset', { database, connections })
      .at(span)
      .fix(
        `set max_session_mem_used to ${least}, or more for reports: then a statement fails, not the server`,
      );
  }
}
