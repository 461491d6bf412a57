import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

/** The replicas of a database are kept apart. */
export const antiAffinity = defineRule({
  id: 'mariadb-operator/anti-affinity',
  severity: 'warning',
  why: 'by default nothing keeps replicas apart, and all of them may run on one node and go with it',
  source: 'mariadb-operator/mariadb-operator docs/high_availability.md',
  messages: {
    together: (p: { database: string; replicas: number }) =>
      `nothing keeps the ${p.replicas} replicas of ${p.database} on different nodes`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec, galera, replication, replicas } of serversOf(manifests)) {
      if (!(galera || replication) || replicas < 2) continue;
      const affinity = spec.at('affinity');
      if (affinity.at('antiAffinityEnabled').flag === true || affinity.at('podAntiAffinity').given) continue;
      if (spec.at('topologySpreadConstraints').items().length > 0) continue;
      report('together', { database: name, replicas })
        .at(
          affinity.given
            ? affinity.keySpan
            : spec.at('replicas').given
              ? spec.at('replicas').span
              : spec.keySpan,
        )
        .fix(
          `write affinity.antiAffinityEnabled: true before the first start, if there are ${replicas} nodes: it cannot be added later`,
        );
    }
  },
});
