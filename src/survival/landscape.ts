import type { ClusterSite, Landscape } from './model.js';

/** A landscape, ready for questions. */
interface Index {
  readonly clusters: ReadonlyMap<string, ClusterSite>;
  /** Names of the clusters that stand in a zone, by its id. */
  readonly zones: ReadonlyMap<string, readonly string[]>;
  readonly regions: ReadonlyMap<string, readonly ClusterSite[]>;
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
  const index = { clusters, zones, regions };
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

/** Identity of a zone: clusters of one region share zones of one name, others do not. */
export function zoneId(cluster: Pick<ClusterSite, 'name' | 'region'>, zone: string): string {
  return `${cluster.region ?? cluster.name}/${zone}`;
}
