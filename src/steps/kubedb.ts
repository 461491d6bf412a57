import {
  type AlteredObject,
  type ChangeSubject,
  databaseRequests,
  fieldAt,
  type ObjectChange,
  type OutputObject,
  versionRequest,
} from '../changes/index.js';
import type { Reached } from '../charts/runbook-step.js';
import { databasesOf, type KubedbDatabasePlan, upgradeOf } from '../plan/index.js';
import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import {
  namesFree,
  namespaceThere,
  oldDatabaseGone,
  ordinalsOf,
  policyBeforeDatabase,
  policyKept,
  removalAllowed,
  replacement,
  scaledDown,
  scaledUp,
  upgraded,
} from './kubedb-reasons.js';
import { differenceWait, type RequestSite, requestPreparation } from './kubedb-requests.js';
import type { Ordering, Sequence, State, Transition } from './model.js';
import { Reach } from './reach.js';
import { standsBeside } from './replacement.js';

/** KubeDB: requests before edits, a policy around the replicas that it places, and databases that go. */
export const kubedbSequence: Sequence = { system: 'kubedb', arrange };

/** What is looked up again and again. */
interface Known {
  readonly namespaces: readonly ObjectChange[];
  readonly newNamespaces: readonly ObjectChange[];
  readonly order: Ordering;
  /** Policies that come, change or go, by their names on either side. */
  readonly policies: { readonly before: Objects; readonly after: Objects };
  readonly plans: ReadonlyMap<string, KubedbDatabasePlan>;
  readonly reach: Reach;
}

type Objects = ReadonlyMap<string, ObjectChange>;

function arrange(change: ChangeSubject, order: Ordering): void {
  const databases = ['MariaDB', 'Postgres'].flatMap((kind) => change.of(kind, 'kubedb.com'));
  if (databases.length > 0) {
    const known = knownOf(change, order);
    const used = new Set(databases.flatMap(({ before }) => (before ? [policyOf(before)] : [])));
    for (const [name, object] of known.policies.before)
      if (used.has(name) && (object.kind === 'renamed' || object.kind === 'moved')) keepPolicy(object, known);
    for (const object of databases) {
      if (object.kind === 'changed') arrangeChanged(object, known);
      else if (object.kind === 'added') arrangeAdded(object, known);
      else if (object.kind === 'removed') arrangeRemoved(object, known);
      else if (object.kind === 'renamed' || object.kind === 'moved') arrangeReplaced(object, known);
    }
  }
  removeBeforeReplaced(change, order);
}

function knownOf(change: ChangeSubject, order: Ordering): Known {
  const policies = change.of('PlacementPolicy', 'apps.k8s.appscode.com');
  const byName = (side: 'before' | 'after') =>
    new Map(
      policies.flatMap((object) => {
        const found = object[side];
        return found ? [[found.manifest.name, object] as const] : [];
      }),
    );
  return {
    namespaces: change.of('Namespace', '').filter(({ kind }) => kind === 'removed'),
    newNamespaces: change.of('Namespace', '').filter(({ kind }) => kind === 'added'),
    order,
    policies: { before: byName('before'), after: byName('after') },
    plans: new Map(
      change.plans
        .flatMap((plan) => databasesOf(plan, 'kubedb'))
        .map((database) => [`${database.home.name}/${database.namespace}/${database.name}`, database]),
    ),
    reach: new Reach(change),
  };
}

/** Name of the policy that a distributed database names. */
function policyOf({ manifest }: OutputObject): string {
  const spec = manifest.root.at('spec');
  if (spec.at('distributed').flag !== true) return '';
  return spec.at('podTemplate', 'spec', 'podPlacementPolicy', 'name').text ?? '';
}

function arrangeAdded(object: Extract<ObjectChange, { kind: 'added' }>, { order, policies }: Known): void {
  const policy = policies.after.get(policyOf(object.after));
  if (!policy) return;
  const isReplaced = policy.kind === 'renamed' || policy.kind === 'moved';
  order.before(isReplaced ? { object: policy, stage: 0 } : policy, object, policyBeforeDatabase);
}

