import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { nodeCount, usableZones } from '../zones.js';

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
      unit: 'node' | 'zone';
    }) =>
      `${p.database} puts ${p.replicas} replicas on ${p.cluster}, which has ${p.places} ${p.unit}${p.places === 1 ? '' : 's'}, one for each`,
  },
  checkPlan({ databases }, report) {
    for (const { name, placements, spread, source, distributed } of databases) {
      if (!distributed) continue;
      for (const [index, { cluster, ordinals }] of placements.entries()) {
        const replicas = ordinals.length;
        for (const unit of ['zone', 'node'] as const) {
          if (spread[unit] !== 'DoNotSchedule' || !source.spread) continue;
          const places = unit === 'zone' ? usableZones(cluster.source) : nodeCount(cluster.source);
          if (places === undefined || replicas <= places) continue;
          const entry = source.placement[index];
          const field = unit === 'node' || cluster.source.zones === undefined ? 'nodes' : 'zones';
          report('crowded', { database: name, cluster: cluster.name, replicas, places, unit })
            .at(entry ? valueSpan(entry, 'replicas') : valueSpan(source, 'placement'))
            .related(valueSpan(source.spread, unit), `one replica a ${unit}`)
            .related(valueSpan(cluster.source, field), `the ${unit}s`)
            .fix(`write ${unit}: ScheduleAnyway, or put at most ${places} on ${cluster.name}`);
        }
      }
    }
  },
});
