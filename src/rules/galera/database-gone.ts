import { defineRule } from '../rule.js';

/** A database that goes leaves its volumes, and one of another name or place starts without them. */
export const databaseGone = defineRule({
  id: 'galera/database-gone',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'deleting the StatefulSet stops all members; their volumes stay behind, and no other database finds them',
  source: 'kubernetes/kubernetes pkg/controller/statefulset/stateful_set_control.go',
  messages: {
    gone: (p: { database: string; cluster: string }) =>
      `the members of ${p.database} on ${p.cluster} go, and their volumes stay behind`,
    replaced: (p: { database: string; cluster: string; next: string }) =>
      `${p.database} on ${p.cluster} would go, and ${p.next} would start empty in its place`,
  },
  checkChange(change, report) {
    for (const object of change.of('StatefulSet', 'apps')) {
      if (object.kind !== 'removed' && object.kind !== 'renamed' && object.kind !== 'moved') continue;
      const { cluster, manifest } = object.before;
      const { name } = manifest;
      const { after } = object;
      const open =
        after === undefined
          ? report('gone', { database: name, cluster })
          : report('replaced', {
              database: name,
              cluster,
              next:
                object.kind === 'moved'
                  ? `${after.manifest.name} on ${after.cluster}`
                  : `${after.manifest.namespace ?? ''}/${after.manifest.name}`,
            });
      open
        .at(change.placeOf(object))
        .about(change.nameOf(object))
        .fix(
          after === undefined
            ? `make a last dump; delete the claims with the label app.kubernetes.io/instance=${name} when nobody needs the data`
            : 'write both, restore a dump of the old one in the new one, move the clients, and take the old one out in another commit',
        );
    }
  },
});
