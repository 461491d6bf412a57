import type { Report, Span } from '../../diagnostics/index.js';
import type { DatabasePlan } from '../../plan/index.js';
import { type Database, valueSpan } from '../../topology/index.js';
import { type Meeting, meetingsOf, type PlannedDatabase } from '../database-meetings.js';
import { type DatabaseObject, databaseObjects, identityOf, mariadbModeOf } from '../database-objects.js';
import { kubedbDatabases } from '../databases.js';
import { clustersOf, type PlacementPolicyManifest, policiesByName } from '../placement-policies.js';
import { defineRule } from '../rule.js';
import { endsLikeReplica, volumePrefix, volumeTwin, worksByName } from '../work-names.js';

const messages = {
  form: (p: { database: string }) =>
    `${p.database} is no name for a database: letters, digits and hyphens, a letter first, at most 63`,
  long: (p: { database: string; limit: number; kind: string }) =>
    `${p.database} has ${p.database.length} characters, ${p.kind} may have ${p.limit}`,
  ordinal: (p: { database: string }) => `${p.database} ends like the name of a replica`,
  volume: (p: { database: string; other: string }) =>
    `${p.database} is called like the volumes of ${p.other}`,
  shared: (p: { database: string; cluster: string }) =>
    `two databases called ${p.database} share the cluster ${p.cluster}`,
  sharedElsewhere: (p: { database: string; cluster: string; file: string }) =>
    `${p.file} has a database called ${p.database} on ${p.cluster} as well`,
  volumeElsewhere: (p: { database: string; other: string; cluster: string; file: string }) =>
    `on ${p.cluster} the pods of ${p.database} are called like the volumes of ${p.other}, one of the two in ${p.file}`,
  policyElsewhere: (p: { policy: string; database: string; other: string; file: string }) =>
    `${p.database} has the same PlacementPolicy, ${p.policy}, as ${p.other} of ${p.file}`,
  policyShared: (p: { policy: string; database: string; other: string }) =>
    `${p.other} and ${p.database} have the same PlacementPolicy, ${p.policy}`,
};

/** KubeDB can derive its names from those of the databases, and OCM's work objects stay apart. */
export const names = defineRule({
  id: 'kubedb/names',
  severity: 'error',
  why: 'the names of pods, volumes and work objects are made from these without a check of their own: they are refused late, taken for another, or overwrite each other',
  source:
    'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go; kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages,
  checkTopology(topology, report) {
    if (topology.slice) checkShared(kubedbDatabases(topology), report);
  },
  checkPlan({ databases }, report) {
    for (const database of databases) checkLength(database, report);
    const distributed = databases.filter((database) => database.distributed);
    for (const database of distributed) checkOrdinal(database, report);
    checkVolumes(distributed, report);
    checkPolicies(distributed, report);
  },
  checkProgram(plans, report) {
    for (const meeting of meetingsOf(plans, wantedBy, takenBy)) reportElsewhere(meeting, report);
  },
  checkManifests(manifests, report) {
    const objects = databaseObjects(manifests);
    for (const object of objects) checkObject(object, report);
    checkWorks(objects, policiesByName(manifests), report);
  },
});

function nameSpan({ source }: DatabasePlan): Span {
  return valueSpan(source, 'name');
}

function checkLength(database: DatabasePlan, report: Report<typeof messages>): void {
  const { name, engine, replicas } = database;
  const { limit, kind } = lengthLimit(engine, replicas);
  if (name.length <= limit) return;
  report('long', { database: name, limit, kind })
    .at(nameSpan(database))
    .fix(`shorten it, for example to ${name.slice(0, limit).replace(/-+$/, '')}`);
}

/**
 * A Galera cluster is checked by the webhook. The others are limited by a label of their pods, the name and a hash of 10
 * characters in 63; a Postgres may get an arbiter, whose name is longer by 8.
 */
function lengthLimit(
  engine: DatabasePlan['engine'],
  replicas: number,
): { readonly limit: number; readonly kind: string } {
  if (engine === 'postgres') return { limit: 44, kind: 'a Postgres' };
  return replicas > 1 ? { limit: 32, kind: 'a MariaDB cluster' } : { limit: 52, kind: 'a MariaDB' };
}

function checkOrdinal(database: DatabasePlan, report: Report<typeof messages>): void {
  const { name } = database;
  if (endsLikeReplica(name)) reportOrdinal(name, nameSpan(database), report);
}

