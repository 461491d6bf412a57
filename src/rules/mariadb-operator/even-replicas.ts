import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

/** A Galera cluster has an odd number of replicas, or says that it may have an even one. The CRD has the same as a rule in CEL. */
export const evenReplicas = defineRule({
  id: 'mariadb-operator/even-replicas',
  severity: 'error',
  why: 'the API server refuses the database by a rule of the CRD, as half of an even number is no majority',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_types.go',
  messages: {
    even: (p: { database: string; replicas: number }) =>
      `${p.database} is a Galera cluster of ${p.replicas} replicas, which is an even number`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec, galera, replicas } of serversOf(manifests)) {
      if (!galera || replicas % 2 !== 0 || spec.at('replicasAllowEvenNumber').flag === true) continue;
      // Where the API server says it, so that it is said once when the CRD is given too.
      report('even', { database: name, replicas })
        .at(spec.keySpan)
        .related(spec.at('replicas').span, 'the replicas')
        .fix(
          `write ${replicas + 1} replicas; replicasAllowEvenNumber: true switches this check off and does nothing else`,
        );
    }
  },
});
