import { quantity } from '../../manifests/quantity.js';
import { databasesOf, type PlacementPlan } from '../../plan/index.js';
import { changedDatabases } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

/** Volumes that are to grow are of a class that lets them. */
export const classNotExpandable = defineRule({
  id: 'kubedb/class-not-expandable',
  severity: 'warning',
  changeClass: 'immutable',
  why: 'Kubernetes refuses the larger claim of a class without allowVolumeExpansion, and the request fails when some replicas have grown and others have not',
  source:
    'kubedb/apimachinery pkg/webhooks/ops/v1alpha1/mariadb.go; kubernetes/kubernetes plugin/pkg/admission/storage/persistentvolume/resize/admission.go',
  messages: {
    fixed: (p: { database: string; clusters: readonly string[] }) =>
      `the volumes of ${p.database} grow, and those of local-path cannot: ${firstOf(p.clusters)}`,
  },
  checkChange(change, report) {
    const growing = changedDatabases(change).filter(({ old, young }) => {
      const [from, to] = [old, young].map((spec) => {
        return quantity(spec.at('storage', 'resources', 'requests', 'storage').value)?.nano;
      });
      return from !== undefined && to !== undefined && to > from;
    });
    if (growing.length === 0) return;
    const plans = new Map(
      change.plans
        .flatMap((plan) => databasesOf(plan, 'kubedb'))
        .map((database) => [`${database.home.name}/${database.namespace}/${database.name}`, database]),
    );
    for (const { object, name } of growing) {
      const { cluster, manifest } = object.after;
      const database = plans.get(`${cluster}/${manifest.namespace ?? ''}/${name}`);
      const clusters = (database?.placements ?? [])
        .filter(isLocalPath)
        .map((placement) => placement.cluster.name);
      if (clusters.length === 0) continue;
      report('fixed', { database: name, clusters })
        .at(change.placeAt(object, '.storage.size'))
        .about(change.nameOf(object))
        .fix(
          'see that the class of every cluster has allowVolumeExpansion: true. One without never grows: make a database of another name on a class that does, and move the data',
        );
    }
  },
});

/** k3s has no other class unless one was installed. */
function isLocalPath({ cluster, storageClass }: PlacementPlan): boolean {
  return storageClass === undefined ? cluster.source.distribution === 'k3s' : storageClass === 'local-path';
}
