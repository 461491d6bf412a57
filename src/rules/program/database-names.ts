import type { Span } from '../../diagnostics/index.js';
import type { DatabasePlan, Plan } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { fileOf } from '../sliced-plans.js';
import { volumePrefix } from '../work-names.js';

const messages = {
  object: (p: { database: string; namespace: string; home: string; file: string }) =>
    `${p.file} has a database ${p.database} in the namespace ${p.namespace} of ${p.home} as well`,
  derived: (p: { database: string; other: string; file: string }) =>
    `${p.database} is called like a service that KubeDB makes for ${p.other}, one of the two in ${p.file}`,
  work: (p: { database: string; cluster: string; file: string }) =>
    `${p.file} has a database called ${p.database} on ${p.cluster} as well`,
  volume: (p: { database: string; other: string; cluster: string; file: string }) =>
    `on ${p.cluster} the pods of ${p.database} are called like the volumes of ${p.other}, one of the two in ${p.file}`,
  policy: (p: { policy: string; database: string; other: string; file: string }) =>
    `${p.database} has the same PlacementPolicy, ${p.policy}, as ${p.other} of ${p.file}`,
};

interface Known {
  readonly plan: Plan;
  readonly database: DatabasePlan;
}

/** Databases of different files stay apart as those of one file do. */
export const databaseNames = defineRule({
  id: 'program/database-names',
  severity: 'error',
  why: 'on one hub the name is all that tells their objects apart, and OCM’s work objects for pods and volumes do not even carry the namespace: those of the second replace those of the first, or never come to be',
  source:
    'kubeops/petset pkg/controller/petset/pet_manifest_work_control.go; kubedb/apimachinery apis/kubedb/v1/mariadb_helpers.go',
  messages,
  checkProgram(plans, report) {
    const first = new Map<string, Known>();
    for (const plan of plans) {
      for (const database of plan.databases) {
        let met: { readonly key: Key; readonly known: Known } | undefined;
        for (const key of keysOf(plan, database)) {
          const known = first.get(key.text);
          // What meets within a file was reported for that file, and two files of one name are program/duplicate-topology.
          if (known && known.plan.name !== plan.name) met ??= { key, known };
        }
        if (met) reportMeeting({ plan, database }, met.known, met.key);
        for (const { text } of takenBy(plan, database)) {
          if (!first.has(text)) first.set(text, { plan, database });
        }
      }
    }

    function reportMeeting(here: Known, there: Known, key: Key): void {
      const file = fileOf(there.plan);
      const { name, namespace, home } = here.database;
      const other = there.database.name;
      if (key.kind === 'object') {
        report('object', { database: name, namespace, home: home.name, file })
          .at(nameSpan(here.database), 'again here')
          .related(nameSpan(there.database), 'first here')
          .fix('remove it from one of the files, or give it a name of its own');
      } else if (key.kind === 'derived') {
        const [database, maker] = byLength(name, other);
        report('derived', { database, other: maker, file })
          .at(nameSpan(here.database))
          .related(nameSpan(there.database), 'the other')
          .fix(`give ${database} a name that does not end in -${database.slice(maker.length + 1)}`);
      } else if (key.kind === 'work') {
        report('work', { database: name, cluster: key.cluster, file })
          .at(nameSpan(here.database), `of the namespace ${namespace}`)
          .related(nameSpan(there.database), `of the namespace ${there.database.namespace}`)
          .fix(`give one of them another name, such as ${namespace}-${name}`);
      } else if (key.kind === 'volume') {
        const [pods, volumes] = byLength(name, other);
        report('volume', { database: pods, other: volumes, cluster: key.cluster, file })
          .at(nameSpan(here.database))
          .related(nameSpan(there.database), 'the other')
          .fix(`give ${pods} a name that does not start with data-`);
      } else {
        report('policy', { policy: here.database.placementPolicy, database: name, other, file })
          .at(policySpan(here.database), 'the same name')
          .related(policySpan(there.database), 'the first')
          .fix('give each a name of its own as kubedb.placementPolicy; the objects are cluster-scoped');
      }
    }
  },
});

interface Key {
  readonly kind: 'object' | 'derived' | 'work' | 'volume' | 'policy';
  readonly text: string;
  readonly cluster: string;
}

/** How the services end that KubeDB makes beside a database's own.  */
const serviceEndings = ['-pods', '-standby'] as const;

/** The longer of two names first. */
function byLength(a: string, b: string): readonly [longer: string, shorter: string] {
  return a.length > b.length ? [a, b] : [b, a];
}

/** What must be free for a database, the plainest first. */
function* keysOf(plan: Plan, database: DatabasePlan): Generator<Key> {
  const { name, placements, distributed } = database;
  yield objectKey(database);
  for (const ending of serviceEndings) {
    yield derivedKey(database, name + ending);
    if (name.endsWith(ending)) yield derivedKey(database, name.slice(0, -ending.length));
  }
  if (!distributed) return;
  const hub = plan.hub?.name ?? '';
  for (const { cluster } of placements) yield workKey(hub, cluster.name, name, 'work');
  for (const { cluster } of placements) {
    yield workKey(hub, cluster.name, volumePrefix + name, 'volume');
    if (name.startsWith(volumePrefix))
      yield workKey(hub, cluster.name, name.slice(volumePrefix.length), 'volume');
  }
  yield policyKey(hub, database);
}

/** What a database takes. */
function* takenBy(plan: Plan, database: DatabasePlan): Generator<Key> {
  yield objectKey(database);
  if (!database.distributed) return;
  const hub = plan.hub?.name ?? '';
  for (const { cluster } of database.placements) yield workKey(hub, cluster.name, database.name, 'work');
  yield policyKey(hub, database);
}

/** Engines share services, secrets and stateful sets of one name. */
function objectKey({ home, namespace, name }: DatabasePlan): Key {
  return { kind: 'object', text: `object/${home.name}/${namespace}/${name}`, cluster: home.name };
}

function derivedKey({ home, namespace }: DatabasePlan, name: string): Key {
  return { kind: 'derived', text: `object/${home.name}/${namespace}/${name}`, cluster: home.name };
}

function workKey(hub: string, cluster: string, name: string, kind: 'work' | 'volume'): Key {
  return { kind, text: `work/${hub}/${cluster}/${name}`, cluster };
}

function policyKey(hub: string, { placementPolicy }: DatabasePlan): Key {
  return { kind: 'policy', text: `policy/${hub}/${placementPolicy}`, cluster: hub };
}

function nameSpan({ source }: DatabasePlan): Span {
  return valueSpan(source, 'name');
}

function policySpan({ source }: DatabasePlan): Span {
  return source.kubedb?.placementPolicy === undefined
    ? valueSpan(source, 'name')
    : valueSpan(source.kubedb, 'placementPolicy');
}
