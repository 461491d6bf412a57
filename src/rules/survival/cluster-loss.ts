import { judge, type Loss, outcomeWords } from '../../survival/index.js';
import { defineRule } from '../rule.js';
import { entryOf, judgedDatabases, replicasSpanOn } from './judged.js';
import { remedyFor } from './remedy.js';

/** Where nothing is said of survival, a database on several clusters goes on without any one of them. */
export const clusterLoss = defineRule({
  id: 'survival/cluster-loss',
  severity: 'warning',
  why: 'the replicas left have no majority: Galera refuses queries and Postgres elects no primary until that cluster is back',
  source: 'codership/galera gcomm/src/pc_proto.cpp',
  messages: {
    stops: (p: { database: string; cluster: string; left: string; hub: boolean }) =>
      `without ${p.cluster}, writes to ${p.database} stop: ${p.left}${p.hub ? '; the hub goes with it' : ''}`,
  },
  checkPlan(plan, report) {
    for (const judged of judgedDatabases(plan)) {
      const { database, landscape, source } = judged;
      // Clusters that follow one another asynchronously are promoted by hand, whatever the layout.
      if (source.survive !== undefined || database.protocol.kind === 'clusters') continue;
      const clusters = new Set(database.members.map(({ cluster }) => cluster));
      if (clusters.size < 2) continue;
      const stopping = [...clusters].flatMap((cluster) => {
        const losses: readonly Loss[] = [{ kind: 'cluster', cluster }];
        const outcome = judge(database, landscape, { losses, manner: 'crash' });
        return outcome.writes === 'stop' && entryOf(judged, cluster) ? [{ cluster, outcome }] : [];
      });
      const [first, ...others] = stopping;
      if (!first) continue;
      const { cluster, outcome } = first;
      const open = report('stops', {
        database: source.name,
        cluster,
        left: outcomeWords(outcome),
        hub: outcome.controlPlane === 'lost',
      }).at(replicasSpanOn(judged, cluster));
      for (const other of others) open.related(replicasSpanOn(judged, other.cluster), 'nor without this one');
      open.fix(remedyFor('cluster', judged, plan).text);
    }
  },
});
