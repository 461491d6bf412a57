import { postgresObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** An auth secret that somebody else keeps has a name. A name that is not there at all is refused by the schema. */
export const postgresAuthSecret = defineRule({
  id: 'kubedb/postgres-auth-secret',
  severity: 'error',
  why: 'KubeDB refuses the database: it makes no secret that is managed externally, and cannot look for one without a name',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/postgres.go',
  messages: {
    unnamed: (p: { database: string }) =>
      `the auth secret of ${p.database} is managed externally and has no name`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec } of postgresObjects(manifests)) {
      const secret = spec.at('authSecret');
      if (secret.at('externallyManaged').flag !== true || secret.at('name').text !== '') continue;
      report('unnamed', { database: name })
        .at(secret.at('name').span)
        .fix('name the secret, of type kubernetes.io/basic-auth; or remove externallyManaged');
    }
  },
});
