import { defineRule } from '../rule.js';
import { nameSpan, objectsOf } from './operator-objects.js';

/** A user can log in. */
export const userLocked = defineRule({
  id: 'mariadb-operator/user-locked',
  severity: 'warning',
  why: 'the account is made and locked, and every client that uses it is turned away',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/user_types.go',
  messages: {
    locked: (p: { user: string }) => `${p.user} has neither a password, nor the hash of one, nor a plugin`,
  },
  checkManifests(manifests, report) {
    for (const user of objectsOf(manifests, 'User')) {
      const spec = user.root.at('spec');
      const credentials = ['passwordSecretKeyRef', 'passwordHashSecretKeyRef', 'passwordPlugin'];
      if (!spec.given || credentials.some((each) => spec.at(each).given)) continue;
      report('locked', { user: user.name }).at(nameSpan(user)).fix('name a Secret as passwordSecretKeyRef');
    }
  },
});
