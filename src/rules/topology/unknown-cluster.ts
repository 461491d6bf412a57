import { nearest } from '../../topology/index.js';
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
  },
  checkTopology(topology, report) {
    const names = topology.clusters.map(({ name }) => name);
    // Of two clusters of one name the second may be called this: topology/duplicate-name.
    if (new Set(names).size < names.length) return;
    for (const [name, [first, ...others]] of undeclaredClusters(topology)) {
      if (!first) continue;
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
