import type { Report } from '../../diagnostics/index.js';
import { type Database, keySpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { isOnSites } from '../sites.js';

const messages = {
  unbacked: (p: { database: string }) =>
    `${p.database} refuses connections that are not encrypted, and has no certificate to encrypt with`,
  empty: (p: { database: string }) => `${p.database} has tls, and no certificate to encrypt with`,
  off: (p: { database: string; field: string }) => `tls of ${p.database} is switched off, and has ${p.field}`,
  issuer: (p: { database: string }) =>
    `${p.database} has tls without an issuer, from which alone KubeDB takes certificates`,
  both: (p: { database: string }) => `${p.database} takes its certificate from an issuer and from a secret`,
};

type Tls = NonNullable<Database['tls']>;

/** What a database says about encryption holds together. */
export const tls = defineRule({
  id: 'provider/tls',
  severity: 'error',
  why: 'passwords and rows would cross the network in the clear although the file says otherwise, or the operator refuses the database',
  source: 'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/mariadb_webhook.go',
  messages,
  checkTopology({ databases }, report) {
    for (const database of databases) {
      if (!database.tls) continue;
      if (isOnSites(database)) check(database, database.tls, report);
      else checkIssuer(database, database.tls, report);
    }
  },
});

function check(database: Database, tls: Tls, report: Report<typeof messages>): void {
  const { name, provider } = database;
  const asked = (['required', 'secret', 'issuer'] as const).find((field) => Boolean(tls[field]));
  if (provider === 'statefulset') {
    // Fields that it does not have are provider/field.
    if (tls.required === false || tls.secret !== undefined || tls.issuer || tls.enabled !== undefined) return;
    if (tls.required === undefined) {
      report('empty', { database: name })
        .at(keySpan(database, 'tls'))
        .fix('name the secret with its certificate as tls.secret, or remove tls');
      return;
    }
    report('unbacked', { database: name })
      .at(keySpan(tls, 'required'))
      .fix('name the secret with its certificate as tls.secret, or remove required');
  } else if (tls.enabled === false) {
    if (!asked) return;
    report('off', { database: name, field: asked })
      .at(valueSpan(tls, 'enabled'))
      .related(keySpan(tls, asked), 'what is asked for')
      .fix(`remove one of the two: enabled or ${asked}`);
  } else if (tls.secret !== undefined && tls.issuer) {
    report('both', { database: name })
      .at(keySpan(tls, 'secret'))
      .related(keySpan(tls, 'issuer'), 'the issuer')
      .fix('keep one of the two');
  }
}

/** Fields that KubeDB does not know are provider/field. */
function checkIssuer(database: Database, tls: Tls, report: Report<typeof messages>): void {
  if (tls.issuer || tls.secret !== undefined || tls.enabled !== undefined) return;
  report('issuer', { database: database.name })
    .at(keySpan(database, 'tls'))
    .fix('add issuer: { name: … }, the cert-manager issuer that signs the certificates, or remove tls');
}
