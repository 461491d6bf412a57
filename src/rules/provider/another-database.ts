import type { ChangeSubject, ObjectChange } from '../../changes/index.js';
import { entryOf } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';

/** The objects that are a database, with what runs them. */
const kinds = [
  ['MariaDB', 'kubedb.com', 'kubedb', 'MariaDB'],
  ['Postgres', 'kubedb.com', 'kubedb', 'Postgres'],
  ['MariaDB', 'k8s.mariadb.com', 'mariadb-operator', 'MariaDB'],
  ['StatefulSet', 'apps', 'statefulset', 'MariaDB'],
] as const;

/** A database that another operator runs, that is another server, or that has another name or place is another database: an empty one. */
export const anotherDatabase = defineRule({
  id: 'provider/another-database',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'nothing moves the data: an empty database is made, and the one that holds them is deleted, or left behind',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go',
  messages: {
    provider: (p: { database: string; from: string; to: string }) =>
      `${p.database} goes from ${p.from} to ${p.to}: a new database without data`,
    engine: (p: { database: string; from: string; to: string }) =>
      `${p.database} is a ${p.to} now, not a ${p.from}: a new database without data`,
    renamed: (p: { from: string; to: string }) => `${p.from} becomes ${p.to}: a new database without data`,
    moved: (p: { database: string; from: string; to: string }) =>
      `${p.database} goes from cluster ${p.from} to ${p.to}: a new database without data`,
  },
  checkChange(change, report) {
    const gone = new Map<string, Found>();
    for (const found of objectsOf(change)) {
      const { object } = found;
      if (object.kind === 'removed') {
        const entry = entryOf(object.before);
        if (entry !== undefined && !gone.has(entry)) gone.set(entry, found);
      }
      if (object.kind !== 'renamed' && object.kind !== 'moved') continue;
      const { before, after } = object;
      const [from, to] = [namesOf(before.manifest), namesOf(after.manifest)];
      const open =
        object.kind === 'renamed'
          ? report('renamed', { from, to })
          : report('moved', { database: to, from: before.cluster, to: after.cluster });
      open
        .at(change.placeAt(object, object.kind === 'renamed' ? '.name' : '.placement'))
        .about(change.nameOf(object))
        .fix(
          object.kind === 'renamed'
            ? 'write the old name again; or keep both entries until the data are moved, and then remove the old one'
            : 'write it as before; or make a database of another name there, move the data, and then remove this one',
        );
    }
    const told = new Set<string>();
    for (const { object, provider, engine } of objectsOf(change)) {
      if (object.kind !== 'added') continue;
      const entry = entryOf(object.after);
      const old = entry === undefined ? undefined : gone.get(entry);
      if (!old || entry === undefined || told.has(entry)) continue;
      told.add(entry);
      const database = object.after.manifest.name;
      const open =
        old.engine === engine
          ? report('provider', { database, from: old.provider, to: provider })
          : report('engine', { database, from: old.engine, to: engine });
      open
        .at(change.placeAt(object, old.engine === engine ? '.provider' : '.engine'))
        .about(change.nameOf(object))
        .about(change.nameOf(old.object))
        .fix('give it a name of its own beside the old entry, move the data, and then remove the old one');
    }
  },
});

interface Found {
  readonly object: ObjectChange;
  readonly provider: string;
  readonly engine: string;
}

function objectsOf(change: ChangeSubject): Found[] {
  return kinds.flatMap(([kind, group, provider, engine]) =>
    change
      .of(kind, group)
      .filter((object) => kind !== 'StatefulSet' || entryOf(object.after ?? object.before) !== undefined)
      .map((object) => ({ object, provider, engine })),
  );
}

function namesOf({
  namespace,
  name,
}: {
  readonly namespace: string | undefined;
  readonly name: string;
}): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}
