import type { ChangeSubject, ObjectChange, SliceReading } from '../../changes/index.js';

/** Kinds of KubeDB whose pods are on a slice. */
export const databaseKinds = ['MariaDB', 'Postgres'] as const;

/** Names of the databases that the new output has in namespaces of a slice. */
export function databasesOn(change: ChangeSubject, namespaces: Iterable<string>): string[] {
  const wanted = new Set(namespaces);
  return databaseKinds.flatMap((kind) =>
    change
      .objectsOf('after', kind, 'kubedb.com')
      .flatMap(({ manifest }) => (wanted.has(manifest.namespace ?? '') ? [manifest.name] : [])),
  );
}

/** Whether a slice goes, and another comes that takes over its databases. */
export function isReplaced(
  change: ChangeSubject,
  { object, goes, before }: { object: ObjectChange; goes: boolean; before: SliceReading | undefined },
): boolean {
  return goes && object.kind !== 'removed' && before !== undefined
    ? databasesOn(change, before.namespaces.keys()).length > 0
    : false;
}

/** A SliceConfig’s object beside its reading, as messages call it. */
export function sliceText({ name }: SliceReading): string {
  return `SliceConfig ${name}`;
}
