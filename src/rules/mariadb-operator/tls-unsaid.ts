import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

/** A database says whether its connections are encrypted. */
export const tlsUnsaid = defineRule({
  id: 'mariadb-operator/tls-unsaid',
  severity: 'info',
  why: 'the operator then switches TLS 1.3 on for those who ask for it, writes that into the object, and copies data between replicas in the clear',
  source: 'mariadb-operator/mariadb-operator docs/tls.md',
  messages: {
    unsaid: (p: { database: string }) => `${p.database} does not say whether it uses TLS`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec } of serversOf(manifests)) {
      if (spec.at('tls').given) continue;
      report('unsaid', { database: name })
        .at(spec.keySpan)
        .fix('write tls: { enabled: true }, with required: true if no client may do without');
    }
  },
});
