import { durationText } from '../../sizing/index.js';
import { defineRule } from '../rule.js';
import { agentName, databaseAgents } from './database-agents.js';

const month = 30 * 24 * 3600;
const seconds = { s: 1, m: 60, h: 3600 } as const;

/** The agent of a cluster with replicas does not delete them when it loses its orders. */
export const eviction = defineRule({
  id: 'ocm/eviction',
  severity: 'warning',
  why: 'an agent whose orders are missing on the hub, or whose hub has another URL, deletes what it applied when the period is over: pods and volumes of databases too',
  source:
    'open-cluster-management-io/ocm pkg/work/spoke/controllers/finalizercontroller/unmanaged_appliedmanifestwork_controller.go',
  messages: {
    standard: (p: { agent: string }) =>
      `${p.agent} does not say how long it waits before it deletes replicas; that is 60 minutes`,
    short: (p: { agent: string; period: string }) =>
      `${p.agent} waits only ${p.period} before it deletes replicas`,
  },
  checkManifests(manifests, report) {
    for (const klusterlet of databaseAgents(manifests)) {
      const agent = agentName(klusterlet);
      const spec = klusterlet.root.at('spec');
      const work = spec.at('workConfiguration');
      const period = work.at('appliedManifestWorkEvictionGracePeriod');
      const remedy =
        'write appliedManifestWorkEvictionGracePeriod: 876000h, which is 100 years and turns it off';
      if (!period.given) {
        report('standard', { agent })
          .at((work.given ? work : spec).keySpan)
          .fix(remedy);
        continue;
      }
      const length = secondsIn(period.text ?? '');
      if (length === undefined || length >= month) continue;
      report('short', { agent, period: durationText(length) })
        .at(period.span)
        .fix(remedy);
    }
  },
});

/** What is no duration is for the schema to say. */
function secondsIn(text: string): number | undefined {
  if (!/^(?:\d+[smh])+$/.test(text)) return undefined;
  let sum = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+)([smh])/g))
    sum += Number(amount) * seconds[unit as keyof typeof seconds];
  return sum;
}
