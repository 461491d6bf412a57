import {
  type ChangeSubject,
  isGone,
  isNew,
  type ObjectChange,
  type SliceChange,
  sliceChanges,
} from '../changes/index.js';
import type { Reached } from '../charts/runbook-step.js';
import {
  onSlice,
  registered,
  resolving,
  withoutAddOn,
  withoutCluster,
  withoutMembers,
  withoutNamespaces,
  withoutProject,
  withoutReplicas,
  withoutSlice,
  withProject,
} from './kubeslice-waits.js';
import type { Ordering, Reason, Sequence, State, Transition } from './model.js';
import { Reach } from './reach.js';
import { standsBeside } from './replacement.js';
import { type Resident, residentsOf } from './residents.js';
import { withMore, withoutItsMembers, withoutItsNamespaces } from './slice-states.js';

const controllerGroup = 'controller.kubeslice.io';

/**
 * How slices and their members come and go. Down: replicas, namespaces, slice, add-on, Cluster, Project. Up: the same the other way
 * round, which the waves are. Members that leave and members that come are two changes of the slice.
 */
export const kubesliceSequence: Sequence = {
  system: 'kubeslice',
  arrange(change, order) {
    const residents = residentsOf(change);
    const paths = new Map(
      sliceChanges(change).map((slice) => [slice.object, pathOf(slice, new Reach(change), residents)]),
    );
    for (const [object, { states }] of paths) if (states.length > 0) order.through(object, states);
    const arrangement: Arrangement = { change, order, reach: new Reach(change), paths };
    arrangeReplicas(arrangement);
    arrangeNamespaces(arrangement);
    arrangeRegistrations(arrangement);
    arrangeProjects(arrangement);
    arrangeForwarding(arrangement);
  },
};

interface Arrangement {
  readonly change: ChangeSubject;
  readonly order: Ordering;
  readonly reach: Reach;
  readonly paths: ReadonlyMap<ObjectChange, SlicePath>;
}

/** The way of a SliceConfig from the old to the new. */
interface SlicePath {
  readonly slice: SliceChange;
  readonly states: readonly State[];
  /** The transition that takes members off; undefined when none leaves. */
  readonly leaves: number | undefined;
  /** The first transition that takes anything off. */
  readonly departs: number;
  /** The transition after which new members and namespaces are on. */
  readonly joins: number;
}

function pathOf(slice: SliceChange, reach: Reach, residents: readonly Resident[]): SlicePath {
  const both = withBoth(slice, residents);
  if (both) {
    const leaves = slice.leaving.length === 0 ? undefined : 1;
    return { slice, states: [both], leaves, departs: 1, joins: 0 };
  }
  const states = statesOf(slice, reach);
  const emptied = slice.goes && (slice.before?.namespaces.size ?? 0) > 0;
  return {
    slice,
    states,
    leaves: slice.leaving.length === 0 ? undefined : emptied ? 1 : 0,
    departs: 0,
    joins: states.length,
  };
}

/** A database that stands beside the old one, in a namespace or on clusters of its own, needs a slice with the places of both. */
function withBoth(slice: SliceChange, residents: readonly Resident[]): State | undefined {
  const { object, before, after, goes, comes, joining } = slice;
  if (goes || comes || !before || !after || !object.before || !object.after) return undefined;
  const id = `${before.namespace}/${before.name}`;
  const beside = residents.filter(
    (resident) =>
      standsBeside(resident.object) &&
      losesItsPlace(resident, id, slice) &&
      findsItsPlace(resident, id, slice),
  );
  if (beside.length === 0) return undefined;
  const most = object.after.manifest.root.at('spec', 'maxClusters').number ?? 16;
  if (before.members.length + joining.length > most) return undefined;
  return {
    value: withMore(object.before.manifest.root.value, object.after.manifest.root.value),
    what: 'with the old and the new places',
    reason: {
      why: 'the new replicas have their places on the slice before the old ones give theirs up',
      waits: [],
      source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
    },
  };
}

function statesOf(slice: SliceChange, reach: Reach): State[] {
  const { object, before, goes, comes, leaving, joining } = slice;
  if (!before || !object.before) return [];
  const hub = reach.one(object.before.cluster);
  const old = object.before.manifest.root.value;
  const states: State[] = [];
  if (goes && before.namespaces.size > 0)
    states.push({
      value: withoutItsNamespaces(old),
      what: 'without its namespaces',
      reason: withoutNamespaces(hub, before, reach.some(before.members)),
    });
  if (goes && comes) states.push({ value: undefined, what: 'gone', reason: withoutSlice(hub, before) });
  if (!goes && leaving.length > 0 && joining.length > 0)
    states.push({
      value: withoutItsMembers(old, new Set(leaving)),
      what: `without ${leaving.join(', ')}`,
      reason: withoutMembers(hub, before, leaving),
    });
  return states;
}

