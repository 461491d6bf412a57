import { defineRule } from '../rule.js';
import { membersOf } from './multi-clusters.js';

/** Several clusters have the same passwords: each is given, and none generated. */
export const multiClusterSecrets = defineRule({
  id: 'mariadb-operator/multi-cluster-secrets',
  severity: 'warning',
  why: 'each operator makes up a password of its own, and after a cluster is restored from the backup of another neither replication nor the operator can log in',
  source: 'mariadb-operator/mariadb-operator docs/multi-cluster.md',
  messages: {
    generated: (p: { database: string; field: string }) =>
      `${p.field} of ${p.database} is made up by the operator, in each cluster another`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec, galera, replication } of membersOf(manifests)) {
      if (galera === replication) continue;
      const way = galera ? ['galera'] : ['replication', 'replica'];
      for (const path of [['rootPasswordSecretKeyRef'], [...way, 'replPasswordSecretKeyRef']]) {
        const field = spec.at(...path);
        if (field.given && field.at('generate').flag !== true) continue;
        report('generated', { database: name, field: path.join('.') })
          .at(field.given ? field.at('generate').span : spec.at('multiCluster').keySpan)
          .fix(
            `name a Secret as ${path.join('.')} that holds the same in every cluster, with generate: false`,
          );
      }
    }
  },
});
