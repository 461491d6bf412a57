import { databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** A distributed database leaves the class of its volumes to its PlacementPolicy. */
export const storageClassOnHub = defineRule({
  id: 'kubedb/storage-class-on-hub',
  severity: 'warning',
  why: 'the webhook looks the class up on the hub, even if no replica runs there, and refuses the database when the hub has none of that name',
  source: 'kubedb/apimachinery pkg/validator/validate.go',
  messages: {
    named: (p: { database: string; storageClass: string }) =>
      `${p.database} is distributed and names the class ${p.storageClass} for all clusters, the hub included`,
  },
  checkManifests(manifests, report) {
    for (const database of databaseObjects(manifests)) {
      if (!database.distributed) continue;
      const { name, spec } = database;
      const field = spec.at('storage', 'storageClassName');
      if (!field.text) continue;
      report('named', { database: name, storageClass: field.text })
        .at(field.span)
        .fix('remove it, and write storageClassName in each distribution rule of the PlacementPolicy');
    }
  },
});
