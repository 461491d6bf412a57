/** The most replicas: KubeDB scales a Galera cluster to nine and no further. */
export const mostReplicas = 9;

/**
 * How many replicas each cluster holds, in order. The total is odd and at least three: an even number of votes stops at
 * the loss of half. One a cluster, and a second on the first where that would be even. Clusters beyond the ninth hold none.
 */
export function replicasPerCluster(clusters: number): number[] {
  if (clusters === 1) return [3];
  const holding = Math.min(clusters, mostReplicas);
  return Array.from({ length: holding }, (_, index) => (index === 0 && holding % 2 === 0 ? 2 : 1));
}
