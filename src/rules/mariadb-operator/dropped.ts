import type { OutputObject } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { followers, goneObject, lastingServers, operatorGroup, serverKey } from './changed-objects.js';

/** Accounts, privileges and databases that the operator takes out of a server with their objects. */
export const dropped = defineRule({
  id: 'mariadb-operator/dropped',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'their cleanupPolicy is Delete, or the one that stands for it when none is said: the operator runs DROP or REVOKE in the server when the object goes, and connections of that account fail',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/base_types.go',
  messages: {
    account: (p: { server: string; names: string }) => `${p.server} loses accounts: ${p.names}`,
    privileges: (p: { server: string; names: string }) => `${p.server} takes privileges away: ${p.names}`,
    database: (p: { server: string; names: string }) =>
      `${p.server} loses databases with all data: ${p.names}`,
  },
  checkChange(change, report) {
    const lasting = lastingServers(change);
    const following = followers(change, 'after');
    const accounts = new Set<string>();
    for (const [kind, message] of [
      ['User', 'account'],
      ['Grant', 'privileges'],
      ['Database', 'database'],
    ] as const) {
      const groups = new Map<
        string,
        { objects: OutputObject[]; changes: Parameters<typeof change.nameOf>[0][] }
      >();
      for (const object of change.of(kind, operatorGroup)) {
        const gone = goneObject(object);
        if (!gone || !lasting.has(serverKey(gone)) || following.has(serverKey(gone))) continue;
        const spec = gone.manifest.root.at('spec');
        if (spec.at('cleanupPolicy').text === 'Skip') continue;
        const key = serverKey(gone);
        if (kind === 'User') accounts.add(`${key}\n${accountOf(gone)}`);
        // The privileges of an account that goes go with it.
        if (kind === 'Grant' && accounts.has(`${key}\n${accountOf(gone)}`)) continue;
        const group = groups.get(key) ?? { objects: [], changes: [] };
        groups.set(key, group);
        group.objects.push(gone);
        group.changes.push(object);
      }
      for (const { objects, changes } of groups.values()) {
        const [first] = changes;
        const server = objects[0]?.manifest.root.at('spec', 'mariaDbRef', 'name').text ?? '';
        if (!first) continue;
        const open = report(message, { server, names: firstOf(objects.map(wordsOf)) })
          .at(change.placeOf(first))
          .fix(
            kind === 'Database'
              ? 'make a last backup, or write the database again'
              : 'see that nobody uses it any more; an account of another name is another account',
          );
        for (const each of changes) open.about(change.nameOf(each));
      }
    }
  },
});

function accountOf({ manifest: { kind, root } }: OutputObject): string {
  const spec = root.at('spec');
  const name = spec.at(kind === 'User' ? 'name' : 'username').text ?? '';
  return `${name}@${spec.at('host').text ?? '%'}`;
}

function wordsOf(object: OutputObject): string {
  const { kind, name, root } = object.manifest;
  const spec = root.at('spec');
  if (kind === 'Database') return spec.at('name').text ?? name;
  if (kind === 'User') return accountOf(object);
  const { database, table } = {
    database: spec.at('database').text ?? '*',
    table: spec.at('table').text ?? '*',
  };
  return `${accountOf(object)} on ${database}.${table}`;
}
