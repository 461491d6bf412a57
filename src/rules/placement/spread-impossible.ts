import { databasesOf } from '../../plan/index.js';
import { type Cluster, valueSpan } from '../../topology/index.js';
import { type CrowdedCluster, crowdedClusters } from '../crowded-clusters.js';
import { isRefusedCount } from '../replica-counts.js';
import { defineRule } from '../rule.js';

/** A replica that must not share a node or a zone finds one of its own. */
export const spreadImpossible = defineRule({
  id: 'placement/spread-impossible',
  severity: 'error',
  why: 'DoNotSchedule lets at most one replica of the database onto a node or into a zone: those that are left over stay Pending, and the database never becomes Ready',
  source: 'kubeops/petset pkg/controller/placement.go',
  messages: {
    crowded: (p: {
      database: string;
      cluster: string;
      replicas: number;
      places: number;
      unit: CrowdedCluster['unit'];
    }) =>
      `${p.database} puts ${p.replicas} replicas on ${p.cluster}, which has ${p.places} ${p.unit}${p.places === 1 ? '' : 's'}, one for each`,
  },
  checkPlan(plan, report) {
    for (const database of databasesOf(plan, 'kubedb')) {
      const { name, source } = database;
      // Another number is laid out anew: kubedb/replicas.
      if (isRefusedCount(database) || !source.spread) continue;
      for (const unit of ['zone', 'node'] as const) {
        const [first, ...others] = crowdedClusters(database).filter((each) => each.unit === unit);
        if (!first) continue;
        const { placement, places } = first;
        const { name: cluster, source: place } = placement.cluster;
        const open = report('crowded', {
          database: name,
          cluster,
          replicas: placement.ordinals.length,
          places,
          unit,
        })
          .at(countSpan(first))
          .related(valueSpan(source.spread, unit), `one replica a ${unit}`)
          .related(valueSpan(place, placesField(unit, place)), `the ${unit}s`);
        for (const other of others) open.related(countSpan(other), 'too many as well');
        open.fix(`write ${unit}: ScheduleAnyway, or put at most ${places} on ${cluster}`);
      }

      function countSpan({ index }: CrowdedCluster) {
        const entry = source.placement[index];
        return entry ? valueSpan(entry, 'replicas') : valueSpan(source, 'placement');
      }
    }
  },
});

function placesField(unit: CrowdedCluster['unit'], { zones }: Cluster): 'nodes' | 'zones' {
  return unit === 'node' || zones === undefined ? 'nodes' : 'zones';
}