function arrangeChanged(object: AlteredObject, known: Known): void {
  const { order, policies } = known;
  const last = { object, stage: arrangeRequests(object, known) };
  const [from, to] = [policyOf(object.before), policyOf(object.after)];
  const policy = policies.after.get(to);
  if (from !== to) {
    const old = policies.before.get(from);
    if (policy?.kind === 'added') order.before(policy, last, policyBeforeDatabase);
    if (policy?.kind === 'renamed') order.before({ object: policy, stage: 0 }, last, policyBeforeDatabase);
    if (old?.kind === 'removed') order.before(last, old, policyKept);
    if (old?.kind === 'renamed') order.before(last, { object: old, stage: 1 }, policyKept);
    return;
  }
  if (policy?.kind !== 'changed') return;
  const [count, wanted] = [object.before, object.after].map(({ manifest }) => {
    return manifest.root.at('spec', 'replicas').number ?? 1;
  });
  if (count === undefined || wanted === undefined || count === wanted) return;
  const site = {
    database: object.after.manifest,
    home: known.reach.one(object.after.cluster),
    from: count,
    to: wanted,
  };
  if (wanted > count)
    order.before(policy, last, scaledUp({ ...site, policy: to, clusters: ordinalsOf(policy.after) }));
  else order.before(last, policy, scaledDown({ ...site, clusters: ordinalsOf(policy.before) }));
}

/** The requests before a change, an upgrade in several steps a commit each. The stage of its last transition. */
function arrangeRequests(object: AlteredObject, { order, plans, reach }: Known): number {
  const { cluster, manifest } = object.after;
  const site: RequestSite = {
    object,
    home: reach.one(cluster),
    plan: plans.get(`${cluster}/${manifest.namespace ?? ''}/${manifest.name}`),
  };
  const hops = hopsOf(object);
  if (hops.length > 0) {
    const states = hops.map((version): State => {
      const value = withSpec(object.before.manifest.root.value, { version });
      return { value, what: `upgraded to ${version}`, reason: upgraded(site.home, manifest, version) };
    });
    order.through(object, states);
    for (const [stage, version] of hops.entries())
      order.prepare({ object, stage }, requestPreparation(site, versionRequest(version)));
  }
  const last = { object, stage: hops.length };
  const requests = databaseRequests(object);
  for (const [index, request] of requests.entries()) {
    const preparation = requestPreparation(site, request);
    const isLast = index === requests.length - 1;
    const waits = isLast ? [...preparation.waits, differenceWait(site)] : preparation.waits;
    order.prepare(last, { ...preparation, waits });
  }
  return last.stage;
}

/** The versions on the way of an upgrade that does not go at once. */
function hopsOf(object: AlteredObject): readonly string[] {
  if (!fieldAt(object, 'spec', 'version')) return [];
  const [from, to] = [object.before, object.after].map(
    ({ manifest }) => manifest.root.at('spec', 'version').text,
  );
  if (from === undefined || to === undefined) return [];
  const engine = object.after.manifest.kind === 'MariaDB' ? 'mariadb' : 'postgres';
  const upgrade = upgradeOf(engine, from, to);
  return upgrade.standing === 'allowed' ? upgrade.over : [];
}

function arrangeRemoved(object: Extract<ObjectChange, { kind: 'removed' }>, known: Known): void {
  const { order, policies, namespaces } = known;
  const { manifest, cluster } = object.before;
  const home = known.reach.one(cluster);
  const releasing = released(manifest.root.value);
  if (releasing) {
    const { value, policy } = releasing;
    order.through(object, [
      { value, what: `with deletionPolicy ${policy}`, reason: removalAllowed(home, manifest, policy) },
    ]);
  }
  const policy = policies.before.get(policyOf(object.before));
  const gone = oldDatabaseGone(home, manifest, policy?.before && ordinalsOf(policy.before));
  if (policy?.kind === 'removed') order.before(object, policy, gone);
  for (const namespace of namespaces)
    if (namespace.before?.manifest.name === manifest.namespace) order.before(object, namespace, gone);
}

