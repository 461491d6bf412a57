import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

/** The volumes of a database stay when its object goes. */
export const volumesDeleted = defineRule({
  id: 'mariadb-operator/volumes-deleted',
  severity: 'warning',
  why: 'whoever deletes the object, or prunes it, deletes all data with it; without this field the volumes stay',
  source: 'mariadb-operator/mariadb-operator pkg/builder/statefulset_builder.go',
  messages: {
    deleted: (p: { database: string }) => `the volumes of ${p.database} are deleted together with it`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec } of serversOf(manifests)) {
      const field = spec.at('storage', 'pvcRetentionPolicy', 'whenDeleted');
      if (field.text !== 'Delete') continue;
      report('deleted', { database: name }).at(field.span).fix('write Retain').edit(field.span, 'Retain');
    }
  },
});
