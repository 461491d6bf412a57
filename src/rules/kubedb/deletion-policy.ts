import { databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** The deletion policy fits the storage and the state of the database. */
export const deletionPolicy = defineRule({
  id: 'kubedb/deletion-policy',
  severity: 'error',
  why: 'KubeDB refuses to halt a database whose volumes go with its pods, and one that is never to stop',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go, pkg/webhooks/kubedb/v1/postgres.go',
  messages: {
    ephemeral: (p: { database: string }) =>
      `${p.database} is ephemeral, so there is nothing that deletionPolicy Halt could keep`,
    halted: (p: { database: string }) =>
      `${p.database} is halted, which deletionPolicy DoNotTerminate forbids`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec } of databaseObjects(manifests)) {
      const policy = spec.at('deletionPolicy');
      const storageType = spec.at('storageType');
      const halted = spec.at('halted');
      if (policy.text === 'Halt' && storageType.text === 'Ephemeral') {
        report('ephemeral', { database: name })
          .at(policy.span)
          .related(storageType.span, 'ephemeral')
          .fix('write Delete, or storageType: Durable if it must outlive its pods');
      } else if (policy.text === 'DoNotTerminate' && halted.flag === true) {
        report('halted', { database: name })
          .at(halted.span)
          .related(policy.span, 'the policy')
          .fix('write deletionPolicy: Halt first, or remove halted');
      }
    }
  },
});
