import type { SourceFile } from '../diagnostics/index.js';
import {
  bitsPerSecond,
  type Cluster,
  type Database,
  type Slice,
  type SliceNamespace,
  type Topology,
} from '../topology/index.js';
import type { ClusterPlan, NamespacePlan } from './cluster-plan.js';
import { planDns, type ReadFile } from './dns.js';
import { clusterNames } from './fleet.js';
import {
  type CommittedOrdinals,
  kubedbNamespace,
  type Plan,
  type ReleasePlan,
  type ShapingPlan,
  type SliceNamespacePlan,
  type SlicePlan,
} from './plan.js';
import { providers } from './providers.js';
import { kubedbRelease, newestKubesliceChart, newestMariadbOperator, withV } from './releases.js';

/**
 * Derives the plan of a topology whose references hold (the rules of stage `topology` found no error).
 *
 * @param readFile reads a file that the topology names, by its path relative to the topology's own
 * @param committed where replicas run already; without it nobody looked
 */
export function buildPlan(
  topology: Topology,
  file: SourceFile,
  readFile: ReadFile,
  committed?: CommittedOrdinals,
): Plan {
  const memberNames = new Set(sliceMembers(topology));
  const namespaces = namespacesByCluster(topology, memberNames);
  const byEntry = new Map<string, ClusterPlan[]>();
  for (const source of topology.clusters) {
    const needed = namespaces.get(source.name) ?? [];
    const dns = memberNames.has(source.name) ? planDns(source, readFile) : undefined;
    const alike = clusterNames(source).map((name) => planCluster(source, name, needed, dns));
    byEntry.set(source.name, alike);
  }
  const clusters = [...byEntry.values()].flat();
  const byName = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  const hub = clusters.find((cluster) => cluster.hub);
  const slice = topology.slice && planSlice(topology, topology.slice, byName);
  return {
    name: topology.metadata.name,
    file,
    topology,
    releases: planReleases(topology),
    clusters,
    hub,
    slice,
    databases: topology.databases.flatMap((source) =>
      providers[source.provider](topology, source, byEntry, slice ? hub : undefined),
    ),
    ...(committed ? { committed } : {}),
  };
}

/** Names of the slice's members, in their order; empty without a slice. */
export function sliceMembers(topology: Topology): readonly string[] {
  const { slice, clusters, databases } = topology;
  if (!slice) return [];
  if (slice.clusters) return slice.clusters;
  const holding = new Set(
    databases
      .filter(({ provider }) => provider === 'kubedb')
      .flatMap(({ placement }) => placement.map(({ cluster }) => cluster)),
  );
  return clusters.filter(({ name, hub }) => hub || holding.has(name)).map(({ name }) => name);
}

function planReleases({ releases }: Topology): ReleasePlan {
  return {
    kubedb: kubedbRelease(releases?.kubedb),
    mariadbOperator: releases?.mariadbOperator ?? newestMariadbOperator,
    kubeslice: withV(releases?.kubeslice ?? newestKubesliceChart),
    ocm: releases?.ocm === undefined ? undefined : withV(releases.ocm),
  };
}

function planCluster(
  source: Cluster,
  name: string,
  namespaces: readonly NamespacePlan[],
  dns: ClusterPlan['dns'],
): ClusterPlan {
  return {
    name,
    fleet: source.fleet === undefined ? undefined : source.name,
    domain: source.domain ?? 'cluster.local',
    context: source.context ?? name,
    hub: source.hub === true,
    member: dns !== undefined,
    dns,
    namespaces,
    source,
  };
}

/**
 * Namespaces that clusters need, by the name of their entry. ManifestWorks create none, so that of a KubeDB database must exist
 * on the hub and on every cluster that may hold a replica: on the slice that is every member.
 */
function namespacesByCluster(
  { clusters, databases }: Topology,
  members: ReadonlySet<string>,
): ReadonlyMap<string, NamespacePlan[]> {
  const first = new Map<string, Database>();
  for (const database of databases) {
    if (database.provider !== 'kubedb' || database.namespace === 'default') continue;
    if (!first.has(database.namespace)) first.set(database.namespace, database);
  }
  const onSlice = [...first].map(([name, neededBy]): NamespacePlan => ({ name, neededBy }));
  const result = new Map<string, NamespacePlan[]>();
  for (const { name } of clusters) if (members.has(name)) result.set(name, onSlice);
  for (const database of databases) {
    for (const { cluster } of database.placement) {
      if (database.namespace === 'default') continue;
      const present = result.get(cluster) ?? [];
      if (present.some(({ name }) => name === database.namespace)) continue;
      result.set(cluster, [...present, { name: database.namespace, neededBy: database }]);
    }
  }
  return result;
}

function planSlice(topology: Topology, source: Slice, byName: ReadonlyMap<string, ClusterPlan>): SlicePlan {
  const members = sliceMembers(topology).flatMap((name) => byName.get(name) ?? []);
  const project = source.project ?? topology.metadata.name;
  return {
    name: source.name,
    project,
    projectNamespace: `kubeslice-${project}`,
    members,
    maxClusters: source.maxClusters ?? (members.length < 16 ? 16 : 32),
    gatewayType: source.gateway?.type === 'openvpn' ? 'OpenVPN' : 'Wireguard',
    cipher: source.cipher ?? 'AES-256-CBC',
    rotationInterval: source.rotationInterval ?? 30,
    shaping: planShaping(source),
    namespaces: (source.namespaces ?? defaultNamespaces(topology)).map(planSliceNamespace),
    allowedNamespaces: (source.allowedNamespaces ?? []).map(planSliceNamespace),
    source,
  };
}

function defaultNamespaces({ databases }: Topology): string[] {
  const own = databases.filter(({ provider }) => provider === 'kubedb').map(({ namespace }) => namespace);
  return [...new Set([...own, kubedbNamespace])];
}

function planSliceNamespace(namespace: SliceNamespace): SliceNamespacePlan {
  return typeof namespace === 'string' ? { namespace, clusters: ['*'] } : namespace;
}

/** Figures that are left out are those of KubeSlice's profile `default`, in proportion. */
function planShaping({ bandwidth }: Slice): ShapingPlan {
  if (bandwidth?.ceiling === undefined) return { profile: bandwidth?.profile ?? 'default' };
  const ceilingKbps = Math.floor(bitsPerSecond(bandwidth.ceiling) / 1000);
  const guaranteedKbps =
    bandwidth.guaranteed === undefined
      ? Math.floor(ceilingKbps / 10)
      : Math.floor(bitsPerSecond(bandwidth.guaranteed) / 1000);
  return { ceilingKbps, guaranteedKbps, priority: bandwidth.priority ?? 0, dscp: bandwidth.dscp ?? 'AF11' };
}
