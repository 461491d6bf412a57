import { databasesOf } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** A Postgres that is to survive something says whether its answered commits are to survive it too. */
export const commitsAtRisk = defineRule({
  id: 'survival/commits-at-risk',
  severity: 'warning',
  why: 'replicas are elected that may lack the last commits the lost primary had answered, and those are gone without an error',
  source: 'kubedb/apimachinery apis/kubedb/v1/postgres_types.go',
  messages: {
    asynchronous: (p: { database: string }) =>
      `a failover of ${p.database} may lose commits that were answered and not yet streamed`,
  },
  checkPlan(plan, report) {
    for (const { name, engine, replicas, source } of databasesOf(plan, 'kubedb')) {
      const { survive = 'none', kubedb } = source;
      if (engine !== 'postgres' || replicas < 2 || survive === 'none') continue;
      if (kubedb?.streamingMode !== undefined) continue;
      report('asynchronous', { database: name })
        .at(valueSpan(source, 'survive'), 'asked for here')
        .fix(
          'write kubedb: { streamingMode: Synchronous }, so that a commit waits for a standby, or Asynchronous to accept it',
        );
    }
  },
});
