import { defineRule } from '../rule.js';
import { goneObject, operatorGroup } from './changed-objects.js';

/** A database that goes leaves its volumes, and one of another name or place starts without them. */
export const databaseGone = defineRule({
  id: 'mariadb-operator/database-gone',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'deleting the object stops the servers at once; their volumes stay behind, and no other database finds them',
  source: 'mariadb-operator/mariadb-operator internal/controller/mariadb_controller.go',
  messages: {
    gone: (p: { database: string; cluster: string }) =>
      `the servers of ${p.database} on ${p.cluster} go, and their volumes stay behind`,
    replaced: (p: { database: string; cluster: string; next: string }) =>
      `${p.database} on ${p.cluster} would go, and ${p.next} would start empty in its place`,
  },
  checkChange(change, report) {
    for (const object of change.of('MariaDB', operatorGroup)) {
      const gone = goneObject(object);
      if (!gone) continue;
      const { name, namespace } = gone.manifest;
      const { cluster } = gone;
      const open =
        object.after === undefined
          ? report('gone', { database: name, cluster })
          : report('replaced', {
              database: name,
              cluster,
              next:
                object.kind === 'moved'
                  ? `${object.after.manifest.name} on ${object.after.cluster}`
                  : `${object.after.manifest.namespace ?? ''}/${object.after.manifest.name}`,
            });
      open
        .at(change.placeOf(object))
        .about(change.nameOf(object))
        .fix(
          object.after === undefined
            ? `make a last backup; delete the claims with the label app.kubernetes.io/instance=${name} in ${namespace ?? 'its namespace'} when nobody needs the data`
            : 'write both, start the new one from a backup of the old one, move the clients, and take the old one out in another commit',
        );
    }
  },
});
