import { postgresObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';
import { postgresMajor } from './postgres-major.js';

/** The way clients of a Postgres authenticate is one that its version and its encryption have. */
export const postgresClientAuth = defineRule({
  id: 'kubedb/postgres-client-auth',
  severity: 'error',
  why: 'KubeDB refuses the database: SCRAM came with Postgres 11, and client certificates travel over TLS only',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/postgres.go',
  messages: {
    scram: (p: { database: string; version: string }) =>
      `${p.database} is a Postgres ${p.version}, which has no scram`,
    cert: (p: { database: string }) =>
      `clients of ${p.database} show a certificate, but nothing is encrypted`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec } of postgresObjects(manifests)) {
      const mode = spec.at('clientAuthMode');
      const version = spec.at('version');
      const major = postgresMajor(version.text);
      if (mode.text === 'scram' && major !== undefined && major < 11) {
        report('scram', { database: name, version: version.text ?? '' })
          .at(mode.span)
          .related(version.span, 'the version')
          .fix('write md5, or take version 11 or later');
      }
      // With tls, sslMode: disable is the mistake, and kubedb/postgres-ssl-mode says so.
      const { given, text } = spec.at('sslMode');
      const encrypted = given ? text !== 'disable' : spec.at('tls').given;
      if (mode.text === 'cert' && !encrypted && !spec.at('tls').given) {
        report('cert', { database: name })
          .at(mode.span)
          .fix('add tls with an issuerRef, or write clientAuthMode: scram');
      }
    }
  },
});
