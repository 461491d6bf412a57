/** Ordinals by cluster. */
export type Layout = readonly (readonly [cluster: string, ordinals: readonly number[]])[];

/** The most replicas a layout is grown to: KubeDB scales a Galera cluster to 9. */
const mostReplicas = 9;

/** The first cluster that holds half of the votes or more; undefined when any may be lost. */
export function majorityCluster(layout: Layout): string | undefined {
  const votes = layout.reduce((sum, [, ordinals]) => sum + ordinals.length, 0);
  return layout.find(([, ordinals]) => ordinals.length * 2 >= votes)?.[0];
}

/**
 * Layouts that lose any one cluster and go on, in words: one from scratch, and one that only adds to what runs, as an
 * ordinal that moves loses its data. Two clusters are never enough.
 *
 * @param spare a cluster that holds no replica yet
 */
export function safeLayouts(layout: Layout, spare: string): string {
  const clusters = layout.map(([cluster]) => cluster);
  if (clusters.length < 3) clusters.push(spare);
  const votes = layout.reduce((sum, [, ordinals]) => sum + ordinals.length, 0);
  const odd = Math.max(3, votes % 2 === 0 ? votes + 1 : votes);
  const fresh = `if nothing runs yet, ${words(dealt(clusters, odd))}`;
  const grown = grownLayout(layout, clusters);
  return grown === undefined ? fresh : `${fresh}; if it runs, add ${grown}`;
}

/** In turns over the clusters. */
function dealt(clusters: readonly string[], replicas: number): Layout {
  const result = clusters.map((cluster) => [cluster, [] as number[]] as const);
  for (let ordinal = 0; ordinal < replicas; ordinal++) result[ordinal % clusters.length]?.[1].push(ordinal);
  return result;
}

function words(layout: Layout): string {
  return layout.map(([cluster, ordinals]) => `${cluster} [${ordinals.join(', ')}]`).join(', ');
}

/** New ordinals go to the cluster with the fewest, until none has half; undefined when that takes too many. */
function grownLayout(layout: Layout, clusters: readonly string[]): string | undefined {
  const held = new Map(layout.map(([cluster, ordinals]) => [cluster, ordinals.length]));
  const votes = [...held.values()].reduce((sum, count) => sum + count, 0);
  const replicas = Math.max(votes + 1 - (votes % 2), 2 * Math.max(...held.values()) + 1);
  if (replicas > mostReplicas) return undefined;
  const added: [cluster: string, ordinal: number][] = [];
  for (let ordinal = votes; ordinal < replicas; ordinal++) {
    let fewest = clusters[0] ?? '';
    for (const cluster of clusters) if ((held.get(cluster) ?? 0) < (held.get(fewest) ?? 0)) fewest = cluster;
    held.set(fewest, (held.get(fewest) ?? 0) + 1);
    added.push([fewest, ordinal]);
  }
  const places = added.map(([cluster, ordinal]) => `${ordinal} on ${cluster}`);
  return `${places.join(' and ')} and run ${replicas} replicas`;
}
