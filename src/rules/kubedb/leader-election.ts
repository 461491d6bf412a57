import { headSpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** An election waits for more than one heartbeat. */
export const leaderElection = defineRule({
  id: 'kubedb/leader-election',
  severity: 'error',
  why: 'KubeDB refuses the database: the coordinators would elect a new leader before the old one could be heard',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/postgres.go',
  messages: {
    ticks: (p: { election: number; heartbeat: number }) =>
      `electionTick is ${p.election}, not above heartbeatTick, which is ${p.heartbeat}`,
  },
  checkTopology({ databases }, report) {
    for (const { kubedb } of databases) {
      const timing = kubedb?.leaderElection;
      if (!timing) continue;
      const { electionTick: election = 10, heartbeatTick: heartbeat = 1 } = timing;
      if (election > heartbeat) continue;
      const at = timing.electionTick === undefined ? headSpan(timing) : valueSpan(timing, 'electionTick');
      report('ticks', { election, heartbeat })
        .at(at)
        .fix(`write electionTick: ${heartbeat * 10}, ten heartbeats`);
    }
  },
});
