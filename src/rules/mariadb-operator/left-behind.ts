import type { OutputObject } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { followers, goneObject, lastingServers, operatorGroup, serverKey } from './changed-objects.js';

/** Accounts, privileges and databases that stay in a server when their objects go. */
export const leftBehind = defineRule({
  id: 'mariadb-operator/left-behind',
  severity: 'info',
  changeClass: 'security',
  why: 'their cleanupPolicy is Skip: what they stand for stays in the server, with its passwords, privileges and data, and nobody looks after it any more',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/base_types.go',
  messages: {
    stays: (p: { server: string; names: string }) =>
      `${p.server} keeps what leaves the repository: ${p.names}`,
  },
  checkChange(change, report) {
    const lasting = lastingServers(change);
    const following = followers(change, 'after');
    const groups = new Map<string, { gone: OutputObject; change: Parameters<typeof change.nameOf>[0] }[]>();
    for (const kind of ['User', 'Grant', 'Database']) {
      for (const object of change.of(kind, operatorGroup)) {
        const gone = goneObject(object);
        // Between clusters they move with the primary.
        if (
          !gone ||
          object.kind === 'moved' ||
          !lasting.has(serverKey(gone)) ||
          following.has(serverKey(gone))
        )
          continue;
        if (gone.manifest.root.at('spec', 'cleanupPolicy').text !== 'Skip') continue;
        const group = groups.get(serverKey(gone)) ?? [];
        groups.set(serverKey(gone), group);
        group.push({ gone, change: object });
      }
    }
    for (const group of groups.values()) {
      const [first] = group;
      if (!first) continue;
      const names = firstOf(group.map(({ gone: { manifest } }) => `${manifest.kind} ${manifest.name}`));
      const open = report('stays', {
        server: first.gone.manifest.root.at('spec', 'mariaDbRef', 'name').text ?? '',
        names,
      })
        .at(change.placeOf(first.change))
        .fix('take it out of the server by hand, by DROP or REVOKE, when nobody needs it');
      for (const each of group) open.about(change.nameOf(each.change));
    }
  },
});
