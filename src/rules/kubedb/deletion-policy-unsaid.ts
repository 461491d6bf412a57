import { databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** A durable database says what happens to its volumes when it is deleted. */
export const deletionPolicyUnsaid = defineRule({
  id: 'kubedb/deletion-policy-unsaid',
  severity: 'warning',
  why: 'KubeDB then takes Delete, and whoever deletes the object, or prunes it from Git, deletes its volumes in the same moment',
  source:
    'kubedb/apimachinery apis/kubedb/v1/mariadb_helpers.go; kubedb/docs docs/guides/mariadb/concepts/mariadb/index.md',
  messages: {
    unsaid: (p: { database: string }) =>
      `${p.database} has no deletionPolicy, so deleting it deletes its volumes`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec } of databaseObjects(manifests)) {
      if (spec.at('deletionPolicy').given || spec.at('storageType').text === 'Ephemeral') continue;
      if (!spec.given || spec.at('halted').flag === true) continue;
      report('unsaid', { database: name })
        .at(spec.keySpan)
        .fix(
          'write deletionPolicy: DoNotTerminate, or Halt to keep volumes and secrets, or Delete if that is meant',
        );
    }
  },
});
