import { postgresObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** A Postgres encrypts exactly when it has certificates. */
export const postgresSslMode = defineRule({
  id: 'kubedb/postgres-ssl-mode',
  severity: 'error',
  why: 'KubeDB refuses the database: without certificates there is nothing to encrypt with, and with them it must not be switched off',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/postgres.go',
  messages: {
    disabled: (p: { database: string }) => `${p.database} has tls, and sslMode: disable`,
    bare: (p: { database: string; mode: string }) => `${p.database} has sslMode: ${p.mode}, but no tls`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec } of postgresObjects(manifests)) {
      const mode = spec.at('sslMode');
      const tls = spec.at('tls');
      if (mode.text === undefined || mode.text === '') continue;
      if (mode.text === 'disable' && tls.given) {
        report('disabled', { database: name })
          .at(mode.span)
          .related(tls.keySpan, 'the certificates')
          .fix('remove sslMode: verify-full is the default with tls');
      } else if (mode.text !== 'disable' && !tls.given) {
        report('bare', { database: name, mode: mode.text })
          .at(mode.span)
          .fix('add tls with an issuerRef, or remove sslMode');
      }
    }
  },
});
