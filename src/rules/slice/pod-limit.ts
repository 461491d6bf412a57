import { type DatabasePlan, databasesOf } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { addressesPerSlot, slotsOf } from './slice-names.js';

/** Gateway pods that a member runs for each of the others. */
const gatewaysPerPeer = 2;

/** The replicas on a member fit into its slot of the slice's subnet. */
export const podLimit = defineRule({
  id: 'slice/pod-limit',
  severity: 'error',
  why: 'every pod on the slice takes an address of its cluster’s slot, and a replica that gets none waits for it for ever',
  source: 'kubeslice/kubeslice-controller util/common.go',
  messages: {
    pods: (p: { cluster: string; pods: number; addresses: number }) =>
      `${p.cluster} holds ${p.pods} replicas, and its slot of the slice has ${p.addresses} addresses, those of router and gateways included`,
  },
  checkPlan(plan, report) {
    const { slice } = plan;
    const databases = databasesOf(plan, 'kubedb');
    if (!slice) return;
    const { members, maxClusters, source } = slice;
    const addresses = addressesPerSlot(maxClusters);
    const own = 1 + gatewaysPerPeer * (members.length - 1);
    const replicas = replicasByCluster(databases);
    for (const { name, source: cluster } of members) {
      const pods = replicas.get(name) ?? 0;
      if (pods + own <= addresses) continue;
      report('pods', { cluster: name, pods, addresses })
        .at(valueSpan(source, source.maxClusters === undefined ? 'name' : 'maxClusters'))
        .related(valueSpan(cluster, 'name'), `${pods} replicas here`)
        .fix(remedy(members.length, maxClusters));
    }
  },
});

function replicasByCluster(databases: readonly DatabasePlan[]): ReadonlyMap<string, number> {
  const replicas = new Map<string, number>();
  for (const { placements, distributed } of databases) {
    if (!distributed) continue;
    for (const { cluster, ordinals } of placements)
      replicas.set(cluster.name, (replicas.get(cluster.name) ?? 0) + ordinals.length);
  }
  return replicas;
}

function remedy(members: number, maxClusters: number): string {
  const divide = 'divide the databases over several slices, each with clusters of its own';
  const fewer = slotsOf(Math.max(2, members + 1));
  if (fewer >= slotsOf(maxClusters)) return divide;
  return `write maxClusters: ${fewer} if the slice does not exist yet, for ${addressesPerSlot(fewer)} addresses each; or ${divide}`;
}
