import { postgresObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';
import { postgresMajor } from './postgres-major.js';

/** A remote replica is a Postgres 13 or later. */
export const postgresRemoteReplica = defineRule({
  id: 'kubedb/postgres-remote-replica',
  severity: 'error',
  why: 'KubeDB refuses the database: it follows a remote primary from Postgres 13 on, and compares the versions as text',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/postgres.go',
  messages: {
    old: (p: { database: string; version: string }) =>
      `${p.database} is a remote replica of version ${p.version}, the oldest is 13`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec } of postgresObjects(manifests)) {
      if (!spec.at('remoteReplica').given) continue;
      const version = spec.at('version');
      const major = postgresMajor(version.text);
      if (major === undefined || major >= 13) continue;
      report('old', { database: name, version: version.text ?? '' })
        .at(version.span)
        .related(spec.at('remoteReplica').keySpan, 'it follows this one')
        .fix('take the major version of the primary, 13 or later');
    }
  },
});