/** Replicas go before their cluster or namespace does, and come after it did. */
function arrangeReplicas({ change, order, reach, paths }: Arrangement): void {
  const residents = residentsOf(change);
  for (const [object, { slice, joins, departs }] of paths) {
    const { before, after } = slice;
    if (before) {
      const id = `${before.namespace}/${before.name}`;
      const losing = residents.filter((resident) => losesItsPlace(resident, id, slice));
      const clusters = slice.leaving.length > 0 ? slice.leaving : before.members;
      const reason = withoutReplicas(reach.some(clusters), namespacesOf(losing));
      for (const resident of losing) order.before(departureOf(resident), { object, stage: departs }, reason);
    }
    if (after) {
      const id = `${after.namespace}/${after.name}`;
      const reason = onSlice(after, reach.some(slice.joining), reach.some(after.members));
      for (const resident of residents)
        if (findsItsPlace(resident, id, slice))
          order.before({ object, stage: joins }, arrivalOf(resident), reason);
    }
  }
}

/** When replicas are there: of what stands beside the old one at once; else in the end. */
function arrivalOf({ object }: Resident): Transition {
  return { object, stage: standsBeside(object) ? 0 : -1 };
}

/** When the old replicas are gone: of what comes in turn before the new ones are there; else in the end. */
function departureOf({ object, goes, comes }: Resident): Transition {
  const isInTurn = goes && comes && !standsBeside(object);
  return { object, stage: isInTurn ? -2 : -1 };
}

function namespacesOf(residents: readonly Resident[]): string[] {
  return [...new Set(residents.flatMap(({ namespaceBefore }) => namespaceBefore ?? []))];
}

function losesItsPlace({ lost, goes, namespaceBefore }: Resident, id: string, slice: SliceChange): boolean {
  const leaving = new Set(slice.leaving);
  if (lost.get(id)?.some((cluster) => leaving.has(cluster))) return true;
  if (!goes || namespaceBefore === undefined) return false;
  const held = slice.before?.namespaces.has(namespaceBefore) ?? false;
  return held && (slice.goes || !slice.after?.namespaces.has(namespaceBefore));
}

function findsItsPlace({ gained, comes, namespaceAfter }: Resident, id: string, slice: SliceChange): boolean {
  const joining = new Set(slice.joining);
  if (gained.get(id)?.some((cluster) => joining.has(cluster))) return true;
  if (!comes || namespaceAfter === undefined) return false;
  const held = slice.after?.namespaces.has(namespaceAfter) ?? false;
  return held && (slice.comes || !slice.before?.namespaces.has(namespaceAfter));
}

/** A namespace is off one slice before another takes it. */
function arrangeNamespaces({ order, reach, paths }: Arrangement): void {
  const left = new Map<string, SlicePath>();
  for (const path of paths.values()) for (const place of placesOf(path, 'before')) left.set(place, path);
  for (const [object, path] of paths) {
    const owners = new Set<SlicePath>();
    for (const place of placesOf(path, 'after')) {
      const owner = left.get(place);
      if (owner && owner !== path) owners.add(owner);
    }
    for (const { slice } of owners) {
      if (!slice.before) continue;
      const hub = reach.one(slice.object.before?.cluster ?? '');
      order.before(
        { object: slice.object, stage: paths.get(slice.object)?.departs ?? 0 },
        { object, stage: path.joins },
        {
          ...withoutNamespaces(hub, slice.before, reach.some(slice.before.members)),
          why: 'a namespace is on one slice of a cluster: KubeSlice refuses the second until the first has let it go',
        },
      );
    }
  }
}

/** `cluster namespace` that a slice gives up, or takes. */
function* placesOf({ slice }: SlicePath, side: 'before' | 'after'): Generator<string> {
  const [here, there] = side === 'before' ? [slice.before, slice.after] : [slice.after, slice.before];
  const isKept = side === 'before' ? !slice.goes : !slice.comes;
  for (const [namespace, clusters] of here?.namespaces ?? []) {
    const others = isKept ? there?.namespaces.get(namespace) : undefined;
    for (const cluster of clusters) if (!others?.has(cluster)) yield `${cluster} ${namespace}`;
  }
}

