import type { ChangeSubject, ObjectChange } from '../../changes/index.js';
import type { ClusterPlan } from '../../plan/index.js';

/** A cluster that the new output has no folder for. */
export interface GoneCluster {
  readonly name: string;
  /** The changes of its objects. */
  readonly objects: readonly ObjectChange[];
  /** The cluster that is new and says all the same but its name; undefined when none does. */
  readonly renamed: string | undefined;
}

/** The clusters that go. */
export function goneClusters(change: ChangeSubject): GoneCluster[] {
  const { removed, added } = change.clusters;
  if (removed.length === 0) return [];
  const wanted = new Set(removed);
  const objects = new Map<string, ObjectChange[]>(removed.map((name) => [name, []]));
  for (const object of change.objects)
    if (object.before && wanted.has(object.before.cluster)) objects.get(object.before.cluster)?.push(object);
  const young = new Map<string, string>();
  const fresh = new Set(added);
  for (const plan of change.plans)
    for (const cluster of plan.clusters)
      if (fresh.has(cluster.name)) young.set(likeness(cluster), cluster.name);
  const renamed = new Map<string, string | undefined>();
  for (const plan of change.plansBefore ?? [])
    for (const cluster of plan.clusters)
      if (wanted.has(cluster.name)) renamed.set(cluster.name, young.get(likeness(cluster)));
  return removed.map((name) => ({ name, objects: objects.get(name) ?? [], renamed: renamed.get(name) }));
}

/** What tells a cluster from others, beside its name: equal for one that was renamed. */
function likeness({ source, name }: ClusterPlan): string {
  const { name: _, context: __, fleet: ___, ...rest } = source;
  return JSON.stringify([rest, source.fleet === undefined ? undefined : name]);
}
