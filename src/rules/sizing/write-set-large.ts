import type { Report } from '../../diagnostics/index.js';
import { mariadbNumber } from '../../server-options/index.js';
import { largestWriteSet, mebibytes } from '../../sizing/index.js';
import { defineRule } from '../rule.js';
import { enoughText, mostText } from './amounts.js';
import { type SizedServer, serversIn, serversOf } from './servers.js';

const messages = {
  large: (p: { option: string; size: string; memory: string; database: string }) =>
    `${p.option} lets one transaction of ${p.database} be ${p.size}, and its container has ${p.memory}`,
};

/** One transaction is at most an eighth of the memory, which it takes on every replica. */
export const writeSetLarge = defineRule({
  id: 'sizing/write-set-large',
  severity: 'warning',
  why: 'every replica takes the transaction in at once, and while it does, flow control stops the writes of all of them',
  source: 'MariaDB/server sql/sys_vars.cc; measured: docs/sizing.md',
  messages,
  checkPlan(plan, report) {
    for (const server of serversOf(plan)) check(server, report);
  },
  checkManifests(manifests, report) {
    for (const server of serversIn(manifests)) check(server, report);
  },
});

function check({ name, asked, request, memory }: SizedServer, report: Report<typeof messages>): void {
  const given = asked.find(({ key }) => key === 'wsrep_max_ws_size');
  const bytes = given && mariadbNumber(given.text.trim());
  if (!request.galera || !given || bytes === undefined) return;
  // 0 stands for the largest there is.
  const size = mebibytes((bytes === 0 ? 2 ** 31 : bytes) / 2 ** 20);
  if (size <= request.memory / 8) return;
  const open = report('large', {
    option: given.field,
    size: given.secret ? '***' : enoughText(size),
    memory: memory.text,
    database: name,
  }).at(given.span);
  if (memory.span) open.related(memory.span, 'its memory');
  open.fix(
    `write ${mostText(largestWriteSet(request.memory)).replace(/i$/, '')}, and split what is larger in the application`,
  );
}
