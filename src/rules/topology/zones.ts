import { keySpan, nearest, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** The nodes of a cluster are counted by its own zones. */
export const zones = defineRule({
  id: 'topology/zones',
  severity: 'error',
  why: 'spreading and survival are judged by the zones: a zone with two names counts as two, and one without nodes holds no replica',
  messages: {
    unknown: (p: { cluster: string; zone: string }) =>
      `${p.cluster} counts nodes in the zone ${p.zone}, which is not among its zones`,
    none: (p: { cluster: string }) => `${p.cluster} has no node in any zone`,
  },
  checkTopology({ clusters }, report) {
    for (const cluster of clusters) {
      const { name, zones: known, nodes } = cluster;
      if (typeof nodes !== 'object') continue;
      const counts = Object.entries(nodes);
      const uncounted = known?.some((zone) => !Object.hasOwn(nodes, zone));
      if (counts.length > 0 && !uncounted && counts.every(([, count]) => count === 0)) {
        const [zone = ''] = counts[0] ?? [];
        report('none', { cluster: name })
          .at(valueSpan(nodes, zone))
          .fix('count the schedulable nodes of each zone');
      }
      if (!known) continue;
      for (const [zone] of counts) {
        if (known.includes(zone)) continue;
        const meant = nearest(zone, known);
        report('unknown', { cluster: name, zone })
          .at(keySpan(nodes, zone), 'not a zone')
          .related(valueSpan(cluster, 'zones'), 'the zones')
          .fix(meant ? `did you mean ${meant}?` : `add it to zones, or use one of: ${listed(known)}`);
      }
    }
  },
});
