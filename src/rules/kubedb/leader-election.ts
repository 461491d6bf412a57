import type { Field } from '../../manifests/index.js';
import { headSpan, valueSpan } from '../../topology/index.js';
import { postgresObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

const durations = ['period', 'transferLeadershipInterval', 'transferLeadershipTimeout'] as const;

/** What Go reads as a duration: it knows no days. */
const goDuration = /^(?:0|[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

/** An election waits for more than one heartbeat, and its times are times. */
export const leaderElection = defineRule({
  id: 'kubedb/leader-election',
  severity: 'error',
  why: 'KubeDB refuses the database: the coordinators would elect a new leader before the old one could be heard',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/postgres.go',
  messages: {
    ticks: (p: { election: number; heartbeat: number }) =>
      `electionTick is ${p.election}, not above heartbeatTick, which is ${p.heartbeat}`,
    low: (p: { field: string; ticks: number }) => `${p.field} is ${p.ticks}, the least is 1`,
    duration: (p: { field: string; text: string }) => `${p.field} is ${p.text}, which is no duration`,
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
  checkManifests(manifests, report) {
    for (const { spec } of postgresObjects(manifests)) {
      const timing = spec.at('leaderElection');
      const heartbeat = ticks(timing.at('heartbeatTick'), 1);
      const election = ticks(timing.at('electionTick'), 10);
      if (heartbeat < 1) {
        report('low', { field: 'heartbeatTick', ticks: heartbeat })
          .at(timing.at('heartbeatTick').span)
          .fix('write heartbeatTick: 1');
      } else if (election <= heartbeat) {
        report('ticks', { election, heartbeat })
          .at(timing.at('electionTick').span)
          .fix(`write electionTick: ${heartbeat * 10}, ten heartbeats`);
      }
      for (const field of durations) {
        const { text, span } = timing.at(field);
        if (text === undefined || goDuration.test(text)) continue;
        report('duration', { field, text })
          .at(span)
          .fix('write a number with a unit of ms, s, m or h, such as 300ms');
      }
    }
  },
});

function ticks(field: Field, standard: number): number {
  return field.number ?? standard;
}
