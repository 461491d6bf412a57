import type { SourceFile } from '../diagnostics/index.js';
import type { SizingRequest } from '../sizing/index.js';
import {
  bitsPerSecond,
  type Cluster,
  canonicalCpu,
  canonicalSize,
  type Database,
  type Slice,
  type SliceNamespace,
  type Topology,
} from '../topology/index.js';
import { planDns, type ReadFile } from './dns.js';
import { dealOrdinals } from './placement.js';
import {
  type ClusterPlan,
  type DatabasePlan,
  kubedbNamespace,
  type NamespacePlan,
  type PlacementPlan,
  type Plan,
  type ReleasePlan,
  type ShapingPlan,
  type SliceNamespacePlan,
  type SlicePlan,
} from './plan.js';
import { kubedbRelease, newestKubesliceChart, withV } from './releases.js';
import { defaultMemory, kubedbKeptWal, sizeDatabase } from './sizing.js';

/**
 * Derives the plan of a topology whose references hold (the rules of stage `topology` found no error).
 *
 * @param readFile reads a file that the topology names, by its path relative to the topology's own
 */
export function buildPlan(topology: Topology, file: SourceFile, readFile: ReadFile): Plan {
  const compiled = topology.databases.filter(({ provider }) => provider === 'kubedb');
  const memberNames = new Set(sliceMembers(topology));
  const namespaces = namespacesByCluster(topology, memberNames, compiled);
  const clusters = topology.clusters.map((cluster) => {
    return planCluster(cluster, memberNames, namespaces.get(cluster.name) ?? [], readFile);
  });
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
    databases: compiled.map((database) => planDatabase(topology, database, byName, slice ? hub : undefined)),
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
    kubeslice: withV(releases?.kubeslice ?? newestKubesliceChart),
    ocm: releases?.ocm === undefined ? undefined : withV(releases.ocm),
  };
}

function planCluster(
  source: Cluster,
  members: ReadonlySet<string>,
  namespaces: readonly NamespacePlan[],
  readFile: ReadFile,
): ClusterPlan {
  const member = members.has(source.name);
  return {
    name: source.name,
    context: source.context ?? source.name,
    hub: source.hub === true,
    member,
    dns: member ? planDns(source, readFile) : undefined,
    namespaces,
    source,
  };
}

/**
 * ManifestWorks create no namespaces, so a database's must exist on the hub and on every cluster that may hold a replica:
 * on the slice that is every member.
 */
function namespacesByCluster(
  { clusters }: Topology,
  members: ReadonlySet<string>,
  databases: readonly Database[],
): ReadonlyMap<string, NamespacePlan[]> {
  const first = new Map<string, Database>();
  for (const database of databases) {
    if (database.namespace !== 'default' && !first.has(database.namespace))
      first.set(database.namespace, database);
  }
  const onSlice = [...first].map(([name, neededBy]): NamespacePlan => ({ name, neededBy }));
  const result = new Map<string, NamespacePlan[]>();
  for (const { name } of clusters) if (members.has(name)) result.set(name, onSlice);
  for (const database of databases) {
    for (const { cluster } of database.placement) {
      if (members.has(cluster) || database.namespace === 'default') continue;
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

function planDatabase(
  topology: Topology,
  source: Database,
  byName: ReadonlyMap<string, ClusterPlan>,
  hub: ClusterPlan | undefined,
): DatabasePlan {
  const placements: PlacementPlan[] = dealOrdinals(source.placement).map(({ cluster: name, ordinals }) => {
    const cluster = byName.get(name);
    if (!cluster) throw new Error(`the placement of ${source.name} names ${name}, which is no cluster`);
    return { cluster, ordinals, storageClass: source.storage.storageClass ?? cluster.source.storageClass };
  });
  const replicas = placements.reduce((sum, { ordinals }) => sum + ordinals.length, 0);
  const home = hub ?? placements[0]?.cluster;
  if (!home) throw new Error(`the placement of ${source.name} is empty`);
  const { request, sizing, configuration } = sizeDatabase(source, replicas, topology);
  // What is guaranteed is guaranteed for this memory, whatever the operator's default becomes.
  const memory = source.resources?.memory ?? (request.mode === 'guaranteed' ? defaultMemory : undefined);
  return {
    name: source.name,
    namespace: source.namespace,
    engine: source.engine,
    replicas,
    distributed: hub !== undefined,
    placements,
    home,
    spread: { node: source.spread?.node ?? 'ScheduleAnyway', zone: source.spread?.zone ?? 'ScheduleAnyway' },
    storageSize: canonicalSize(source.storage.size),
    resources: {
      memory: memory === undefined ? undefined : canonicalSize(memory),
      cpu: source.resources?.cpu === undefined ? undefined : canonicalCpu(source.resources.cpu),
    },
    deletionPolicy: source.deletionPolicy ?? 'DoNotTerminate',
    sizingRequest: request,
    sizing,
    configuration,
    walKeepSize: walKeepSize(source, request),
    placementPolicy: source.kubedb?.placementPolicy ?? `${source.namespace}-${source.name}`,
    source,
  };
}

/** Text for what is kept for standbys; undefined where the operator's default is the same. */
function walKeepSize({ kubedb }: Database, { mode, keptWal }: SizingRequest): string | undefined {
  if (kubedb?.walKeepSize !== undefined) return kubedb.walKeepSize;
  return mode === 'guaranteed' && keptWal !== undefined && keptWal !== kubedbKeptWal
    ? `${keptWal}Mi`
    : undefined;
}
