import { defineRule } from '../rule.js';
import { changedObjects } from './changed-objects.js';

/** A database takes its first data when it is made, and never later. */
export const bootstrapIgnored = defineRule({
  id: 'mariadb-operator/bootstrap-ignored',
  severity: 'info',
  changeClass: 'one-way',
  why: 'bootstrapFrom is read when the volumes are empty: a database that runs keeps the data that it has',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_types.go',
  messages: {
    added: (p: { database: string }) =>
      `${p.database} runs already, and takes no data from the backup that it now names`,
  },
  checkChange(change, report) {
    for (const object of changedObjects(change, 'MariaDB')) {
      const isGiven = (side: 'before' | 'after') =>
        object[side].manifest.root.at('spec', 'bootstrapFrom').given;
      if (isGiven('before') || !isGiven('after')) continue;
      report('added', { database: object.after.manifest.name })
        .at(change.placeAt(object, '.mariadbOperator.multiCluster.members'))
        .about(change.nameOf(object))
        .fix(
          'nothing, unless it shall begin anew: then delete the MariaDB object and its claims, and apply it again',
        );
    }
  },
});
