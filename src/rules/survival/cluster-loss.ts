import { judge, membersByCluster, outcomeWords, stopsWrites } from '../../survival/index.js';
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
      const clusters = [...membersByCluster(database).keys()];
      if (clusters.length < 2) continue;
      const [cluster, ...others] = clusters.filter(
        (name) =>
          stopsWrites(database, landscape, [{ kind: 'cluster', cluster: name }]) && entryOf(judged, name),
      );
      if (cluster === undefined) continue;
      const outcome = judge(database, landscape, { losses: [{ kind: 'cluster', cluster }], manner: 'crash' });
      const open = report('stops', {
        database: source.name,
        cluster,
        left: outcomeWords(outcome),
        hub: outcome.controlPlane === 'lost',
      }).at(replicasSpanOn(judged, cluster));
      for (const other of others) open.related(replicasSpanOn(judged, other), 'nor without this one');
      open.fix(remedyFor('cluster', judged, plan).text);
    }
  },
});
