import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { goneClusters } from './gone-clusters.js';

/** A cluster goes from the output. */
export const clusterRemoved = defineRule({
  id: 'topology/cluster-removed',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'nothing watches over what runs there any more; and whoever deletes its ManagedCluster deletes every add-on and every work order with it, database pods and volumes too, while its namespace on the hub stays',
  source: 'open-cluster-management-io/ocm pkg/registration/hub/manager.go',
  messages: {
    removed: (p: { clusters: readonly string[]; objects: number }) =>
      `${firstOf(p.clusters)} ${p.clusters.length === 1 ? 'goes' : 'go'} from the output, with ${p.objects} ${p.objects === 1 ? 'object' : 'objects'}`,
  },
  checkChange(change, report) {
    const gone = goneClusters(change).filter(({ renamed }) => renamed === undefined);
    const objects = gone.flatMap((cluster) => cluster.objects);
    const [first] = objects;
    if (!first) return;
    const finding = report('removed', { clusters: gone.map(({ name }) => name), objects: objects.length })
      .at(change.placeAt(first, 'clusters'))
      .fix('take replicas, slice and add-on off it first, and delete its ManagedCluster last, by hand');
    for (const { objects: own } of gone) if (own[0]) finding.about(change.nameOf(own[0]));
  },
});
