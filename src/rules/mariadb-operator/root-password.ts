import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

/** The superuser has a password, or has none. */
export const rootPassword = defineRule({
  id: 'mariadb-operator/root-password',
  severity: 'error',
  why: "the operator's webhook refuses a database that says both",
  source: 'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/mariadb_webhook.go',
  messages: {
    both: (p: { database: string }) => `root of ${p.database} has a password and is to have none`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec } of serversOf(manifests)) {
      const [empty, secret] = [spec.at('rootEmptyPassword'), spec.at('rootPasswordSecretKeyRef')];
      if (empty.flag !== true || !secret.given) continue;
      report('both', { database: name })
        .at(empty.span)
        .related(secret.keySpan, 'the password')
        .fix('remove rootEmptyPassword');
    }
  },
});
