import { fieldAt } from '../../changes/index.js';
import { changedDatabases } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';

/** Another password takes effect by a request, and in all clients. */
export const passwordSecretChanged = defineRule({
  id: 'kubedb/password-secret-changed',
  severity: 'warning',
  changeClass: 'security',
  why: 'the servers keep the old password until a request of type RotateAuth changes it; a Secret with another user name is refused, and clients, probes and backups with the old one are turned away',
  source: 'kubedb/apimachinery pkg/webhooks/ops/v1alpha1/shared.go',
  messages: {
    changed: (p: { database: string; from: string; to: string }) =>
      `the administrator’s password of ${p.database} comes from the Secret ${p.to}, not ${p.from} any more`,
  },
  checkChange(change, report) {
    for (const { object, name } of changedDatabases(change)) {
      const field = fieldAt(object, 'spec', 'authSecret', 'name');
      if (!field) continue;
      // Left out it is the one that KubeDB makes.
      const [from = '', to = ''] = [field.before, field.after].map((value) =>
        String(value ?? `${name}-auth`),
      );
      if (from === to) continue;
      report('changed', { database: name, from, to })
        .at(change.placeAt(object, '.rootPasswordSecret'))
        .about(change.nameOf(object, field))
        .fix(
          'make the Secret with the same username on the cluster of the object, then the request, and then tell the clients',
        );
    }
  },
});