function reportOrdinal(name: string, span: Span, report: Report<typeof messages>): void {
  report('ordinal', { database: name })
    .at(span, `pods are called ${name}-0 and so on`)
    .fix(`join the number on: ${name.replace(/(-\d+)+$/, (end) => end.replaceAll('-', ''))}`);
}

/** The works of a volume and of a pod are called `data-orders-0` and `orders-0`, in the namespace of the cluster. */
function checkVolumes(databases: readonly DatabasePlan[], report: Report<typeof messages>): void {
  const works = worksByName(databases);
  for (const database of databases) {
    const twin = volumeTwin(database, works);
    if (!twin) continue;
    const { cluster, other } = twin;
    report('volume', { database: database.name, other: other.name })
      .at(nameSpan(database), `its pods would be called ${database.name}-0 and so on`)
      .related(nameSpan(other), `so are the volumes of this one on ${cluster}`)
      .fix('give it a name that does not start with data-');
  }
}

function policySpan({ source }: DatabasePlan): Span {
  return source.kubedb?.placementPolicy === undefined
    ? valueSpan(source, 'name')
    : valueSpan(source.kubedb, 'placementPolicy');
}

function checkPolicies(databases: readonly DatabasePlan[], report: Report<typeof messages>): void {
  const seen = new Map<string, DatabasePlan>();
  for (const database of databases) {
    const { name, placementPolicy: policy } = database;
    const other = seen.get(policy);
    // The policy default is placement/default-name.
    if (policy === 'default') continue;
    if (other) {
      report('policyShared', { policy, database: name, other: other.name })
        .at(policySpan(database), 'the same name')
        .related(policySpan(other), 'the first')
        .fix('give each a name of its own as kubedb.placementPolicy; the objects are cluster-scoped');
    } else seen.set(policy, database);
  }
}

/** The CRD of a database limits its name itself; that of the GitOps API does not, so the object it stands for is refused later. */
function checkObject(object: DatabaseObject, report: Report<typeof messages>): void {
  const { name, gitops } = object;
  const span = objectNameSpan(object);
  const { limit, kind } = objectLimit(object);
  const formed = /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name) && name.length <= 63;
  if (!formed) {
    if (gitops) report('form', { database: name }).at(span).fix('give it a name such as orders');
  } else if (name.length > limit) {
    report('long', { database: name, limit, kind })
      .at(span)
      .fix(`shorten it, for example to ${name.slice(0, limit).replace(/-+$/, '')}`);
  } else if (object.distributed && endsLikeReplica(name)) {
    reportOrdinal(name, span, report);
  }
}

function objectNameSpan({ manifest }: DatabaseObject): Span {
  return manifest.root.at('metadata', 'name').span;
}

/** A Postgres has an arbiter when the number of its replicas is even. */
function objectLimit(object: DatabaseObject): { readonly limit: number; readonly kind: string } {
  if (object.kind === 'MariaDB') return lengthLimit('mariadb', mariadbModeOf(object) === 'single' ? 1 : 3);
  const arbiter = object.replicas % 2 === 0 || object.spec.at('arbiter').given;
  return arbiter ? { limit: 44, kind: 'a Postgres with an arbiter' } : { limit: 52, kind: 'a Postgres' };
}

/** Works carry neither namespace nor kind. What shares a cluster is known from the policies that are there. */
function checkWorks(
  objects: readonly DatabaseObject[],
  policies: ReadonlyMap<string, PlacementPolicyManifest>,
  report: Report<typeof messages>,
): void {
  const known = new Map<string, DatabaseObject>();
  const placed = objects.map((object) => ({ object, clusters: clustersOf(object, policies) }));
  const reported = new Set<DatabaseObject>();
  for (const { object, clusters } of placed) {
    for (const cluster of clusters) {
      const other = known.get(`${cluster}/${object.name}`);
      if (!other) known.set(`${cluster}/${object.name}`, object);
      else if (identityOf(other) !== identityOf(object) && !reported.has(object)) {
        reported.add(object);
        report('shared', { database: object.name, cluster })
          .at(objectNameSpan(object), whereabouts(object))
          .related(objectNameSpan(other), whereabouts(other))
          .fix(`give one of them another name, such as ${object.namespace ?? 'own'}-${object.name}`);
      }
    }
  }
  for (const { object, clusters } of placed) {
    if (!object.name.startsWith(volumePrefix)) continue;
    const stem = object.name.slice(volumePrefix.length);
    const cluster = clusters.find((each) => known.has(`${each}/${stem}`));
    const other = known.get(`${cluster ?? ''}/${stem}`);
    if (!other) continue;
    report('volume', { database: object.name, other: other.name })
      .at(objectNameSpan(object), `its pods would be called ${object.name}-0 and so on`)
      .related(objectNameSpan(other), `so are the volumes of this one on ${cluster}`)
      .fix('give it a name that does not start with data-');
  }
}

