import type { Report } from '../../diagnostics/index.js';
import { kubedbNamespace, type Plan } from '../../plan/index.js';
import { type Cluster, type Database, type Topology, valueSpan } from '../../topology/index.js';
import { sliceMembersOf } from '../members.js';
import { defineRule } from '../rule.js';

/** How the namespaces of Kubernetes, OCM and KubeSlice start. */
const reserved = /^(kube-|kubeslice-|open-cluster-management-?)/;

const messages = {
  system: (p: { cluster: string }) =>
    `a member of the slice cannot be called ${p.cluster}, a system namespace of the hub`,
  database: (p: { cluster: string; database: string }) =>
    `the member ${p.cluster} is called like the namespace of ${p.database}`,
  namespace: (p: { database: string; namespace: string; owner: string }) =>
    `${p.database} is in ${p.namespace}, a namespace of ${p.owner}`,
};

/** Of those, the ones that slice/namespaces reports for a database that joins a slice. */
const reportedOnSlice =
  /^(kube-system|kube-public|kube-node-lease|kubeslice-system|kubeslice-controller|open-cluster-management.*)$/;

/**
 * A member's name is its namespace on the hub, so it is none that the hub has for something else; and no database lives
 * in a namespace that belongs to a system.
 */
export const reservedName = defineRule({
  id: 'topology/reserved-name',
  severity: 'error',
  why: 'OCM keeps the work of a cluster in a hub namespace of its name, opens it to the cluster’s agent, and leaves it when the cluster goes: what else lies there is exposed and mixed up; and systems empty and delete their own namespaces',
  source: 'open-cluster-management-io/ocm pkg/registration/hub/managedcluster/controller.go',
  messages,
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
    checkDatabases(topology, report);
  },
  checkProgram(plans, report) {
    const members = new Map<string, { readonly plan: Plan; readonly cluster: Cluster }>();
    for (const plan of plans) {
      if (!plan.slice || !plan.hub) continue;
      for (const { name, source } of plan.slice.members)
        members.set(`${plan.hub.name}/${name}`, { plan, cluster: source });
    }
    for (const plan of plans) {
      const seen = new Set<string>();
      for (const { name, namespace, home, source } of plan.databases) {
        const member = members.get(`${home.name}/${namespace}`);
        if (!member || member.plan === plan || seen.has(namespace)) continue;
        seen.add(namespace);
        report('database', { cluster: namespace, database: name })
          .at(valueSpan(source, 'namespace'), 'a namespace on the hub')
          .related(valueSpan(member.cluster, 'name'), `the member, in ${member.plan.file.name}`)
          .fix(`choose another name for one of the two, such as ${namespace}-db for the namespace`);
      }
    }
  },
});

/** Systems make, empty and delete their namespaces as they need. One finding for each namespace. */
function checkDatabases({ databases, slice }: Topology, report: Report<typeof messages>): void {
  const reported = new Set<string>();
  for (const database of databases) {
    const { name, namespace, provider } = database;
    const owner = ownerOf(namespace);
    if (owner === undefined || reported.has(namespace)) continue;
    if (slice && provider === 'kubedb' && reportedOnSlice.test(namespace)) continue;
    reported.add(namespace);
    report('namespace', { database: name, namespace, owner })
      .at(valueSpan(database, 'namespace'))
      .fix('give the database a namespace of its own');
  }
}

/** The system that a namespace belongs to by its name. */
function ownerOf(namespace: string): string | undefined {
  const start = reserved.exec(namespace)?.[1];
  if (start === 'kube-') return 'Kubernetes';
  if (start === 'kubeslice-') return 'KubeSlice';
  return start === undefined ? undefined : 'Open Cluster Management';
}

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
