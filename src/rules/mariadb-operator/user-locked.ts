import type { Field } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { nameSpan, objectsOf } from './operator-objects.js';

/** A user can log in, and nobody else as that user. */
export const userLocked = defineRule({
  id: 'mariadb-operator/user-locked',
  severity: 'warning',
  why: 'the account is made and locked, and every client that uses it is turned away; with require it is not locked, and has no password',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/user_types.go, pkg/sql/sql.go',
  messages: {
    locked: (p: { user: string }) => `${p.user} has neither a password, nor the hash of one, nor a plugin`,
    open: (p: { user: string }) => `${p.user} is let in without a password by all who connect with TLS`,
  },
  checkManifests(manifests, report) {
    for (const user of objectsOf(manifests, 'User')) {
      const spec = user.root.at('spec');
      const credentials = ['passwordSecretKeyRef', 'passwordHashSecretKeyRef', 'passwordPlugin'];
      if (!spec.given || credentials.some((each) => spec.at(each).given)) continue;
      const require = spec.at('require');
      const ssl = require.at('ssl');
      // Whoever must show a certificate of their own needs no password.
      if (!require.given)
        report('locked', { user: user.name }).at(nameSpan(user)).fix('name a Secret as passwordSecretKeyRef');
      else if (ssl.flag === true && !['x509', 'issuer', 'subject'].some((each) => isWanted(require.at(each))))
        report('open', { user: user.name })
          .at(ssl.keySpan)
          .fix('name a Secret as passwordSecretKeyRef, or ask for a certificate: x509: true');
    }
  },
});

function isWanted(field: Field): boolean {
  return field.flag === true || Boolean(field.text);
}
