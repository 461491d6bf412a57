import { mariadbName, providerParts } from '../server-options/index.js';
import { configurationFile, type ServerSizing, type Setting, type StartUp } from '../sizing/index.js';
import type { Database, MultiCluster, Topology } from '../topology/index.js';
import type { PlacementPlan } from './cluster-plan.js';
import { planDatabaseBase, withSettings } from './database.js';
import { goDuration } from './go-duration.js';
import { serverVersionOfImage } from './image.js';
import {
  hasMetrics,
  type ObjectsOf,
  planBackups,
  planBootstrap,
  planSchemas,
  planUsers,
} from './mariadb-operator-objects.js';
import type {
  MariadbOperatorDatabasePlan,
  MultiClusterMemberPlan,
  MultiClusterPlan,
  OperatorBackupPlan,
  OperatorGaleraPlan,
  OperatorReplicationPlan,
  OperatorTlsPlan,
} from './mariadb-operator-plan.js';
import { planProbes, shutDownOf, startOf } from './probes.js';
import { defaultZoneSpread, type PlanProvider, sitesOf } from './provider.js';
import { planService } from './service.js';
import { wearSettings } from './wear.js';
import { zonesWithNodes } from './zones.js';

/** What the operator takes when no image is named. Source: mariadb-operator/mariadb-operator deploy/charts, 26.6.0 */
export const operatorImage = 'mariadb:11.8.8';

/** Databases of mariadb-operator: one object on each cluster of the placement. */
export const planMariadbOperator: PlanProvider = (
  topology,
  source,
  clusters,
): readonly MariadbOperatorDatabasePlan[] => {
  const sites = sitesOf(source, clusters);
  const { multiCluster } = source.mariadbOperator ?? {};
  const members = multiCluster && membersOf(source, multiCluster);
  return sites.map((site) => planSite(topology, source, site, { members, several: sites.length > 1 }));
};

function planSite(
  topology: Topology,
  source: Database,
  site: PlacementPlan,
  {
    members,
    several,
  }: { readonly members: readonly MultiClusterMemberPlan[] | undefined; readonly several: boolean },
): MariadbOperatorDatabasePlan {
  const image = imageOf(source);
  const own = planDatabaseBase(
    { topology, source, placements: [site], home: site.cluster, distributed: false },
    { image, spread: { node: 'DoNotSchedule', zone: defaultZoneSpread(site, source) } },
  );
  const { settings: _, ...base } = own;
  const start = startOf(own);
  const { rest, providerOptions, appliers } = takeOwned(withSettings(own, wearSettings(source)));
  const multiCluster = planMultiCluster(source, members, site);
  const name = multiCluster?.own.name ?? source.name;
  const operator = source.mariadbOperator ?? {};
  const objects: ObjectsOf = {
    name,
    folder: `${source.namespace}/${source.name}`,
    below: several && !multiCluster ? site.cluster.name : undefined,
    operator,
    multiCluster,
  };
  const backups = planBackups(objects, site.storageClass);
  return {
    ...base,
    provider: 'mariadb-operator',
    name,
    image,
    configuration: configurationFile('mariadb', rest, 'mariadb'),
    rootPassword: {
      name: source.rootPasswordSecret?.name ?? `${name}-root`,
      key: source.rootPasswordSecret?.key ?? 'password',
      generate: source.rootPasswordSecret === undefined,
    },
    volumesGrow: volumesGrow(site),
    galera:
      base.replication === 'galera'
        ? planGalera(source, name, base.replicas, image, start, {
            providerOptions,
            appliers,
            gcache: base.sizing.gcache,
          })
        : undefined,
    asynchronous:
      base.replication === 'primary-replica' ? planReplication(name, multiCluster, backups) : undefined,
    probes: planProbes(source, start),
    shutDown: shutDownOf(own),
    antiAffinity: base.replicas > 1 && base.spread.node === 'DoNotSchedule',
    zoneSpread:
      base.replicas > 1 && zonesWithNodes(site.cluster.source).length > 0 ? base.spread.zone : undefined,
    // The operator's own way waits until every server is ready before it restarts one: alone, a server that a change has
    // broken would never get the change that mends it.
    updates: base.replicas > 1 ? 'ReplicasFirstPrimaryLast' : 'RollingUpdate',
    tls: planTls(source, name, multiCluster),
    service: planService(source, site.cluster.source),
    users: planUsers(objects, own),
    schemas: planSchemas(objects),
    backups,
    bootstrap: planBootstrap(objects),
    metrics: hasMetrics(operator),
    multiCluster,
  };
}

/** The image that is said, or that of the version, or the operator's own. */
function imageOf({ image, version }: Database): string {
  return image ?? (version === undefined ? operatorImage : `mariadb:${version}`);
}

interface Owned {
  /** What stays in the server's configuration file. */
  readonly rest: readonly Setting[];
  readonly providerOptions: Readonly<Record<string, string>>;
  readonly appliers: number | undefined;
}