function whereabouts({ kind, namespace }: DatabaseObject): string {
  return namespace === undefined ? `a ${kind}` : `a ${kind} of the namespace ${namespace}`;
}

/** OCM's work objects for pods and volumes carry neither namespace nor engine. */
function checkShared(databases: readonly Database[], report: Report<typeof messages>): void {
  const seen = new Map<string, Database>();
  const objects = new Set<string>();
  for (const database of databases) {
    const { name, namespace, placement } = database;
    // Two of one namespace are topology/duplicate-name.
    if (objects.has(`${namespace}/${name}`)) continue;
    objects.add(`${namespace}/${name}`);
    const clusters = new Set(placement.map(({ cluster }) => cluster));
    const cluster = [...clusters].find((each) => seen.has(`${each}/${name}`));
    const first = cluster === undefined ? undefined : seen.get(`${cluster}/${name}`);
    if (cluster === undefined || !first) {
      for (const each of clusters) seen.set(`${each}/${name}`, database);
      continue;
    }
    report('shared', { database: name, cluster })
      .at(valueSpan(database, 'name'), `of the namespace ${namespace}`)
      .related(valueSpan(first, 'name'), `of the namespace ${first.namespace}`)
      .fix(`give one of them another name, such as ${namespace}-${name}`);
  }
}

interface Key {
  readonly kind: 'work' | 'volume' | 'policy';
  readonly text: string;
  readonly cluster: string;
}

/** What must be free for a distributed database on its hub, the plainest first. */
function* wantedBy({ plan, database }: PlannedDatabase): Generator<Key> {
  const { name, placements, distributed, placementPolicy } = database;
  if (!distributed) return;
  const hub = plan.hub?.name ?? '';
  for (const { cluster } of placements) yield workKey('work', hub, cluster.name, name);
  for (const { cluster } of placements) {
    yield workKey('volume', hub, cluster.name, volumePrefix + name);
    if (name.startsWith(volumePrefix))
      yield workKey('volume', hub, cluster.name, name.slice(volumePrefix.length));
  }
  if (placementPolicy !== 'default')
    yield { kind: 'policy', text: `policy/${hub}/${placementPolicy}`, cluster: hub };
}

function* takenBy({ plan, database }: PlannedDatabase): Generator<string> {
  const { name, placements, distributed, placementPolicy } = database;
  if (!distributed) return;
  const hub = plan.hub?.name ?? '';
  for (const { cluster } of placements) yield workKey('work', hub, cluster.name, name).text;
  yield `policy/${hub}/${placementPolicy}`;
}

function workKey(kind: Key['kind'], hub: string, cluster: string, name: string): Key {
  return { kind, text: `work/${hub}/${cluster}/${name}`, cluster };
}

function reportElsewhere({ here, there, key }: Meeting<Key>, report: Report<typeof messages>): void {
  const file = there.plan.file.name;
  const { name, namespace } = here.database;
  const other = there.database.name;
  // One object in two files is topology/duplicate-name.
  if (name === other && namespace === there.database.namespace) return;
  if (key.kind === 'work') {
    report('sharedElsewhere', { database: name, cluster: key.cluster, file })
      .at(nameSpan(here.database), `of the namespace ${namespace}`)
      .related(nameSpan(there.database), `of the namespace ${there.database.namespace}`)
      .fix(`give one of them another name, such as ${namespace}-${name}`);
  } else if (key.kind === 'volume') {
    const [pods, volumes] = name.length > other.length ? [name, other] : [other, name];
    report('volumeElsewhere', { database: pods, other: volumes, cluster: key.cluster, file })
      .at(nameSpan(here.database))
      .related(nameSpan(there.database), 'the other')
      .fix(`give ${pods} a name that does not start with ${volumePrefix}`);
  } else {
    report('policyElsewhere', { policy: here.database.placementPolicy, database: name, other, file })
      .at(policySpan(here.database), 'the same name')
      .related(policySpan(there.database), 'the first')
      .fix('give each a name of its own as kubedb.placementPolicy; the objects are cluster-scoped');
  }
}
