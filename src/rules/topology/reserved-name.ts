import { kubedbNamespace } from '../../plan/index.js';
import { type Database, type Topology, valueSpan } from '../../topology/index.js';
import { sliceMembersOf } from '../members.js';
import { defineRule } from '../rule.js';

/** How the namespaces of Kubernetes, OCM and KubeSlice start. */
const reserved = /^(kube-|kubeslice-|open-cluster-management-?)/;

/** A member's name is its namespace on the hub, so it is none that the hub has for something else. */
export const reservedName = defineRule({
  id: 'topology/reserved-name',
  severity: 'error',
  why: 'OCM keeps the work of a cluster in a hub namespace of its name, opens it to the cluster’s agent, and leaves it when the cluster goes: what else lies there is exposed and mixed up',
  source: 'open-cluster-management-io/ocm pkg/registration/hub/managedcluster/controller.go',
  messages: {
    system: (p: { cluster: string }) =>
      `a member of the slice cannot be called ${p.cluster}, a system namespace of the hub`,
    database: (p: { cluster: string; database: string }) =>
      `the member ${p.cluster} is called like the namespace of ${p.database}`,
  },
  checkTopology(topology, report) {
    const namespaces = hubNamespaces(topology);
    for (const cluster of sliceMembersOf(topology)) {
      const { name } = cluster;
      const database = namespaces.get(name);
      if (isSystemNamespace(name)) {
        report('system', { cluster: name })
          .at(valueSpan(cluster, 'name'), 'reserved')
          .fix(`choose another name, in OCM as well, such as ${freeName(name)}`);
      } else if (database) {
        report('database', { cluster: name, database: database.name })
          .at(valueSpan(cluster, 'name'), 'a namespace on the hub')
          .related(valueSpan(database, 'namespace'), 'the same namespace')
          .fix(`choose another name for one of the two, such as ${name}-db for the namespace`);
      }
    }
  },
});

/** Namespaces that databases have on the hub. */
function hubNamespaces({ clusters, databases }: Topology): ReadonlyMap<string, Database> {
  const hub = clusters.find((cluster) => cluster.hub)?.name;
  const namespaces = new Map<string, Database>();
  for (const database of databases) {
    const there = database.provider === 'kubedb' || database.placement.some(({ cluster }) => cluster === hub);
    if (there && !namespaces.has(database.namespace)) namespaces.set(database.namespace, database);
  }
  return namespaces;
}

function isSystemNamespace(name: string): boolean {
  return name === 'default' || name === kubedbNamespace || reserved.test(name);
}

function freeName(name: string): string {
  let rest = name;
  while (reserved.test(rest)) rest = rest.replace(reserved, '');
  return isSystemNamespace(rest) || rest === '' ? `cluster-${rest || '1'}` : rest;
}
