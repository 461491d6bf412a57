import { keySpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { firstSitesOf } from '../sites.js';

/** The price of fewer writes is known where replicas seem to take it away. */
export const wearSaving = defineRule({
  id: 'provider/wear-saving',
  severity: 'info',
  why: 'a power cut that takes all of them at once takes the commits of the last second, although they were confirmed and stood on several replicas',
  source: 'MariaDB/server storage/innobase/handler/ha_innodb.cc',
  messages: {
    together: (p: { database: string; replicas: number }) =>
      `the ${p.replicas} replicas of ${p.database} write their log once a second, and stand in one place`,
  },
  checkPlan(plan, report) {
    for (const { replicas, replication, source } of firstSitesOf(plan)) {
      if (!source.storage.wearSaving || replication !== 'galera') continue;
      // Between clusters it is refused: mariadb-operator/binary-log.
      if (source.mariadbOperator?.multiCluster) continue;
      report('together', { database: source.name, replicas })
        .at(keySpan(source.storage, 'wearSaving'))
        .fix(
          'keep it where the power of the nodes does not fail together, or where a second of commits may be lost',
        );
    }
  },
});
