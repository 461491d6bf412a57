import { defineRule } from '../rule.js';
import { followers, goneObject, lastingServers, operatorGroup, serverKey } from './changed-objects.js';

/** A backup whose schedule goes. */
export const backupRemoved = defineRule({
  id: 'mariadb-operator/backup-removed',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'from then on nobody makes it, and what it made before is neither looked after nor deleted',
  source: 'mariadb-operator/mariadb-operator internal/controller/physicalbackup_controller.go',
  messages: {
    one: (p: { backup: string; server: string }) => `${p.backup} of ${p.server} is made no more`,
    last: (p: { backup: string; server: string }) =>
      `${p.backup} is made no more, and ${p.server} is left without a backup`,
  },
  checkChange(change, report) {
    const lasting = lastingServers(change);
    const following = followers(change, 'after');
    const kept = new Set(
      ['PhysicalBackup', 'Backup'].flatMap((kind) =>
        change.objectsOf('after', kind, operatorGroup).map(serverKey),
      ),
    );
    for (const kind of ['PhysicalBackup', 'Backup']) {
      for (const object of change.of(kind, operatorGroup)) {
        const gone = goneObject(object);
        if (
          !gone ||
          object.kind === 'moved' ||
          !lasting.has(serverKey(gone)) ||
          following.has(serverKey(gone))
        )
          continue;
        const server = gone.manifest.root.at('spec', 'mariaDbRef', 'name').text ?? '';
        const isLast = !kept.has(serverKey(gone));
        report(isLast ? 'last' : 'one', { backup: gone.manifest.name, server })
          .at(change.placeOf(object))
          .about(change.nameOf(object))
          .fix(
            isLast
              ? 'write another backup first, and take this one out when that has run'
              : 'keep what it made where somebody finds it, or delete it',
          );
      }
    }
  },
});
