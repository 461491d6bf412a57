import type { Report } from '../../diagnostics/index.js';
import { defineRule } from '../rule.js';
import { memoryVerdict } from './memory-findings.js';
import { type SizedServer, serversIn, serversOf } from './servers.js';

const messages = {
  on: (p: { option: string; database: string; memory: string }) =>
    `${p.option} of ${p.database} takes 105Mi, and its container has ${p.memory}`,
};

/** The performance schema is on only where its 105 MiB are a small part of the memory. */
export const performanceSchema = defineRule({
  id: 'sizing/performance-schema',
  severity: 'warning',
  why: 'it takes the same hundred mebibytes of a small server as of a large one, from the buffer pool',
  source: 'measured: docs/sizing.md',
  messages,
  checkPlan(plan, report) {
    for (const server of serversOf(plan)) check(server, report);
  },
  checkManifests(manifests, report) {
    for (const server of serversIn(manifests)) check(server, report);
  },
});

const roomyFrom = 2048;

/** One with which the memory is exceeded is part of that finding. */
function check(server: SizedServer, report: Report<typeof messages>): void {
  const { name, asked, request, sizing, memory } = server;
  const given = asked.find(({ key }) => key === 'performance_schema');
  const taken = sizing.memory.parts.some(({ part }) => part === 'performance schema');
  if (!given || !taken || request.memory >= roomyFrom || memoryVerdict(server) !== undefined) return;
  const open = report('on', { option: given.field, database: name, memory: memory.text }).at(given.span);
  if (memory.span) open.related(memory.span, 'its memory');
  open.fix('leave it off, or give the container 2Gi');
}
