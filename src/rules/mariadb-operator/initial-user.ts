import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { objectsOf, referenceKey, type Server, serversByName, serversOf } from './operator-objects.js';

const credentials = ['passwordSecretKeyRef', 'passwordHashSecretKeyRef', 'passwordPlugin'];

/** The user that a database starts with is whole, and no other object makes the same account. */
export const initialUser = defineRule({
  id: 'mariadb-operator/initial-user',
  severity: 'warning',
  why: 'a user without a database, or without a password, is not made, and nothing says so; one that two objects make is changed back and forth for ever',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_types.go',
  messages: {
    incomplete: (p: { database: string; given: string; missing: string }) =>
      `${p.database} starts with a ${p.given} and no ${p.missing}, so neither is made`,
    twice: (p: { user: string; account: string; other: string }) =>
      `the User ${p.user} is the account ${p.account}, which ${p.other} makes too`,
  },
  checkManifests(manifests, report) {
    const servers = serversOf(manifests);
    for (const { name, spec } of servers) {
      const credential = credentials.find((each) => spec.at(each).given);
      const parts = [
        ['username', spec.at('username').given],
        ['database', spec.at('database').given],
        ['password', credential !== undefined],
      ] as const;
      const given = parts.filter(([, isGiven]) => isGiven).map(([part]) => part);
      const missing = parts.filter(([, isGiven]) => !isGiven).map(([part]) => part);
      const [first] = given;
      if (first === undefined || missing.length === 0) continue;
      const field = first === 'password' ? (credential ?? '') : first;
      report('incomplete', { database: name, given: listed(given), missing: missing.join(' and no ') })
        .at(spec.at(field).keySpan)
        .fix(
          'give all three: username, database and passwordSecretKeyRef; or make them by User, Database and Grant',
        );
    }
    const byName = serversByName(servers);
    const accounts = new Map<string, string>();
    for (const user of objectsOf(manifests, 'User')) {
      const spec = user.root.at('spec');
      const key = referenceKey(user, spec.at('mariaDbRef'));
      if (key === undefined) continue;
      const named = spec.at('name').text || user.name;
      const account = `${named}@${spec.at('host').text || '%'}`;
      const place = `${spec.at('mariaDbRef', 'kind').text ?? 'MariaDB'}/${key}/${account}`;
      const server = byName.get(key);
      const other =
        accounts.get(place) ?? (server && initialAccount(server) === account ? server.name : undefined);
      accounts.set(place, accounts.get(place) ?? `the User ${user.name}`);
      if (other === undefined) continue;
      report('twice', { user: user.name, account, other })
        .at(spec.at('name').given ? spec.at('name').span : user.root.at('metadata', 'name').span)
        .fix('make each account by one object');
    }
  },
});

/** The account that a database starts with, for which the operator takes every host. */
function initialAccount({ spec }: Server): string | undefined {
  const whole = spec.at('database').given && credentials.some((each) => spec.at(each).given);
  const { text } = spec.at('username');
  return whole && text ? `${text}@%` : undefined;
}