/** A database under another name, or on another cluster, stands beside the old one until the data are moved. */
function arrangeReplaced(
  object: Extract<ObjectChange, { kind: 'renamed' | 'moved' | 'rearranged' }>,
  known: Known,
): void {
  const { order, policies, namespaces } = known;
  const { manifest, cluster } = object.before;
  const releasing = released(manifest.root.value);
  const home = known.reach.one(cluster);
  const old = policies.before.get(policyOf(object.before));
  const clusters = old?.before && ordinalsOf(old.before);
  const gone = oldDatabaseGone(home, manifest, clusters);
  const isBeside = standsBeside(object);
  if (isBeside) {
    const what = releasing
      ? `beside the old one, which gets deletionPolicy ${releasing.policy}`
      : 'beside the old one';
    const value = releasing?.value ?? manifest.root.value;
    order.through(object, [
      { value, what, beside: true, reason: replacement(home, manifest, object.after.manifest) },
    ]);
  } else order.through(object, inTurn(object, home, clusters));
  const arrival: Transition = { object, stage: isBeside ? 0 : -1 };
  const departure: Transition = { object, stage: isBeside ? 1 : releasing ? 1 : 0 };
  if (old?.kind === 'removed') order.before(departure, old, gone);
  if (old?.kind === 'renamed' || old?.kind === 'moved')
    order.before(departure, { object: old, stage: 1 }, gone);
  const young = policies.after.get(policyOf(object.after));
  if (young?.kind === 'renamed' || young?.kind === 'moved')
    order.before({ object: young, stage: 0 }, arrival, policyBeforeDatabase);
  else if (young) order.before(young, arrival, policyBeforeDatabase);
  for (const namespace of namespaces)
    if (namespace.before?.manifest.name === manifest.namespace) order.before(departure, namespace, gone);
  for (const namespace of known.newNamespaces)
    if (namespace.after?.manifest.name === object.after.manifest.namespace)
      order.before(namespace, arrival, namespaceThere);
}

/** A database that cannot stand beside the old one comes when that is gone. */
function inTurn(
  { before }: Extract<ObjectChange, { kind: 'renamed' | 'moved' | 'rearranged' }>,
  home: Reached,
  clusters: ReadonlyMap<number, string> | undefined,
): State[] {
  const { manifest } = before;
  const releasing = released(manifest.root.value);
  const gone: State = { value: undefined, what: 'gone', reason: namesFree(home, manifest, clusters) };
  if (!releasing) return [gone];
  const { value, policy } = releasing;
  const reason = removalAllowed(home, manifest, policy);
  return [{ value, what: `with deletionPolicy ${policy}`, reason }, gone];
}

/** A policy under another name: both are there for a while. */
function keepPolicy(object: ObjectChange, { order }: Known): void {
  const value = object.before?.manifest.root.value;
  order.through(object, [{ value, what: 'beside the old one', beside: true, reason: policyKept }]);
}

/** An object with a policy that lets it be deleted: undefined when it has one. Volumes and secrets stay where that is possible. */
function released(value: Value | undefined): { readonly value: Value; readonly policy: string } | undefined {
  const spec = isMapping(value) ? value['spec'] : undefined;
  if (!isMapping(spec) || spec['deletionPolicy'] !== 'DoNotTerminate') return undefined;
  const policy = spec['storageType'] === 'Ephemeral' ? 'Delete' : 'Halt';
  return { value: withSpec(value, { deletionPolicy: policy }), policy };
}

function withSpec(value: Value | undefined, fields: { readonly [key: string]: Value }): Value {
  if (!isMapping(value)) return value ?? null;
  const spec = value['spec'];
  return { ...value, spec: { ...(isMapping(spec) ? spec : {}), ...fields } };
}

const databaseKinds = [
  ['MariaDB', 'kubedb.com'],
  ['Postgres', 'kubedb.com'],
  ['MariaDB', 'k8s.mariadb.com'],
  ['StatefulSet', 'apps'],
] as const;

/** A database that another provider runs from now on, or another engine is, has the names of the old one: that goes first. */
function removeBeforeReplaced(change: ChangeSubject, order: Ordering): void {
  const objects = databaseKinds.flatMap(([kind, group]) => change.of(kind, group));
  const added = new Map<string, ObjectChange>();
  const reach = new Reach(change);
  const placed = new Map(
    change
      .objectsOf('before', 'PlacementPolicy', 'apps.k8s.appscode.com')
      .map((policy) => [policy.manifest.name, ordinalsOf(policy)] as const),
  );
  for (const object of objects)
    if (object.kind === 'added') added.set(`${object.after.cluster} ${entryOf(object.after)}`, object);
  for (const object of objects) {
    if (object.kind !== 'removed' || entryOf(object.before) === '') continue;
    const { manifest, cluster } = object.before;
    const young = added.get(`${cluster} ${entryOf(object.before)}`);
    if (!young?.after) continue;
    order.before(object, young, namesFree(reach.one(cluster), manifest, placed.get(policyOf(object.before))));
  }
}

/** The topology's entry that an object comes from; empty when nobody knows. */
function entryOf({ file }: OutputObject): string {
  return /^[^/]*\/databases\[[^\]]*\]/.exec(file.source)?.[0] ?? '';
}
