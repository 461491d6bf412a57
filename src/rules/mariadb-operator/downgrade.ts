import { fieldAt } from '../../changes/index.js';
import { versionEdge } from '../../plan/index.js';
import { imagePath } from '../changed-entries.js';
import { defineRule } from '../rule.js';
import { changedObjects } from './changed-objects.js';

/** MariaDB never goes back to an older series on the same data. */
export const downgrade = defineRule({
  id: 'mariadb-operator/downgrade',
  severity: 'error',
  changeClass: 'one-way',
  why: 'an older series does not start on the files of a newer one, and the update then waits for the first replica for ever, whatever Git says',
  source: 'mariadb-operator/mariadb-operator internal/controller/mariadb_controller_update.go',
  messages: {
    back: (p: { database: string; from: string; to: string }) =>
      `${p.database} would go back from MariaDB ${p.from} to ${p.to}`,
  },
  checkChange(change, report) {
    for (const object of changedObjects(change, 'MariaDB')) {
      const field = fieldAt(object, 'spec', 'image');
      if (!field) continue;
      const { kind, from, to } = versionEdge(String(field.before ?? ''), String(field.after ?? ''));
      if (kind !== 'back') continue;
      report('back', { database: object.after.manifest.name, from, to })
        .at(change.placeAt(object, imagePath(change, object)))
        .about(change.nameOf(object, field))
        .fix(
          `write ${from} again; to run ${to}, make a database of another name and restore a logical backup`,
        );
    }
  },
});
