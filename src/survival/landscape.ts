import type { ClusterSite, Landscape } from './model.js';

/** A landscape, ready for questions. */
interface Index {
  readonly clusters: ReadonlyMap<string, ClusterSite>;
  /** Names of the clusters that stand in a zone, by its id. */
  readonly zones: ReadonlyMap<string, readonly string[]>;
  readonly regions: ReadonlyMap<string, readonly ClusterSite[]>;
  readonly places: ReadonlyMap<string, number>;
}

const indexes = new WeakMap<Landscape, Index>();

function indexOf(landscape: Landscape): Index {
  const known = indexes.get(landscape);
  if (known) return known;
  const clusters = new Map<string, ClusterSite>();
  const zones = new Map<string, string[]>();
  const regions = new Map<string, ClusterSite[]>();
  for (const cluster of landscape.clusters) {
    clusters.set(cluster.name, cluster);
    for (const { id } of cluster.zones) listed(zones, id).push(cluster.name);
    if (cluster.region !== undefined) listed(regions, cluster.region).push(cluster);
  }
  const places = new Map(landscape.clusters.map(({ name }, place) => [name, place]));
  const index = { clusters, zones, regions, places };
  indexes.set(landscape, index);
  return index;
}

function listed<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key);
  if (known) return known;
  const list: T[] = [];
  lists.set(key, list);
  return list;
}

/** The clusters of a landscape by name. */
export function clustersByName(landscape: Landscape): ReadonlyMap<string, ClusterSite> {
  return indexOf(landscape).clusters;
}

/** A cluster by its name; one that is not declared has nothing said of it. */
export function clusterNamed(landscape: Landscape, name: string): ClusterSite {
  return clustersByName(landscape).get(name) ?? { name, region: undefined, zones: [], nodes: undefined };
}

/** Names of the clusters that stand in a zone. */
export function clustersInZone(landscape: Landscape, zone: string): readonly string[] {
  return indexOf(landscape).zones.get(zone) ?? [];
}

/** The clusters of a region. */
export function clustersInRegion(landscape: Landscape, region: string): readonly ClusterSite[] {
  return indexOf(landscape).regions.get(region) ?? [];
}

/** The place of a cluster in a landscape; those that are not declared come last. */
export function placeOf(landscape: Landscape, name: string): number {
  return indexOf(landscape).places.get(name) ?? Number.POSITIVE_INFINITY;
}

/** Clusters in the order of the landscape. */
export function inOrder(names: readonly string[], landscape: Landscape): string[] {
  const places = new Map(names.map((name) => [name, placeOf(landscape, name)]));
  const placeIn = (name: string): number => places.get(name) ?? 0;
  // Two that are not declared are as far as each other.
  return [...names].sort((one, other) =>
    placeIn(one) === placeIn(other) ? 0 : placeIn(one) - placeIn(other),
  );
}

/**
 * Identity of a zone: clusters of one region share zones of one name, others do not. `eu/a` of a region, `/fra/a` of a cluster without
 * one: no region begins with a slash, and no zone has one in it.
 */
export function zoneId(cluster: Pick<ClusterSite, 'name' | 'region'>, zone: string): string {
  return `${cluster.region ?? `/${cluster.name}`}/${zone}`;
}

/** The name of a zone, as nodes have it in their label. */
export function zoneName(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** The cluster that has a zone for itself; undefined for a zone of a region. */
export function zoneCluster(id: string): string | undefined {
  return id.startsWith('/') ? id.slice(1, id.lastIndexOf('/')) : undefined;
}

/** A zone as people write it where its name stands for several: `eu/a`, `fra/a`; `/fra/a` where a region has the cluster's name. */
export function zoneText(id: string, landscape: Landscape): string {
  const short = id.replace(/^\//, '');
  return indexOf(landscape).zones.has(short) ? id : short;
}
