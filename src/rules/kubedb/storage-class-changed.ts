import { fieldAt, valueText } from '../../changes/index.js';
import { changedDatabases, classPlace } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';

/** The class of a database’s volumes is that with which they were made. */
export const storageClassChanged = defineRule({
  id: 'kubedb/storage-class-changed',
  severity: 'warning',
  changeClass: 'immutable',
  why: 'the webhook takes it and the claims that exist cannot change: volumes stay where they are unless a request of type StorageMigration moves them',
  source: 'kubedb/apimachinery pkg/webhooks/ops/v1alpha1/mariadb.go',
  messages: {
    changed: (p: { database: string; from: string; to: string }) =>
      `the storage class of ${p.database} goes from ${p.from} to ${p.to}, and its volumes stay where they are`,
  },
  checkChange(change, report) {
    for (const { object, name, young } of changedDatabases(change)) {
      const field = fieldAt(object, 'spec', 'storage', 'storageClassName');
      if (!field || young.at('distributed').flag === true) continue;
      const [from, to] = [field.before, field.after].map((value) => valueText(value ?? 'the default'));
      report('changed', { database: name, from: from ?? '', to: to ?? '' })
        .at(classPlace(change, object, object.after.cluster))
        .about(change.nameOf(object, field))
        .fix(
          'write the old class again; or let a request of type StorageMigration with a timeout move the volumes first',
        );
    }
  },
});
