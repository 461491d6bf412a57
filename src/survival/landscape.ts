import type { ClusterSite, Landscape } from './model.js';

const indexes = new WeakMap<Landscape, ReadonlyMap<string, ClusterSite>>();

/** The clusters of a landscape by name. */
export function clustersByName(landscape: Landscape): ReadonlyMap<string, ClusterSite> {
  const known = indexes.get(landscape);
  if (known) return known;
  const index = new Map(landscape.clusters.map((cluster) => [cluster.name, cluster]));
  indexes.set(landscape, index);
  return index;
}

/** A cluster by its name; one that is not declared has nothing said of it. */
export function clusterNamed(landscape: Landscape, name: string): ClusterSite {
  return clustersByName(landscape).get(name) ?? { name, region: undefined, zones: [], nodes: undefined };
}

/** Identity of a zone: clusters of one region share zones of one name, others do not. */
export function zoneId(cluster: Pick<ClusterSite, 'name' | 'region'>, zone: string): string {
  return `${cluster.region ?? cluster.name}/${zone}`;
}
