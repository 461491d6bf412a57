import { keySpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { firstSitesOf } from '../sites.js';

/** A bootstrap by force is taken out of the file once it is done. */
export const forcedBootstrap = defineRule({
  id: 'provider/forced-bootstrap',
  severity: 'warning',
  why: 'what only the other replicas have is given up: at the next recovery too where an operator runs the cluster, and by mistake wherever the file is applied to a new one',
  source: 'mariadb-operator/mariadb-operator docs/galera.md',
  messages: {
    left: (p: { database: string; ordinal: number }) =>
      `${p.database} is bootstrapped from replica ${p.ordinal} by force`,
  },
  checkPlan(plan, report) {
    for (const { replicas, replication, provider, source } of firstSitesOf(plan)) {
      const settings = provider === 'statefulset' ? source.statefulset : source.mariadbOperator;
      const force = settings?.forceBootstrap;
      // One that cannot be is provider/ordinal-range.
      if (!settings || !force || force.ordinal >= replicas) continue;
      if (provider === 'mariadb-operator' && replication !== 'galera') continue;
      report('left', { database: source.name, ordinal: force.ordinal })
        .at(keySpan(settings, 'forceBootstrap'))
        .fix('apply it once, and remove it as soon as the cluster serves');
    }
  },
});
