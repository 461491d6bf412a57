import { defineRule } from '../rule.js';
import { goneClusters } from './gone-clusters.js';

/** A cluster keeps its name for life. */
export const clusterRenamed = defineRule({
  id: 'topology/cluster-renamed',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'another name is another cluster to OCM, KubeSlice and KubeDB: the old registration goes with its works, pods and volumes, and no ordinal may move to the new one',
  source:
    'open-cluster-management-io/ocm pkg/registration/hub/manager.go; kubeops/petset pkg/webhooks/apps/v1/placementPolicy.go',
  messages: {
    renamed: (p: { from: string; to: string; more: number }) =>
      `${p.from} becomes ${p.to}${p.more === 0 ? '' : ` (and ${p.more} more like it)`}, which is another cluster to everything that runs there`,
  },
  checkChange(change, report) {
    const gone = goneClusters(change).filter(
      ({ renamed, objects }) => renamed !== undefined && objects.length > 0,
    );
    const [first] = gone;
    const [object] = first?.objects ?? [];
    if (!first || !object) return;
    const to = first.renamed ?? '';
    const finding = report('renamed', { from: first.name, to, more: gone.length - 1 })
      .at(change.placeAt(object, `clusters[${to}].name`))
      .fix(`keep the name ${first.name}; where only the kubeconfig has another name, write it as context`);
    for (const { objects } of gone) if (objects[0]) finding.about(change.nameOf(objects[0]));
  },
});
