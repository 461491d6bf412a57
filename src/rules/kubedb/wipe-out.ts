import { databasesOf } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** No database takes its backups along when it goes. */
export const wipeOut = defineRule({
  id: 'kubedb/wipe-out',
  severity: 'warning',
  why: 'whoever deletes the object, or prunes it from Git, deletes volumes, secrets and backups in the same moment',
  source: 'kubedb/docs docs/guides/mariadb/concepts/mariadb/index.md',
  messages: {
    policy: (p: { database: string }) =>
      `deleting ${p.database} also deletes its volumes, secrets and backups`,
  },
  checkPlan(plan, report) {
    const databases = databasesOf(plan, 'kubedb');
    for (const { name, deletionPolicy, source } of databases) {
      if (deletionPolicy !== 'WipeOut') continue;
      report('policy', { database: name })
        .at(valueSpan(source, 'deletionPolicy'))
        .fix('write DoNotTerminate, the default, or Halt to keep volumes and secrets');
    }
  },
  checkManifests(manifests, report) {
    for (const { name, spec } of databaseObjects(manifests)) {
      const policy = spec.at('deletionPolicy');
      if (policy.text !== 'WipeOut') continue;
      report('policy', { database: name })
        .at(policy.span)
        .fix('write DoNotTerminate, or Halt to keep volumes and secrets');
    }
  },
});