/**
 * Takes out what has a field of the object: in the file it would silently replace what the operator writes. Of the provider's
 * options the file would lose the address and the encryption.
 */
function takeOwned(settings: readonly Setting[]): Owned {
  const options = settings.find(({ option }) => nameOf(option) === 'wsrep-provider-options');
  const appliers = settings.find(({ option }) => nameOf(option) === 'wsrep-slave-threads');
  const parts = providerParts(String(options?.value ?? ''))
    .map(({ key, value = '' }) => [key, value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    rest: settings.filter((setting) => setting !== options && setting !== appliers),
    providerOptions: Object.fromEntries(parts),
    appliers: appliers === undefined ? undefined : Number(appliers.value),
  };
}

function nameOf(option: string): string {
  return mariadbName(option).key;
}

function planGalera(
  { mariadbOperator = {} }: Database,
  name: string,
  replicas: number,
  image: string,
  { total }: StartUp,
  {
    providerOptions,
    appliers,
    gcache,
  }: Pick<Owned, 'providerOptions' | 'appliers'> & Pick<ServerSizing, 'gcache'>,
): OperatorGaleraPlan {
  const sst = mariadbOperator.sst ?? 'mariabackup';
  const sync = Math.max(300, Math.ceil(total / 60) * 60);
  return {
    providerOptions: withPageSize(providerOptions, gcache),
    replicaThreads: appliers,
    sst,
    availableWhenDonor: mariadbOperator.availableWhenDonor ?? sst === 'mariabackup',
    libraryPath: serverVersionOfImage(image).ubi ? '/usr/lib64/galera/libgalera_smm.so' : undefined,
    timeouts: {
      podSync: goDuration(sync),
      podRecovery: goDuration(sync),
      clusterBootstrap: goDuration(Math.max(600, sync * replicas)),
    },
    forceBootstrapIn:
      mariadbOperator.forceBootstrap === undefined
        ? undefined
        : `${name}-${mariadbOperator.forceBootstrap.ordinal}`,
  };
}

/** MiB of gcache.page_size when nothing is said. */
const usualPage = 128;

/** A page takes what the ring has no room for: one that is larger than the ring would only fill the volume. */
function withPageSize(
  options: OperatorGaleraPlan['providerOptions'],
  gcache: ServerSizing['gcache'],
): OperatorGaleraPlan['providerOptions'] {
  const size = options['gcache.size'];
  if (size === undefined || gcache === undefined || gcache >= usualPage) return options;
  return { 'gcache.page_size': size, ...options };
}

function planTls(
  { tls, service, mariadbOperator }: Database,
  name: string,
  multiCluster: MultiClusterPlan | undefined,
): OperatorTlsPlan {
  const enabled = tls?.enabled ?? true;
  const address = service?.address === undefined ? [] : [service.address];
  return {
    enabled,
    required: enabled && (tls?.required ?? false),
    stateTransfers: enabled && (mariadbOperator?.sst ?? 'mariabackup') === 'mariabackup',
    authority: tls?.secret ?? `${name}-ca-bundle`,
    names: [...new Set(multiCluster ? [multiCluster.own.host, ...address] : address)],
  };
}

function planReplication(
  name: string,
  multiCluster: MultiClusterPlan | undefined,
  backups: readonly OperatorBackupPlan[],
): OperatorReplicationPlan {
  const own = { name: `${name}-repl-password`, key: 'password', generate: true };
  return {
    password: multiCluster ? { ...multiCluster.replicationPassword, generate: false } : own,
    semiSync: multiCluster === undefined,
    newReplicasFrom: backups.find(({ kind }) => kind === 'physical')?.objectName,
  };
}

/** local-path has no way to make a volume larger; it is what K3s takes when no class is named. */
function volumesGrow({ cluster, storageClass }: PlacementPlan): boolean {
  return storageClass === undefined ? cluster.source.distribution !== 'k3s' : storageClass !== 'local-path';
}

/** Room for nine replicas between the ids of two members. */
const idStep = 10;

function membersOf(source: Database, { members }: MultiCluster): MultiClusterMemberPlan[] {
  return members.map(({ cluster, host, port, gtidDomainId, serverId }, index) => ({
    name: `${source.name}-${cluster}`,
    cluster,
    host,
    port: port ?? 3306,
    gtidDomainId: gtidDomainId ?? index * idStep,
    serverId: serverId ?? (index + 1) * idStep,
  }));
}

function planMultiCluster(
  { mariadbOperator }: Database,
  members: readonly MultiClusterMemberPlan[] | undefined,
  { cluster }: PlacementPlan,
): MultiClusterPlan | undefined {
  const asked = mariadbOperator?.multiCluster;
  const own = members?.find((member) => member.cluster === cluster.name);
  const primary = members?.find((member) => member.cluster === asked?.primary);
  if (!asked || !members || !own || !primary) return undefined;
  const { name, key = 'password' } = asked.replicationPasswordSecret;
  return {
    primary: primary.name,
    isPrimary: primary === own,
    members,
    own,
    replicationPassword: { name, key },
  };
}
