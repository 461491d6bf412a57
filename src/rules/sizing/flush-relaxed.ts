import type { Report } from '../../diagnostics/index.js';
import { defineRule } from '../rule.js';
import { allServersIn, allServersOf, type SizedServer } from './servers.js';

const messages = {
  single: (p: { option: string; value: string; database: string }) =>
    `${p.option} = ${p.value} of ${p.database}, which has no other replica`,
  together: (p: { option: string; value: string; database: string }) =>
    `${p.option} = ${p.value} of ${p.database}, whose replicas are all in one cluster`,
};

/** A commit is on the disk before it is confirmed, unless a replica elsewhere has it. */
export const flushRelaxed = defineRule({
  id: 'sizing/flush-relaxed',
  severity: 'warning',
  why: 'a power cut takes the transactions of the last second on every replica it hits, although they were confirmed',
  source: 'MariaDB/server storage/innobase/handler/ha_innodb.cc',
  messages,
  checkPlan(plan, report) {
    for (const server of allServersOf(plan)) check(server, report);
  },
  checkManifests(manifests, report) {
    for (const server of allServersIn(manifests)) check(server, report);
  },
});

function check(
  { name: database, asked, replicas, spread }: SizedServer,
  report: Report<typeof messages>,
): void {
  const given = asked.find(({ key }) => key === 'innodb_flush_log_at_trx_commit');
  if (!given || spread || !/^[02]$/.test(given.text.trim())) return;
  const parameters = { option: given.field, value: given.secret ? '***' : given.text, database };
  report(replicas > 1 ? 'together' : 'single', parameters)
    .at(given.span)
    .fix('write 1, the default');
}
