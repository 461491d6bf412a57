import { type Database, type Topology, valueSpan } from '../../topology/index.js';
import { freeSliceSubnets, ipv4Network } from '../cidr.js';
import { kubedbDatabases } from '../databases.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** A kubedb database over several clusters needs a slice between them. */
export const missing = defineRule({
  id: 'slice/missing',
  severity: 'error',
  why: 'KubeDB reaches the replicas of other clusters through a KubeSlice slice and nothing else',
  source: 'kubeops/petset apis/apps/v1/placementpolicy_types.go',
  messages: {
    slice: (p: { database: string; clusters: readonly string[] }) =>
      `${p.database} is placed on ${clusterList(p.clusters)}, but the topology has no slice`,
  },
  checkTopology(topology, report) {
    if (topology.slice) return;
    const declared = new Set(topology.clusters.map(({ name }) => name));
    // The slice is missing once, however many databases would need it.
    for (const database of kubedbDatabases(topology)) {
      const clusters = clustersOf(database).filter((name) => declared.has(name));
      const [first, second] = clusters.map((name) =>
        database.placement.find(({ cluster }) => cluster === name),
      );
      if (!first || !second) continue;
      report('slice', { database: database.name, clusters })
        .at(valueSpan(second, 'cluster'), 'a second cluster')
        .related(valueSpan(first, 'cluster'), 'the first')
        .fix(`add at the top level: slice: { name: ${sliceName(topology)}, subnet: ${subnet(topology)} }`);
      return;
    }
  },
});

function clustersOf({ placement }: Database): string[] {
  return [...new Set(placement.map(({ cluster }) => cluster))];
}

function clusterList(clusters: readonly string[]): string {
  return clusters.length > 4 ? `${clusters.length} clusters` : listed(clusters);
}

/** KubeSlice wants slice names short. */
function sliceName({ metadata }: Topology): string {
  return metadata.name.length <= 15 ? metadata.name : 'databases';
}

function subnet({ clusters }: Topology): string {
  const networks = clusters.flatMap(({ podCIDRs, serviceCIDRs }) => [
    ...(podCIDRs ?? []),
    ...(serviceCIDRs ?? []),
  ]);
  return (
    freeSliceSubnets(
      networks.flatMap((cidr) => ipv4Network(cidr) ?? []),
      1,
    )[0] ?? 'a private /16'
  );
}
