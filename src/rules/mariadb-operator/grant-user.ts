import { nearest } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { keyOf, objectsOf, referenceKey, serversOf } from './operator-objects.js';

/** Accounts that every server has. */
const builtIn = ['root', 'mariadb.sys', 'mysql', 'PUBLIC'];

/** A right is given to an account that is made. */
export const grantUser = defineRule({
  id: 'mariadb-operator/grant-user',
  severity: 'warning',
  why: 'MariaDB gives no rights to an account that does not exist, and the operator tries again for ever; app@% and app@localhost are two accounts',
  source: 'mariadb-operator/mariadb-operator internal/controller/grant_controller.go',
  messages: {
    unknown: (p: { grant: string; user: string }) => `${p.grant} is for ${p.user}, whom none of the Users is`,
    host: (p: { grant: string; account: string; other: string }) =>
      `${p.grant} is for ${p.account}, and the User is ${p.other}`,
  },
  checkManifests(manifests, report) {
    const hosts = new Map<string, Map<string, string[]>>();
    for (const user of objectsOf(manifests, 'User')) {
      const spec = user.root.at('spec');
      const key = referenceKey(user, spec.at('mariaDbRef'));
      if (key === undefined) continue;
      const users = hosts.get(key) ?? new Map<string, string[]>();
      hosts.set(key, users);
      const name = spec.at('name').text || user.name;
      users.set(name, [...(users.get(name) ?? []), spec.at('host').text || '%']);
    }
    for (const { name, namespace, spec } of serversOf(manifests)) {
      const { text } = spec.at('username');
      if (text) hosts.get(keyOf(namespace, name))?.set(text, ['%']);
    }
    for (const grant of objectsOf(manifests, 'Grant')) {
      const spec = grant.root.at('spec');
      const users = hosts.get(referenceKey(grant, spec.at('mariaDbRef')) ?? '');
      const field = spec.at('username');
      const user = field.text;
      if (!users || user === undefined || builtIn.includes(user)) continue;
      const known = users.get(user);
      const host = spec.at('host').text || '%';
      const meant = nearest(user, [...users.keys()]);
      if (!known)
        report('unknown', { grant: grant.name, user })
          .at(field.span)
          .fix(meant === undefined ? 'make it by a User' : `did you mean ${meant}?`);
      else if (!known.includes(host))
        report('host', { grant: grant.name, account: `${user}@${host}`, other: `${user}@${known[0] ?? ''}` })
          .at(spec.at('host').given ? spec.at('host').span : field.span)
          .fix('write the same host in both');
    }
  },
});
