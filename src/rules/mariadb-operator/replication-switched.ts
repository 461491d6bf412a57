import { defineRule } from '../rule.js';
import { changedObjects, type Shape, shapeOf } from './changed-objects.js';

/** How the servers of a database follow each other is decided when it is made. */
export const replicationSwitched = defineRule({
  id: 'mariadb-operator/replication-switched',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'the webhook lets it pass, and nothing takes the data along: the servers start another way on the volumes that they have, each with a history of its own',
  source: 'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/mariadb_webhook.go',
  messages: {
    switched: (p: { database: string; from: string; to: string }) =>
      `${p.database} is ${p.from} and becomes ${p.to}, on the volumes that are there`,
  },
  checkChange(change, report) {
    for (const object of changedObjects(change, 'MariaDB')) {
      const [old, young] = [shapeOf(object.before), shapeOf(object.after)];
      if (old.replication === young.replication) continue;
      report('switched', {
        database: object.after.manifest.name,
        from: words[old.replication],
        to: words[young.replication],
      })
        .at(change.placeAt(object, '.replication'))
        .about(change.nameOf(object))
        .fix(
          'make a database of another name from a backup of this one, and move the clients; with one server, clients also find another Service',
        );
    }
  },
});

const words: Readonly<Record<Shape['replication'], string>> = {
  galera: 'a Galera cluster',
  'primary-replica': 'a primary with replicas',
  none: 'a single server',
};
