import type { AlteredObject, ChangeSubject, ObjectChange, OutputObject } from '../../changes/index.js';

/** API group of the operator's kinds. */
export const operatorGroup = 'k8s.mariadb.com';

/** Objects of a kind that stay what they are to the API server, with other values. */
export function changedObjects(change: ChangeSubject, kind: string): AlteredObject[] {
  return change
    .of(kind, operatorGroup)
    .filter((object): object is AlteredObject => object.kind === 'changed' && object.fields.length > 0);
}

/** What a MariaDB object says of its servers. */
export interface Shape {
  readonly replication: 'galera' | 'primary-replica' | 'none';
  readonly replicas: number;
}

/** How many servers a MariaDB object asks for, and how they follow each other. */
export function shapeOf({ manifest: { root } }: OutputObject): Shape {
  const spec = root.at('spec');
  const isOn = (name: string) => spec.at(name, 'enabled').flag === true;
  return {
    replication: isOn('galera') ? 'galera' : isOn('replication') ? 'primary-replica' : 'none',
    replicas: spec.at('replicas').number ?? 1,
  };
}

/** What tells a MariaDB of a cluster from the others: of the object itself, or of what refers to it. */
export function serverKey({ cluster, manifest }: OutputObject): string {
  const reference = manifest.root.at('spec', 'mariaDbRef');
  const name = manifest.kind === 'MariaDB' ? manifest.name : reference.at('name').text;
  return `${cluster}\n${reference.at('namespace').text ?? manifest.namespace ?? ''}\n${name ?? ''}`;
}

/** The MariaDBs that are there before and after, whatever else becomes of them. */
export function lastingServers(change: ChangeSubject): ReadonlySet<string> {
  const before = new Set(change.objectsOf('before', 'MariaDB', operatorGroup).map(serverKey));
  const after = change.objectsOf('after', 'MariaDB', operatorGroup).map(serverKey);
  return new Set(after.filter((key) => before.has(key)));
}

/** The MariaDBs of an output that follow the primary of another cluster: accounts, databases and backups are not theirs. */
export function followers(change: ChangeSubject, side: 'before' | 'after'): ReadonlySet<string> {
  const found = new Set<string>();
  for (const object of change.objectsOf(side, 'MariaDB', operatorGroup)) {
    const among = object.manifest.root.at('spec', 'multiCluster');
    if (among.at('enabled').flag === true && among.at('primary').text !== object.manifest.name)
      found.add(serverKey(object));
  }
  return found;
}

/** The old object of a change by which something goes from its cluster for good; undefined for all others. */
export function goneObject(object: ObjectChange): OutputObject | undefined {
  return object.kind === 'removed' || object.kind === 'renamed' || object.kind === 'moved'
    ? object.before
    : undefined;
}