/** A member has left its slice before its add-on goes, and the add-on before the Cluster. Up it is the other way round. */
function arrangeRegistrations({ change, order, reach, paths }: Arrangement): void {
  const { addOnsBefore, addOnsAfter, clustersBefore, clustersAfter } = registrationsOf(change);
  const withStates = new Set<ObjectChange>();
  const through = (object: ObjectChange, reason: Reason): void => {
    if (!object.after || withStates.has(object)) return;
    withStates.add(object);
    order.through(object, [{ value: undefined, what: 'gone', reason }]);
  };
  for (const cluster of clustersBefore.values()) {
    if (!cluster.before) continue;
    const { manifest, cluster: hubName } = cluster.before;
    const hub = reach.one(hubName);
    through(cluster, withoutCluster(hub, manifest.namespace ?? '', manifest.name));
    const addOn = addOnsBefore.get(manifest.name);
    if (!addOn) continue;
    const reason = withoutAddOn(hub, reach.one(manifest.name));
    through(addOn, reason);
    order.before({ object: addOn, stage: 0 }, { object: cluster, stage: 0 }, reason);
  }
  for (const [object, { slice, leaves, joins }] of paths) {
    if (slice.before && leaves !== undefined) {
      const hub = reach.one(object.before?.cluster ?? '');
      const reason = slice.goes
        ? withoutSlice(hub, slice.before)
        : withoutMembers(hub, slice.before, slice.leaving);
      for (const name of slice.leaving) {
        const cluster = clustersBefore.get(`${slice.before.namespace}/${name}`);
        if (cluster) order.before({ object, stage: leaves }, { object: cluster, stage: 0 }, reason);
        const addOn = addOnsBefore.get(name);
        if (addOn && (isGone(addOn) || withStates.has(addOn)))
          order.before({ object, stage: leaves }, { object: addOn, stage: 0 }, reason);
      }
    }
    if (!slice.after) continue;
    const reason = registered(reach.one(object.after?.cluster ?? ''), slice.after, slice.joining);
    for (const name of slice.joining) {
      const cluster = clustersAfter.get(`${slice.after.namespace}/${name}`);
      const addOn = addOnsAfter.get(name);
      if (cluster) order.before({ object: cluster, stage: -1 }, { object, stage: joins }, reason);
      if (addOn) order.before({ object: addOn, stage: -1 }, { object, stage: joins }, reason);
    }
  }
}

/** The registrations that come and go: add-ons by their cluster, KubeSlice’s Clusters by namespace and name. */
function registrationsOf(change: ChangeSubject) {
  const addOnsBefore = new Map<string, ObjectChange>();
  const addOnsAfter = new Map<string, ObjectChange>();
  for (const object of change.of('ManagedClusterAddOn', 'addon.open-cluster-management.io')) {
    const { before, after } = object;
    if (before?.manifest.name === 'kubeslice') addOnsBefore.set(before.manifest.namespace ?? '', object);
    if (after?.manifest.name === 'kubeslice') addOnsAfter.set(after.manifest.namespace ?? '', object);
  }
  const clustersBefore = new Map<string, ObjectChange>();
  const clustersAfter = new Map<string, ObjectChange>();
  for (const object of change.of('Cluster', controllerGroup)) {
    if (object.before && isGone(object)) clustersBefore.set(keyOf(object.before.manifest), object);
    if (object.after && isNew(object)) clustersAfter.set(keyOf(object.after.manifest), object);
  }
  return { addOnsBefore, addOnsAfter, clustersBefore, clustersAfter };
}

/** A Project goes after all that is in its namespace, and comes before it. */
function arrangeProjects({ change, order, reach, paths }: Arrangement): void {
  const projects = change.of('Project', controllerGroup);
  if (projects.length === 0) return;
  const inNamespace = new Map<string, ObjectChange[]>();
  const comers = new Map<string, ObjectChange[]>();
  for (const object of [...change.of('Cluster', controllerGroup), ...paths.keys()]) {
    if (object.before && isGone(object)) push(inNamespace, object.before.manifest.namespace ?? '', object);
    if (object.after && isNew(object)) push(comers, object.after.manifest.namespace ?? '', object);
  }
  for (const project of projects) {
    if (project.before && isGone(project)) {
      const { manifest, cluster } = project.before;
      const hub = reach.one(cluster);
      const reason = withoutProject(hub, manifest.name);
      if (isNew(project)) order.through(project, [{ value: undefined, what: 'gone', reason }]);
      for (const object of inNamespace.get(`kubeslice-${manifest.name}`) ?? []) {
        const path = paths.get(object);
        order.before(
          { object, stage: path?.leaves ?? 0 },
          { object: project, stage: 0 },
          goneReason(object, path, hub),
        );
      }
    }
    if (project.after && isNew(project)) {
      const namespace = `kubeslice-${project.after.manifest.name}`;
      const reason = withProject(reach.one(project.after.cluster), namespace);
      for (const object of comers.get(namespace) ?? [])
        order.before({ object: project, stage: -1 }, { object, stage: -1 }, reason);
    }
  }
}

function goneReason(object: ObjectChange, path: SlicePath | undefined, hub: Reached) {
  if (path?.slice.before) return withoutSlice(hub, path.slice.before);
  const { manifest } = object.before ?? object.after;
  return withoutCluster(hub, manifest.namespace ?? '', manifest.name);
}

/** A cluster forwards slice.local before replicas come to it. */
function arrangeForwarding({ change, order, reach }: Arrangement): void {
  const forwarding = new Map<string, ObjectChange[]>();
  for (const object of change.objects)
    if (object.after?.wave === '50-dns' && isNew(object)) push(forwarding, object.after.cluster, object);
  if (forwarding.size === 0) return;
  for (const resident of residentsOf(change)) {
    for (const cluster of new Set([...resident.gained.values()].flat())) {
      for (const object of forwarding.get(cluster) ?? [])
        order.before(object, arrivalOf(resident), resolving(reach.some([cluster])));
    }
  }
}

function keyOf({
  namespace,
  name,
}: {
  readonly namespace: string | undefined;
  readonly name: string;
}): string {
  return `${namespace ?? ''}/${name}`;
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const present = lists.get(key);
  if (present) present.push(item);
  else lists.set(key, [item]);
}
