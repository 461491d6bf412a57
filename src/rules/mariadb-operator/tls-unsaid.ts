import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { serversOf } from './operator-objects.js';

/** A Galera cluster says whether what goes between its replicas is encrypted. */
export const tlsUnsaid = defineRule({
  id: 'mariadb-operator/tls-unsaid',
  severity: 'info',
  why: 'the operator then switches TLS 1.3 on for those who ask for it, writes that into the object, and still copies all data between replicas in the clear',
  source: 'mariadb-operator/mariadb-operator docs/tls.md',
  messages: {
    unsaid: (p: { databases: string }) => `nothing says whether TLS is meant for ${p.databases}`,
  },
  checkManifests(manifests, report) {
    // One server, and replicas that follow a primary, have with TLS unsaid what they would say.
    const silent = serversOf(manifests).filter(({ spec, galera }) => galera && !spec.at('tls').given);
    const [first, ...others] = silent;
    if (!first) return;
    const finding = report('unsaid', { databases: firstOf(silent.map(({ name }) => name)) })
      .at(first.spec.keySpan)
      .fix(
        'write tls: { enabled: true, galeraSSTEnabled: true }, with required: true if no client may do without',
      );
    for (const { name, spec } of others.slice(0, 2)) finding.related(spec.keySpan, name);
  },
});
