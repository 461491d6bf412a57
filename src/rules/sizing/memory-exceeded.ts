import { defineRule } from '../rule.js';
import { memoryMessages, memoryVerdict, reportMemory } from './memory-findings.js';
import { serversIn, serversOf } from './servers.js';

/** What is asked for leaves the server within its container, whatever its connections do at once. */
export const memoryExceeded = defineRule({
  id: 'sizing/memory-exceeded',
  severity: 'error',
  why: 'the kernel kills the server as soon as its sessions do at once what each of them may, or it cannot start at all',
  source: 'kubedb/apimachinery apis/kubedb/constants.go; measured: docs/sizing.md',
  messages: memoryMessages,
  checkPlan(plan, report) {
    for (const server of serversOf(plan)) if (memoryVerdict(server) === 'error') reportMemory(server, report);
  },
  checkManifests(manifests, report) {
    for (const server of serversIn(manifests))
      if (memoryVerdict(server) === 'error') reportMemory(server, report);
  },
});
