import type { Report, Span } from '../../diagnostics/index.js';
import type { DatabasePlan } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { type DatabaseObject, databaseObjects, identityOf, mariadbModeOf } from '../database-objects.js';
import { clustersOf, type PlacementPolicyManifest, policiesByName } from '../placement-policies.js';
import { defineRule } from '../rule.js';
import { endsLikeReplica, volumeTwin, worksByName } from '../work-names.js';

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
  policyDefault: (p: { database: string }) =>
    `${p.database} takes the PlacementPolicy default, which KubeDB has made already`,
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
  checkPlan({ databases }, report) {
    for (const database of databases) checkLength(database, report);
    const distributed = databases.filter((database) => database.distributed);
    for (const database of distributed) checkOrdinal(database, report);
    checkVolumes(distributed, report);
    checkPolicies(distributed, report);
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
    const { name, namespace, placementPolicy: policy } = database;
    const other = seen.get(policy);
    if (policy === 'default') {
      report('policyDefault', { database: name })
        .at(policySpan(database))
        .fix(`remove it: ${namespace}-${name} is the default`);
    } else if (other) {
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
    if (!object.name.startsWith('data-')) continue;
    const stem = object.name.slice('data-'.length);
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
