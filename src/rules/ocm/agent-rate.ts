import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { agentName, databaseAgents } from './database-agents.js';

const rates = ['kubeAPIQPS', 'kubeAPIBurst', 'hubKubeAPIQPS', 'hubKubeAPIBurst'] as const;

/** An agent whose rates are set has all four set. */
export const agentRate = defineRule({
  id: 'ocm/agent-rate',
  severity: 'info',
  why: 'what is left out is 50 requests a second and bursts of 100 on a newer OCM, and the agent’s own, lower figures on an older one',
  source: 'open-cluster-management-io/api operator/v1/types_klusterlet.go',
  messages: {
    some: (p: { agent: string; missing: readonly string[] }) =>
      `${p.agent} limits some of its requests, and leaves out ${listed(p.missing)}`,
  },
  checkManifests(manifests, report) {
    for (const klusterlet of databaseAgents(manifests)) {
      const work = klusterlet.root.at('spec', 'workConfiguration');
      const missing = rates.filter((rate) => !work.at(rate).given);
      const given = rates.find((rate) => work.at(rate).given);
      if (given === undefined || missing.length === 0) continue;
      report('some', { agent: agentName(klusterlet), missing })
        .at(work.at(given).keySpan)
        .fix(`add ${missing.map((rate) => `${rate}: ${rate.endsWith('QPS') ? 50 : 100}`).join(', ')}`);
    }
  },
});
