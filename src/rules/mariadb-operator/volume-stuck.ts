import { fieldAt } from '../../changes/index.js';
import { bytes } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { isLocalPath } from '../storage-classes.js';
import { changedObjects } from './changed-objects.js';

/** A larger size reaches volumes only where the operator may, and the class can, make them larger. */
export const volumeStuck = defineRule({
  id: 'mariadb-operator/volume-stuck',
  severity: 'warning',
  changeClass: 'one-way',
  why: 'the volumes stay as they are and nothing says so, while the sizes that are derived from the new figure reach the servers',
  source: 'mariadb-operator/mariadb-operator pkg/controller/statefulset/statefulset.go',
  messages: {
    stays: (p: { database: string; from: string; to: string }) =>
      `the volumes of ${p.database} are to grow from ${p.from} to ${p.to}, and their class cannot make them larger`,
  },
  checkChange(change, report) {
    for (const object of changedObjects(change, 'MariaDB')) {
      const field = fieldAt(object, 'spec', 'storage', 'size');
      const storage = object.after.manifest.root.at('spec', 'storage');
      if (typeof field?.before !== 'string' || typeof field.after !== 'string') continue;
      if (bytes(field.after) < bytes(field.before)) continue;
      const grows =
        storage.at('resizeInUseVolumes').flag !== false && !isLocalPath(storage.at('storageClassName').text);
      if (grows) continue;
      report('stays', { database: object.after.manifest.name, from: field.before, to: field.after })
        .at(change.placeAt(object, '.storage.size'))
        .about(change.nameOf(object, field))
        .fix(
          'write the size as before; for larger volumes make a database of another name on a class that can grow, from a backup of this one',
        );
    }
  },
});
