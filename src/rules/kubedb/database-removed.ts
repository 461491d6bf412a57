import { entryOf } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';

const databaseKinds = [
  ['MariaDB', 'kubedb.com'],
  ['Postgres', 'kubedb.com'],
  ['MariaDB', 'k8s.mariadb.com'],
  ['StatefulSet', 'apps'],
] as const;

const kept = {
  WipeOut: 'its volumes, password and backups go with it',
  Delete: 'its volumes go with it',
  Halt: 'its volumes, password and backups stay',
} as const;

const policies = Object.keys(kept);

/** A database that leaves the topology is deleted with what its deletionPolicy says. */
export const databaseRemoved = defineRule({
  id: 'kubedb/database-removed',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'its servers stop for good at once, and nobody brings back a volume that is deleted',
  source:
    'kubedb/docs docs/guides/mariadb/concepts/mariadb/index.md; kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go',
  messages: {
    removed: (p: { database: string; policy: keyof typeof kept }) =>
      `${p.database} is deleted, and ${kept[p.policy]}`,
    refused: (p: { database: string }) =>
      `${p.database} is deleted, which its deletionPolicy DoNotTerminate refuses`,
  },
  checkChange(change, report) {
    const replaced = new Set<string | undefined>();
    for (const [kind, group] of databaseKinds)
      for (const { kind: what, after } of change.of(kind, group))
        if (what === 'added') replaced.add(entryOf(after));
    for (const [kind, group] of databaseKinds.slice(0, 2)) {
      for (const object of change.of(kind, group)) {
        if (object.kind !== 'removed') continue;
        const entry = entryOf(object.before);
        // Another one in its place is told of by provider/another-database.
        if (entry !== undefined && replaced.has(entry)) continue;
        const { name, namespace, root } = object.before.manifest;
        const database = `${namespace ?? ''}/${name}`.replace(/^\//, '');
        const policy = root.at('spec', 'deletionPolicy').text ?? 'Delete';
        const open =
          policy === 'DoNotTerminate'
            ? report('refused', { database })
            : report('removed', { database, policy: isKept(policy) ? policy : 'Delete' });
        open
          .at(change.placeAt(object, '.name'))
          .about(change.nameOf(object))
          .fix(
            policy === 'DoNotTerminate'
              ? 'take a backup, and remove it in two commits, of which the first writes Halt: dbspan plan gives them. Or write the entry again'
              : 'take a backup and try it; or write the entry again, with deletionPolicy: DoNotTerminate',
          );
      }
    }
  },
});

function isKept(policy: string): policy is keyof typeof kept {
  return policies.includes(policy);
}
