import { defineRule } from '../rule.js';
import { isOn, objectsOf } from './operator-objects.js';

/** The parts of a certificate by the kinds that have them. MaxScale has no issuer for what it shows to servers. */
const pairs = [
  ['MariaDB', ['server', 'client']],
  ['MaxScale', ['admin', 'listener']],
] as const;

/** A certificate comes from a secret, with the one of its authority, or from an issuer. */
export const tls = defineRule({
  id: 'mariadb-operator/tls',
  severity: 'error',
  why: "the operator's webhook refuses the object",
  source: 'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/mariadb_webhook.go',
  messages: {
    both: (p: { name: string; part: string }) =>
      `the ${p.part} certificate of ${p.name} comes both from a secret and from an issuer`,
    authority: (p: { name: string; part: string }) =>
      `the ${p.part} certificate of ${p.name} comes from a secret, and that of its authority is not named`,
  },
  checkManifests(manifests, report) {
    for (const [kind, parts] of pairs) {
      for (const { name, root } of objectsOf(manifests, kind)) {
        const tls = root.at('spec', 'tls');
        if (!isOn(tls)) continue;
        for (const part of parts) {
          const [secret, issuer] = [tls.at(`${part}CertSecretRef`), tls.at(`${part}CertIssuerRef`)];
          if (!secret.given) continue;
          if (issuer.given) {
            report('both', { name, part })
              .at(issuer.keySpan)
              .related(secret.keySpan, 'the secret')
              .fix('remove one of them');
          } else if (!tls.at(`${part}CASecretRef`).given) {
            report('authority', { name, part }).at(secret.keySpan).fix(`name a secret as ${part}CASecretRef`);
          }
        }
      }
    }
  },
});
