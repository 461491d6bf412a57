import type { AlteredObject } from '../../changes/index.js';
import { canonical } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { changedSets, variableOf } from './changed-sets.js';

/** Passwords and the first account are read when a cluster is made, and never again. */
export const firstStartOnly = defineRule({
  id: 'galera/first-start-only',
  severity: 'warning',
  changeClass: 'one-way',
  why: 'the image reads it at the first start of an empty cluster: now every member restarts, and no account and no password changes',
  source: 'MariaDB/mariadb-docker docker-entrypoint.sh',
  messages: {
    ignored: (p: { database: string; what: string; verb: string }) =>
      `${p.what} of ${p.database} ${p.verb} read at the first start only, which was long ago`,
  },
  checkChange(change, report) {
    for (const object of changedSets(change)) {
      const what = [
        ...(secretOf(object, 'root-password') ? ['the secret of root’s password'] : []),
        ...(isOtherUser(object) ? ['the initial account'] : []),
      ];
      if (what.length === 0) continue;
      report('ignored', {
        database: object.after.manifest.name,
        what: listed(what),
        verb: what.length > 1 ? 'are' : 'is',
      })
        .at(
          change.placeAt(
            object,
            what.length === 1 && isOtherUser(object) ? '.statefulset.initialUser' : '.rootPasswordSecret',
          ),
        )
        .about(change.nameOf(object))
        .fix(
          'change passwords and accounts in the server, by ALTER USER and CREATE USER, and leave this as it is',
        );
    }
  },
});

/** Whether the secret of a volume is another one. */
function secretOf(object: AlteredObject, name: string): boolean {
  const of = (side: 'before' | 'after') =>
    object[side].manifest.root
      .at('spec', 'template', 'spec', 'volumes')
      .items()
      .find((each) => each.at('name').text === name)
      ?.at('secret').value;
  return canonical(of('before') ?? null) !== canonical(of('after') ?? null);
}

function isOtherUser(object: AlteredObject): boolean {
  const names = ['MARIADB_USER', 'MARIADB_DATABASE'];
  return (
    names.some((name) => variableOf(object.before, name) !== variableOf(object.after, name)) ||
    secretOf(object, 'user-password')
  );
}
