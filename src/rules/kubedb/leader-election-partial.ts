import { postgresObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** What the webhook fills in when the block is absent, and the CRD for a field that a block leaves out. */
const standards = [
  { field: 'period', absent: '300ms', partial: '100ms' },
  { field: 'maximumLagBeforeFailover', absent: '67108864', partial: '33554432' },
] as const;

/** A leaderElection block says everything whose default depends on whether there is a block. */
export const leaderElectionPartial = defineRule({
  id: 'kubedb/leader-election-partial',
  severity: 'warning',
  why: 'a block that leaves a field out gets a stricter default for it than no block at all: elections start after a third of the time, and a standby may lag half as far',
  source: 'kubedb/apimachinery apis/kubedb/v1/postgres_helpers.go',
  messages: {
    partial: (p: { database: string; fields: readonly string[] }) =>
      `leaderElection of ${p.database} leaves out ${listed(p.fields)}`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec } of postgresObjects(manifests)) {
      const timing = spec.at('leaderElection');
      if (timing.value === undefined || timing.value === null) continue;
      const missing = standards.filter(({ field }) => !timing.at(field).given);
      if (missing.length === 0) continue;
      const meant = missing.map(({ field, absent }) => `${field}: ${absent}`);
      const given = missing.map(({ partial }) => partial);
      report('partial', { database: name, fields: missing.map(({ field }) => field) })
        .at(timing.keySpan, `so ${listed(given)} here`)
        .fix(`write the whole block: ${listed(meant)}, as without one`);
    }
  },
});
