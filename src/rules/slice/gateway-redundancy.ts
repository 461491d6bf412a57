import { type Cluster, valueSpan } from '../../topology/index.js';
import { kubedbDatabases } from '../databases.js';
import { sliceMembersOf } from '../members.js';
import { defineRule } from '../rule.js';

/** Where a database is to survive the loss of a node, the tunnels have more than one node too. */
export const gatewayRedundancy = defineRule({
  id: 'slice/gateway-redundancy',
  severity: 'info',
  why: 'both gateways towards each other member run on the one node, and when it goes the cluster is cut off from the slice, with all replicas on it',
  source: 'kubeslice/docs versioned_docs/version-1.5.0/prerequisites-cluster-networking.mdx',
  messages: {
    single: (p: { cluster: string; node: string; database: string; survive: string }) =>
      `all tunnels of ${p.cluster} are on ${p.node}, and ${p.database} is to survive the loss of a ${p.survive}`,
  },
  checkTopology(topology, report) {
    const single = new Map<string, Cluster>();
    const members = sliceMembersOf(topology);
    if (members.length < 2) return;
    for (const cluster of members) if (cluster.gatewayNodes?.length === 1) single.set(cluster.name, cluster);
    for (const database of kubedbDatabases(topology)) {
      const { survive } = database;
      if (survive !== 'node' && survive !== 'zone') continue;
      for (const entry of database.placement) {
        const nodes = single.get(entry.cluster)?.gatewayNodes;
        if (!nodes || !single.delete(entry.cluster)) continue;
        report('single', { cluster: entry.cluster, node: nodes[0] ?? '', database: database.name, survive })
          .at(valueSpan(nodes, 0), 'the only one')
          .related(valueSpan(database, 'survive'), 'what is asked for')
          .fix('name a second node under gatewayNodes');
      }
    }
  },
});
