import { clusterNames } from '../../plan/index.js';
import { type Cluster, nearest, type Topology, valueSpan } from '../../topology/index.js';
import { undeclaredClusters } from '../cluster-references.js';
import { defineRule } from '../rule.js';

/** How many of the other places that name a cluster are shown. */
const mostShown = 4;

/** Every place that names a cluster names one of this topology. */
export const unknownCluster = defineRule({
  id: 'topology/unknown-cluster',
  severity: 'error',
  why: 'nothing would be written for a cluster that is not declared',
  messages: {
    reference: (p: { name: string; by: string; more: number }) =>
      `${p.by} ${p.more === 0 ? 'names' : `and ${p.more} more ${p.more === 1 ? 'place' : 'places'} name`} the cluster ${p.name}, which this topology does not declare`,
    ofFleet: (p: { name: string; by: string; fleet: string }) =>
      `${p.by} names ${p.name}, which is one of the fleet ${p.fleet} and no entry of its own`,
  },
  checkTopology(topology, report) {
    const names = topology.clusters.map(({ name }) => name);
    // Of two clusters of one name the second may be called this: topology/duplicate-name.
    if (new Set(names).size < names.length) return;
    const fleets = fleetsByCluster(topology);
    for (const [name, [first, ...others]] of undeclaredClusters(topology)) {
      if (!first) continue;
      const fleet = fleets.get(name);
      if (fleet) {
        report('ofFleet', { name, by: first.by, fleet: fleet.name })
          .at(first.span)
          .related(valueSpan(fleet, 'fleet'), 'the fleet')
          .fix(`name ${fleet.name} for all of them, or take ${name} out of the fleet and make it an entry`);
        continue;
      }
      const meant = nearest(name, names);
      const open = report('reference', { name, by: first.by, more: others.length }).at(
        first.span,
        'not declared under clusters',
      );
      for (const { by, span } of others.slice(0, mostShown)) open.related(span, by);
      open.fix(
        meant
          ? `did you mean ${meant}?`
          : `declare it under clusters, or use one of: ${names.slice(0, 8).join(', ')}`,
      );
    }
  },
});

function fleetsByCluster({ clusters }: Topology): ReadonlyMap<string, Cluster> {
  const fleets = clusters.filter(({ fleet }) => fleet !== undefined);
  return new Map(fleets.flatMap((fleet) => clusterNames(fleet).map((name) => [name, fleet] as const)));
}
