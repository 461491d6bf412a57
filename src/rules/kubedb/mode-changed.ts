import { changedDatabases, replicasOf, specDiffers } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';

/** A MariaDB stays a single server, or a cluster of one kind. */
export const modeChanged = defineRule({
  id: 'kubedb/mode-changed',
  severity: 'warning',
  changeClass: 'one-way',
  why: 'the webhook takes it, and no request makes one of the other: whether the operator keeps the data is documented nowhere',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go, pkg/webhooks/ops/v1alpha1/mariadb.go',
  messages: {
    changed: (p: { database: string; from: string; to: string }) =>
      `${p.database} was ${p.from} and would be ${p.to}`,
  },
  checkChange(change, report) {
    for (const database of changedDatabases(change)) {
      const { object, engine, name, old, young } = database;
      if (engine !== 'mariadb' || specDiffers(database, 'distributed')) continue;
      const [from = '', to = ''] = [old, young].map((spec) => {
        if (replicasOf(spec) === 1) return 'a single server';
        const mode = spec.at('topology', 'mode').text ?? 'GaleraCluster';
        return mode === 'GaleraCluster' ? 'a Galera cluster' : 'a cluster of a primary and replicas';
      });
      if (from === to) continue;
      report('changed', { database: name, from, to })
        .at(change.placeAt(object, '.placement'))
        .about(change.nameOf(object))
        .fix(
          'make a database of another name as it is to be, move the data into it, and then remove this one',
        );
    }
  },
});
