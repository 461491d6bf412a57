import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

/** A zone that is counted has a node. */
export const zoneEmpty = defineRule({
  id: 'topology/zone-empty',
  severity: 'warning',
  why: 'no replica can run in a zone without nodes, so it adds nothing to what the database survives',
  messages: {
    empty: (p: { cluster: string; zones: readonly string[] }) =>
      `${p.cluster} has no node in the zone ${firstOf(p.zones)}`,
  },
  checkTopology({ clusters }, report) {
    for (const { name, nodes, zones } of clusters) {
      if (typeof nodes !== 'object') continue;
      const counts = Object.entries(nodes);
      const empty = counts.filter(([zone, count]) => count === 0 && (zones?.includes(zone) ?? true));
      const [first] = empty;
      // Without a node anywhere it is topology/zones.
      if (!first || empty.length === counts.length) continue;
      report('empty', { cluster: name, zones: empty.map(([zone]) => zone) })
        .at(valueSpan(nodes, first[0]))
        .fix('leave the zone out of zones and nodes until it has one');
    }
  },
});
