import { kubedbNamespace } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { sliceMembersOf } from '../members.js';
import { defineRule } from '../rule.js';

const dnsLabel = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const reserved = /^(?:kube-|kubeslice-|open-cluster-management)/;

/**
 * The name of a managed cluster can be a namespace of the hub, and one that nothing else uses. What a topology says about
 * system namespaces and those of databases is topology/reserved-name.
 */
export const clusterName = defineRule({
  id: 'ocm/cluster-name',
  severity: 'error',
  why: 'the hub keeps the work orders of a cluster in a namespace of its name and opens that namespace to the cluster’s agent: without one it never joins, and what else lies there is exposed',
  source: 'open-cluster-management-io/ocm pkg/registration/webhook/v1/managedcluster_validating.go',
  messages: {
    slice: (p: { cluster: string }) => `the member ${p.cluster} is called like a namespace of the slice`,
    form: (p: { cluster: string }) => `the ManagedCluster ${p.cluster} has a name that no namespace can have`,
    system: (p: { cluster: string }) =>
      `the ManagedCluster ${p.cluster} is called like a system namespace of the hub`,
    database: (p: { cluster: string; kind: string; database: string }) =>
      `the ManagedCluster ${p.cluster} is called like the namespace of the ${p.kind} ${p.database}`,
  },
  checkTopology(topology, report) {
    const { slice, databases } = topology;
    if (!slice) return;
    const databaseNamespaces = new Set(databases.map(({ namespace }) => namespace));
    const onSlice = new Map<string, ReturnType<typeof valueSpan>>();
    for (const list of [slice.namespaces, slice.allowedNamespaces]) {
      for (const [index, entry] of (list ?? []).entries()) {
        const name = typeof entry === 'string' ? entry : entry.namespace;
        if (!onSlice.has(name)) onSlice.set(name, valueSpan(list as object as string[], index));
      }
    }
    for (const cluster of sliceMembersOf(topology)) {
      const { name } = cluster;
      const namespace = onSlice.get(name);
      // These two are topology/reserved-name.
      if (!namespace || isSystem(name) || databaseNamespaces.has(name)) continue;
      report('slice', { cluster: name })
        .at(valueSpan(cluster, 'name'), 'a namespace on the hub')
        .related(namespace, 'the same namespace')
        .fix('choose another name for one of the two');
    }
  },
  checkManifests(manifests, report) {
    const databases = new Map<string, { kind: string; name: string }>();
    for (const kind of ['MariaDB', 'Postgres']) {
      for (const { name, namespace } of manifests.of(kind, 'kubedb.com'))
        if (namespace !== undefined && !databases.has(namespace)) databases.set(namespace, { kind, name });
    }
    for (const { name, root } of manifests.of('ManagedCluster', 'cluster.open-cluster-management.io')) {
      const span = root.at('metadata', 'name').span;
      const remedy =
        'choose lower-case letters, digits and hyphens, at most 63 (15 with KubeSlice), and a name no namespace of the hub has';
      const database = databases.get(name);
      if (!dnsLabel.test(name)) report('form', { cluster: name }).at(span).fix(remedy);
      else if (isSystem(name)) report('system', { cluster: name }).at(span).fix(remedy);
      else if (database)
        report('database', { cluster: name, kind: database.kind, database: database.name })
          .at(span)
          .fix(remedy);
    }
  },
});

function isSystem(name: string): boolean {
  return name === 'default' || name === kubedbNamespace || reserved.test(name);
}
