import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

/** A security context of the pods says the group that owns the volumes, as it takes the place of the operator's whole. */
export const podSecurity = defineRule({
  id: 'mariadb-operator/pod-security',
  severity: 'warning',
  why: "it replaces the operator's own, with user and group 999; the volumes then belong to root, and the first start ends with permission denied under /etc/mysql/mariadb.conf.d",
  source: 'mariadb-operator/mariadb-operator docs/galera.md',
  messages: {
    group: (p: { database: string }) => `the security context of the pods of ${p.database} has no fsGroup`,
    root: (p: { database: string }) => `the pods of ${p.database} run as root`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec, galera } of serversOf(manifests)) {
      const context = spec.at('podSecurityContext');
      if (!galera || !context.given) continue;
      const user = context.at('runAsUser');
      if (user.number === 0)
        report('root', { database: name }).at(user.span).fix('write 999, or remove the context');
      else if (!context.at('fsGroup').given)
        report('group', { database: name })
          .at(context.keySpan)
          .fix('add fsGroup: 999, runAsUser: 999, runAsGroup: 999 and runAsNonRoot: true');
    }
  },
});
