import { defineRule } from '../rule.js';
import { memoryMessages, memoryVerdict, reportMemory } from './memory-findings.js';
import { serversIn, serversOf } from './servers.js';

/** Figures that are taken as they are, or left to the server, keep it within its container all the same. */
export const memoryRisked = defineRule({
  id: 'sizing/memory-risked',
  severity: 'warning',
  why: 'it runs until its sessions do at once what each of them may, and then the kernel kills the server with all of them',
  source: 'kubedb/apimachinery apis/kubedb/constants.go; measured: docs/sizing.md',
  messages: memoryMessages,
  checkPlan(plan, report) {
    for (const server of serversOf(plan))
      if (memoryVerdict(server) === 'warning') reportMemory(server, report);
  },
  checkManifests(manifests, report) {
    for (const server of serversIn(manifests))
      if (memoryVerdict(server) === 'warning') reportMemory(server, report);
  },
});
