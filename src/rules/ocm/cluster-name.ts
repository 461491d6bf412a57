import type { Report, Span } from '../../diagnostics/index.js';
import type { ManifestSet } from '../../manifests/index.js';
import { databasesOf, type Plan } from '../../plan/index.js';
import { type Cluster, type Database, type Slice, type Topology, valueSpan } from '../../topology/index.js';
import { anyDatabases, type DatabaseObject } from '../database-objects.js';
import { sliceMembersOf } from '../members.js';
import { placementPolicies } from '../placement-policies.js';
import { defineRule } from '../rule.js';
import { freeClusterName, isTakenOnHub } from '../system-namespaces.js';

const dnsLabel = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

const messages = {
  member: (p: { cluster: string }) =>
    `a member of the slice cannot be called ${p.cluster}, a system namespace of the hub`,
  databaseMember: (p: { cluster: string; database: string }) =>
    `the member ${p.cluster} is called like the namespace of ${p.database}`,
  slice: (p: { cluster: string }) => `the member ${p.cluster} is called like a namespace of the slice`,
  form: (p: { cluster: string }) => `the ManagedCluster ${p.cluster} has a name that no namespace can have`,
  system: (p: { cluster: string }) =>
    `the ManagedCluster ${p.cluster} is called like a system namespace of the hub`,
  database: (p: { cluster: string; kind: string; database: string }) =>
    `the ${p.kind} ${p.database} is in the namespace ${p.cluster}, which the hub has for the cluster of that name`,
};

/** The name of a managed cluster can be a namespace of the hub, and one that the hub has for nothing else. */
export const clusterName = defineRule({
  id: 'ocm/cluster-name',
  severity: 'error',
  why: 'the hub keeps the work orders of a cluster in a namespace of its name, opens it to the cluster’s agent and leaves it when the cluster goes: without one it never joins, and what else lies there is exposed and mixed up',
  source:
    'open-cluster-management-io/ocm pkg/registration/webhook/v1/managedcluster_validating.go, pkg/registration/hub/managedcluster/controller.go',
  messages,
  checkTopology(topology, report) {
    const ofDatabases = hubNamespaces(topology);
    const ofSlice = sliceNamespaces(topology.slice);
    for (const cluster of sliceMembersOf(topology)) checkMember(cluster, ofDatabases, ofSlice, report);
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
      for (const { name, namespace, home, source } of databasesOf(plan, 'kubedb')) {
        const member = members.get(`${home.name}/${namespace}`);
        if (!member || member.plan === plan || seen.has(namespace)) continue;
        seen.add(namespace);
        report('databaseMember', { cluster: namespace, database: name })
          .at(valueSpan(source, 'namespace'), 'a namespace on the hub')
          .related(valueSpan(member.cluster, 'name'), `the member, in ${member.plan.file.name}`)
          .fix(`choose another name for one of the two, such as ${namespace}-db for the namespace`);
      }
    }
  },
  checkManifests(manifests, report) {
    for (const { name, root } of manifests.of('ManagedCluster', 'cluster.open-cluster-management.io')) {
      const span = root.at('metadata', 'name').span;
      const remedy =
        'choose lower-case letters, digits and hyphens, at most 63 (15 with KubeSlice), and a name no namespace of the hub has';
      if (!dnsLabel.test(name)) report('form', { cluster: name }).at(span).fix(remedy);
      else if (isTakenOnHub(name)) report('system', { cluster: name }).at(span).fix(remedy);
    }
    for (const [cluster, database] of databasesInClusters(manifests)) {
      const { kind, name, manifest } = database;
      report('database', { cluster, kind, database: name })
        .at(manifest.root.at('metadata', 'namespace').span)
        .fix('give the database a namespace of its own');
    }
  },
});

function checkMember(
  cluster: Cluster,
  ofDatabases: ReadonlyMap<string, Database>,
  ofSlice: ReadonlyMap<string, Span>,
  report: Report<typeof messages>,
): void {
  const { name } = cluster;
  const span = valueSpan(cluster, 'name');
  const database = ofDatabases.get(name);
  const namespace = ofSlice.get(name);
  if (isTakenOnHub(name)) {
    report('member', { cluster: name })
      .at(span, 'reserved')
      .fix(`choose another name, in OCM as well, such as ${freeClusterName(name)}`);
  } else if (database) {
    report('databaseMember', { cluster: name, database: database.name })
      .at(span, 'a namespace on the hub')
      .related(valueSpan(database, 'namespace'), 'the same namespace')
      .fix(`choose another name for one of the two, such as ${name}-db for the namespace`);
  } else if (namespace) {
    report('slice', { cluster: name })
      .at(span, 'a namespace on the hub')
      .related(namespace, 'the same namespace')
      .fix('choose another name for one of the two');
  }
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

/** Namespaces that the slice names. */
function sliceNamespaces(slice: Slice | undefined): ReadonlyMap<string, Span> {
  const namespaces = new Map<string, Span>();
  for (const list of [slice?.namespaces, slice?.allowedNamespaces]) {
    for (const [index, entry] of (list ?? []).entries()) {
      const name = typeof entry === 'string' ? entry : entry.namespace;
      if (!namespaces.has(name)) namespaces.set(name, valueSpan(list as object as string[], index));
    }
  }
  return namespaces;
}

/** The first database in the namespace of each cluster. */
function databasesInClusters(manifests: ManifestSet): ReadonlyMap<string, DatabaseObject> {
  const clusters = new Set<string>();
  for (const { name } of manifests.of('ManagedCluster', 'cluster.open-cluster-management.io'))
    clusters.add(name);
  for (const { rules } of placementPolicies(manifests))
    for (const { cluster } of rules) if (cluster !== undefined) clusters.add(cluster);
  const found = new Map<string, DatabaseObject>();
  for (const database of anyDatabases(manifests)) {
    const { namespace } = database;
    // A cluster that is called like a system’s namespace is one mistake.
    if (namespace === undefined || isTakenOnHub(namespace)) continue;
    if (clusters.has(namespace) && !found.has(namespace)) found.set(namespace, database);
  }
  return found;
}
