import type { ManifestSet } from '../../manifests/index.js';
import { mariadbName, mariadbNumber } from '../../server-options/index.js';
import { defineRule } from '../rule.js';
import { serverOptions } from './configuration.js';
import { nameSpan, objectsOf, referenceKey, serversByName, serversOf } from './operator-objects.js';

/** A user says how many connections it may have, and not more than the server has. */
export const userConnections = defineRule({
  id: 'mariadb-operator/user-connections',
  severity: 'warning',
  why: 'a user of which nothing is said gets 10 connections, and a pool that wants more sees max_user_connections errors under load; a limit above that of the server limits nothing',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/user_types.go',
  messages: {
    unsaid: (p: { user: string }) => `${p.user} does not say how many connections it may have, and gets 10`,
    above: (p: { user: string; limit: number; database: string; most: number }) =>
      `${p.user} may have ${p.limit} connections, and ${p.database} has ${p.most} for all`,
  },
  checkManifests(manifests, report) {
    const servers = serversByName(serversOf(manifests));
    const mostOf = connectionsByServer(manifests);
    for (const user of objectsOf(manifests, 'User')) {
      const spec = user.root.at('spec');
      const field = spec.at('maxUserConnections');
      const reference = spec.at('mariaDbRef');
      if (!field.given) {
        report('unsaid', { user: user.name })
          .at(nameSpan(user))
          .fix('write maxUserConnections: the sum of the pools that use it; 0 is no limit');
        continue;
      }
      const key = reference.at('kind').text === 'ExternalMariaDB' ? undefined : referenceKey(user, reference);
      const most = mostOf.get(key ?? '');
      const limit = field.number;
      if (key === undefined || most === undefined || limit === undefined || limit <= most) continue;
      report('above', { user: user.name, limit, database: servers.get(key)?.name ?? '', most })
        .at(field.span)
        .fix('raise max_connections of the server and its memory, or lower this');
    }
  },
});

/** max_connections of the databases that say it in myCnf. */
function connectionsByServer(manifests: ManifestSet): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [key, server] of serversByName(serversOf(manifests))) {
    for (const { name, value } of serverOptions(server)) {
      const number = mariadbName(name).key === 'max-connections' ? mariadbNumber(value ?? '') : undefined;
      if (number !== undefined) found.set(key, number);
    }
  }
  return found;
}
