import { keySpan, type Topology, valueSpan } from '../../topology/index.js';
import { undeclaredClusters } from '../cluster-references.js';
import { defineRule } from '../rule.js';

/** A slice has one hub, and no topology has two. */
export const hub = defineRule({
  id: 'topology/hub',
  severity: 'error',
  why: 'the slice, the placement and the databases are objects of one hub: with none they are written nowhere, with two each would manage half',
  source: 'kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages: {
    none: (p: { slice: string }) => `no cluster is the hub of the slice ${p.slice}`,
    second: (p: { first: string; second: string }) => `${p.first} and ${p.second} are both the hub`,
  },
  checkTopology(topology, report) {
    const { slice } = topology;
    const [first, ...others] = topology.clusters.filter((cluster) => cluster.hub);
    if (first) {
      for (const other of others) {
        // Two clusters of one name are topology/duplicate-name.
        if (other.name === first.name) continue;
        report('second', { first: first.name, second: other.name })
          .at(valueSpan(other, 'hub'), 'one too many')
          .related(valueSpan(first, 'hub'), 'the first')
          .fix(
            'keep hub: true on the cluster that runs the OCM hub, the KubeSlice controller and the KubeDB operator, and remove the other',
          );
      }
      return;
    }
    // A cluster that is named and not declared may be the hub.
    if (!slice || undeclaredClusters(topology).size > 0) return;
    report('none', { slice: slice.name })
      .at(keySpan(topology, 'clusters'), 'none of these has hub: true')
      .related(valueSpan(slice, 'name'), 'this slice needs one')
      .fix(
        `write hub: true on the cluster that runs the OCM hub, the KubeSlice controller and the KubeDB operator${likelyHub(topology)}`,
      );
  },
});

/** The one cluster that says where its API server is reached most likely is the one others join. */
function likelyHub({ clusters }: Topology): string {
  const [only, ...others] = clusters.filter(({ apiServer }) => apiServer !== undefined);
  return only && others.length === 0 ? `: ${only.name}?` : '';
}
