import type { Report } from '../../diagnostics/index.js';
import { mebibytes } from '../../sizing/index.js';
import { defineRule } from '../rule.js';
import { enoughText } from './amounts.js';
import { type Asked, allServersIn, allServersOf, askedOptions } from './servers.js';
import { bytesOf, defaultPacket, isCap, leastSessionCap } from './session-caps.js';

const messages = {
  cap: (p: { option: string; size: string; database: string }) =>
    `${p.option} of ${p.database} is ${p.size}, less than ordinary statements take`,
  packet: (p: { packet: string; cap: string; size: string; database: string }) =>
    `a session of ${p.database} may take ${p.cap}, less than one packet of ${p.size}`,
};

/** A session may take what ordinary statements and the largest packet need. */
export const sessionsNarrow = defineRule({
  id: 'sizing/sessions-narrow',
  severity: 'warning',
  why: 'statements that the application has always run fail with error 1290, and so do packets that the server says it takes',
  source: 'MariaDB/server sql/sys_vars.cc; measured: docs/sizing.md',
  messages,
  checkPlan(plan, report) {
    for (const { engine, name, request, asked } of allServersOf(plan)) {
      if (engine === 'mariadb') check(name, asked, request.mode !== 'guaranteed', report);
    }
  },
  checkManifests(manifests, report) {
    for (const { engine, name, asked } of allServersIn(manifests)) {
      if (engine === 'mariadb') check(name, asked, true, report);
    }
  },
  checkServerFile({ engine, database, options }, report) {
    if (engine === 'mariadb') check(database, askedOptions(engine, options), true, report);
  },
});

/** @param defaults true when a packet that nobody asked for is the server's default */
function check(
  database: string,
  asked: readonly Asked[],
  defaults: boolean,
  report: Report<typeof messages>,
): void {
  const cap = asked.find(({ key }) => key === 'max_session_mem_used');
  const size = bytesOf(asked, 'max_session_mem_used');
  // Below 8192 the server takes another number: config/option-adjusted.
  if (!cap || size === undefined || size < 8192 || !isCap(size)) return;
  if (size < leastSessionCap) {
    report('cap', { option: cap.field, size: cap.secret ? '***' : cap.text, database })
      .at(cap.span)
      .fix('write 8M or more');
    return;
  }
  const packet = asked.find(({ key }) => key === 'max_allowed_packet');
  const largest = bytesOf(asked, 'max_allowed_packet') ?? (defaults ? defaultPacket : 0);
  if (largest <= size) return;
  const hidden = cap.secret || packet?.secret === true;
  const text = hidden ? '***' : enoughText(mebibytes(largest / 2 ** 20));
  const open = report('packet', {
    packet: packet?.field ?? 'max_allowed_packet',
    cap: cap.secret ? '***' : cap.text,
    size: packet ? text : `${text}, the default`,
    database,
  }).at(cap.span);
  if (packet) open.related(packet.span, 'the packet');
  open.fix('lower max_allowed_packet to it, or raise it to the packet');
}
