import { postgresObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** No Postgres gives up committed data by itself. */
export const postgresForcedFailover = defineRule({
  id: 'kubedb/postgres-forced-failover',
  severity: 'warning',
  why: 'after that time KubeDB makes a standby the primary however far it is behind, and what it had not received is gone',
  source: 'kubedb/apimachinery apis/kubedb/v1/postgres_types.go',
  messages: {
    forced: (p: { database: string; after: string }) =>
      `${p.database} fails over after ${p.after} even when that loses commits`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec } of postgresObjects(manifests)) {
      const after = spec.at('replication', 'forceFailoverAcceptingDataLossAfter');
      if (!after.given) continue;
      report('forced', { database: name, after: String(after.value) })
        .at(after.span)
        .fix(
          'remove it, and decide with a PostgresOpsRequest of type ForceFailOver when it happens; or keep it where being up matters more than the last commits',
        );
    }
  },
});
