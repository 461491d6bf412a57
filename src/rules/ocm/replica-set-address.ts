import { sliceZone } from '../../plan/index.js';
import { defineRule } from '../rule.js';
import { worksOf } from '../works.js';
import { objectName } from './resources.js';

/** What differs from cluster to cluster is not in a template for all of them. */
export const replicaSetAddress = defineRule({
  id: 'ocm/replica-set-address',
  severity: 'warning',
  why: 'every cluster gets the same text, and kubeslice-dns has another address on each: all but one forward the zone to where nobody answers',
  source: 'open-cluster-management-io/api work/v1alpha1/types_manifestworkreplicaset.go',
  messages: {
    same: (p: { set: string; object: string }) =>
      `the ManifestWorkReplicaSet ${p.set} gives all its clusters one ${p.object} that forwards ${sliceZone}`,
  },
  checkManifests(manifests, report) {
    for (const { manifest, cluster, objects } of worksOf(manifests)) {
      if (cluster !== undefined || manifest.kind !== 'ManifestWorkReplicaSet') continue;
      for (const object of objects) {
        if (!['ConfigMap', 'HelmChartConfig', 'DNS'].includes(object.kind)) continue;
        if (!JSON.stringify(object.root.value).includes(sliceZone)) continue;
        report('same', { set: manifest.name, object: objectName(object) })
          .at(object.root.at('metadata', 'name').span)
          .fix('write a ManifestWork for each cluster, with the address of its own kubeslice-dns');
      }
    }
  },
});
