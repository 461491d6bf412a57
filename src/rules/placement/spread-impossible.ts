import type { Report } from '../../diagnostics/index.js';
import { databasesOf } from '../../plan/index.js';
import { type Cluster, keySpan, valueSpan } from '../../topology/index.js';
import { type CrowdedCluster, crowdedClusters } from '../crowded-clusters.js';
import { isRefusedCount } from '../replica-counts.js';
import { defineRule } from '../rule.js';
import { eligibleNodes, replicasSpan, type SiteDatabase, sitesOf } from '../sites.js';
import { arbitratorOf, takesNode, votesOf } from '../votes.js';

const messages = {
  zones: (p: { database: string; cluster: string; replicas: number; places: number }) =>
    `${p.database} puts ${p.replicas} replicas on ${p.cluster}, whose zones take ${p.places} when none is to be more than one ahead of another`,
  arbitrator: (p: { database: string; cluster: string; replicas: number; nodes: number }) =>
    `${p.database} puts ${p.replicas} replicas and an arbitrator on ${p.cluster}, which has ${p.nodes} nodes, one for each`,
  taken: (p: { database: string; zone: string; nodes: number }) =>
    p.nodes === 0
      ? `the arbitrator of ${p.database} is to run in ${p.zone}, which has no node`
      : `the arbitrator of ${p.database} is to run in ${p.zone}, of whose ${p.nodes === 1 ? 'one node' : `${p.nodes} nodes`} its replicas may leave none`,
  needed: (p: { database: string; zone: string }) =>
    `the arbitrator of ${p.database} may run in any zone, also where it takes a node in ${p.zone} that a replica needs`,
  crowded: (p: {
    database: string;
    cluster: string;
    replicas: number;
    places: number;
    unit: CrowdedCluster['unit'];
  }) =>
    `${p.database} puts ${p.replicas} replicas on ${p.cluster}, which has ${p.places} ${p.unit}${p.places === 1 ? '' : 's'}, one for each`,
};

/** A replica that must not share a node or a zone finds one of its own. */
export const spreadImpossible = defineRule({
  id: 'placement/spread-impossible',
  severity: 'error',
  why: 'DoNotSchedule lets at most one replica of the database onto a node or into a zone: those that are left over stay Pending, and the database never becomes Ready',
  source: 'kubeops/petset pkg/controller/placement.go',
  messages,
  checkPlan(plan, report) {
    for (const database of sitesOf(plan)) checkSite(database, report);
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

/** Replicas of a database on one cluster keep off each other's nodes unless the file says otherwise. */
function checkSite(database: SiteDatabase, report: Report<typeof messages>): void {
  const { name, replicas, spread, home, source } = database;
  const votes = votesOf(database);
  // Another number is laid out anew: provider/even-votes.
  if (replicas === 1 || (votes !== undefined && votes % 2 === 0)) return;
  const nodes = eligibleNodes(database);
  const apart = spread.node === 'DoNotSchedule';
  if (apart && nodes !== undefined && replicas > nodes) {
    report('crowded', { database: name, cluster: home.name, replicas, places: nodes, unit: 'node' })
      .at(replicasSpan(database))
      .related(valueSpan(home.source, 'nodes'), 'the nodes')
      .fix(
        nodes < 3
          ? `add nodes, or write spread: { node: ScheduleAnyway }`
          : `put ${nodes - ((nodes + 1) % 2)} on ${home.name}, add nodes, or write spread: { node: ScheduleAnyway }`,
      );
    return;
  }
  if (nodes !== undefined && takesNode(database) && replicas + 1 > nodes) {
    report('arbitrator', { database: name, cluster: home.name, replicas, nodes })
      .at(replicasSpan(database))
      .related(valueSpan(home.source, 'nodes'), 'the nodes')
      .fix('add a node, or write spread: { node: ScheduleAnyway }');
    return;
  }
  const places = apart ? zonePlaces(database) : undefined;
  if (places === undefined || replicas <= places) {
    checkArbitrator(database, report);
    return;
  }
  report('zones', { database: name, cluster: home.name, replicas, places })
    .at(replicasSpan(database))
    .related(valueSpan(home.source, 'nodes'), 'the nodes of each zone')
    .fix(
      source.spread?.zone === 'DoNotSchedule'
        ? 'write zone: ScheduleAnyway, or add nodes to the smallest zone'
        : 'add nodes to the smallest zone, or write spread: { zone: ScheduleAnyway }',
    );
}

/** Replicas that find a node of their own where no zone may have two more than another; undefined where nothing is counted. */
function zonePlaces(database: SiteDatabase): number | undefined {
  const { zoneSpread, home } = database;
  if (zoneSpread !== 'DoNotSchedule' || typeof home.source.nodes !== 'object') return undefined;
  const counts = replicaZones(database).map(([, count]) => count);
  const least = Math.min(...counts);
  return counts.reduce((sum, count) => sum + Math.min(count, least + 1), 0);
}

/** Counted nodes of each zone in which replicas run. A zone without a node is none to the scheduler. */
function replicaZones({ home, ...database }: SiteDatabase): (readonly [string, number])[] {
  const { nodes } = home.source;
  if (typeof nodes !== 'object') return [];
  const shunned = database.provider === 'statefulset' ? database.shunned : undefined;
  return Object.entries(nodes).filter(([zone, count]) => count > 0 && zone !== shunned);
}

/** An arbitrator keeps off the nodes of replicas, and finds one whichever of them come first. */
function checkArbitrator(database: SiteDatabase, report: Report<typeof messages>): void {
  const { name, replicas, home, zoneSpread, source } = database;
  const { nodes } = home.source;
  const arbitrator = arbitratorOf(database);
  if (!arbitrator || typeof nodes !== 'object' || !source.statefulset) return;
  const { zone } = arbitrator;
  const isWithout = zone !== undefined && nodes[zone] === 0;
  if (!isWithout && !takesNode(database)) return;
  const zones = replicaZones(database);
  const isEven = zoneSpread === 'DoNotSchedule';
  if (zone === undefined) {
    const least = isEven ? Math.floor(replicas / zones.length) : 0;
    const [narrow] = zones.find(([, count]) => count <= least) ?? [];
    if (narrow === undefined) return;
    report('needed', { database: name, zone: narrow })
      .at(keySpan(source.statefulset, 'arbitrator'))
      .related(valueSpan(home.source, 'nodes'), 'the nodes of each zone')
      .fix(`name a zone for it in which no replica runs, or add a node to ${narrow}`);
    return;
  }
  const count = nodes[zone] ?? 0;
  const isShared = zones.some(([each]) => each === zone);
  const most = isEven ? Math.ceil(replicas / zones.length) : replicas;
  if (count > 0 && (!isShared || most < count)) return;
  report('taken', { database: name, zone, nodes: count })
    .at(keySpan(source.statefulset, 'arbitrator'))
    .related(valueSpan(home.source, 'nodes'), 'the nodes of each zone')
    .fix(
      `name a zone for it in which no replica runs, or give ${zone} ${isShared ? `${most + 1} nodes` : 'a node'}`,
    );
}
