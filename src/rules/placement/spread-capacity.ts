import type { Report } from '../../diagnostics/index.js';
import type { DatabasePlan, PlacementPlan } from '../../plan/index.js';
import { type Cluster, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

const messages = {
  few: (p: { database: string; cluster: string; replicas: number; places: number; over: Over }) =>
    `${p.database} puts ${p.replicas} replicas on ${p.cluster}, each in a ${p.over} of its own, and ${p.cluster} has ${p.places}`,
};

type Over = 'node' | 'zone';

/** Where replicas must not share a node or a zone, each cluster has enough of them. */
export const spreadCapacity = defineRule({
  id: 'placement/spread-capacity',
  severity: 'error',
  why: 'with DoNotSchedule the controller demands a node or zone of its own for each replica of a cluster: those beyond stay Pending for ever',
  source: 'kubeops/petset pkg/controller/placement.go',
  messages,
  checkPlan({ databases }, report) {
    for (const database of databases) {
      if (!database.distributed || !database.source.spread) continue;
      for (const over of ['node', 'zone'] as const) {
        if (database.spread[over] !== 'DoNotSchedule') continue;
        for (const placement of database.placements) checkCluster(database, placement, over, report);
      }
    }
  },
});

function checkCluster(
  { name, source }: DatabasePlan,
  { cluster, ordinals }: PlacementPlan,
  over: Over,
  report: Report<typeof messages>,
): void {
  const places = over === 'node' ? nodesOf(cluster.source) : zonesOf(cluster.source);
  const entry = source.placement.find((each) => each.cluster === cluster.name);
  if (places === undefined || !source.spread || !entry || ordinals.length <= places) return;
  const open = report('few', {
    database: name,
    cluster: cluster.name,
    replicas: ordinals.length,
    places,
    over,
  }).at(valueSpan(entry, 'replicas'));
  open
    .related(valueSpan(source.spread, over), `one per ${over}`)
    .related(
      valueSpan(cluster.source, over === 'node' ? 'nodes' : zoneField(cluster.source)),
      `${places} in all`,
    )
    .fix(`put ${places} there and the others on another cluster, or write spread.${over}: ScheduleAnyway`);
}

function nodesOf({ nodes }: Cluster): number | undefined {
  return typeof nodes === 'object' ? Object.values(nodes).reduce((sum, count) => sum + count, 0) : nodes;
}

function zonesOf({ zones, nodes }: Cluster): number | undefined {
  if (typeof nodes === 'object') return Object.values(nodes).filter((count) => count > 0).length;
  return zones?.length;
}

function zoneField({ nodes }: Cluster): 'nodes' | 'zones' {
  return typeof nodes === 'object' ? 'nodes' : 'zones';
}
