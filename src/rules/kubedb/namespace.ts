import { defineRule } from '../rule.js';
import { databaseObjects, isDistributed } from './database-objects.js';

const system =
  /^(kube-(system|public|node-lease)|kubeslice-(system|controller)|spire|open-cluster-management.*)$/;

/** A distributed database has a namespace that can join the slice and is no cluster’s on the hub. In a topology others see to it. */
export const namespace = defineRule({
  id: 'kubedb/namespace',
  severity: 'error',
  why: 'KubeSlice takes no system namespace into a slice, so pods there get no address on it, and the namespace of a cluster is where OCM keeps its work',
  source:
    'kubeslice/worker-operator pkg/webhook/pod/webhook.go; kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages: {
    system: (p: { database: string; namespace: string }) =>
      `${p.database} is distributed from the system namespace ${p.namespace}`,
    cluster: (p: { database: string; namespace: string }) =>
      `${p.database} is in the namespace ${p.namespace}, which the hub has for the cluster of that name`,
  },
  checkManifests(manifests, report) {
    const clusters = new Set<string>();
    for (const { name } of manifests.of('ManagedCluster', 'cluster.open-cluster-management.io'))
      clusters.add(name);
    for (const { root } of manifests.of('PlacementPolicy', 'apps.k8s.appscode.com')) {
      const rules = root.at('spec', 'clusterSpreadConstraint', 'distributionRules').items();
      for (const rule of rules) clusters.add(rule.at('clusterName').text ?? '');
    }
    for (const database of databaseObjects(manifests)) {
      const { name, manifest } = database;
      const own = manifest.root.at('metadata', 'namespace');
      if (!isDistributed(database) || !own.text) continue;
      const kind = system.test(own.text) ? 'system' : clusters.has(own.text) ? 'cluster' : undefined;
      if (kind === undefined) continue;
      report(kind, { database: name, namespace: own.text })
        .at(own.span)
        .fix('give the database a namespace of its own');
    }
  },
});
