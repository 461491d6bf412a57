import { fieldAt } from '../../changes/index.js';
import { bytes } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { isLocalPath } from '../storage-classes.js';
import { changedObjects } from './changed-objects.js';

/** Volumes grow where their class can make them larger, and never shrink again. */
export const volumeGrowth = defineRule({
  id: 'mariadb-operator/volume-growth',
  severity: 'info',
  changeClass: 'one-way',
  why: 'volumes never shrink again; on a class without allowVolumeExpansion the operator stays in the middle of it, and neither recovers, updates nor moves the primary',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_types.go',
  messages: {
    grows: (p: { database: string; from: string; to: string }) =>
      `the volumes of ${p.database} grow from ${p.from} to ${p.to} while the servers run`,
  },
  checkChange(change, report) {
    for (const object of changedObjects(change, 'MariaDB')) {
      const field = fieldAt(object, 'spec', 'storage', 'size');
      const storage = object.after.manifest.root.at('spec', 'storage');
      if (typeof field?.before !== 'string' || typeof field.after !== 'string') continue;
      if (bytes(field.after) < bytes(field.before)) continue;
      // There it does not grow: volume-stuck.
      if (storage.at('resizeInUseVolumes').flag === false) continue;
      if (isLocalPath(storage.at('storageClassName').text)) continue;
      report('grows', { database: object.after.manifest.name, from: field.before, to: field.after })
        .at(change.placeAt(object, '.storage.size'))
        .about(change.nameOf(object, field))
        .fix('see that the class of the volumes says allowVolumeExpansion: true (kubectl get storageclass)');
    }
  },
});
