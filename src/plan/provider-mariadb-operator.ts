import { mariadbName, providerParts } from '../server-options/index.js';
import { configurationFile, type Setting, type StartUp } from '../sizing/index.js';
import type { Database, MultiCluster, Topology } from '../topology/index.js';
import { type DatabaseBase, planDatabaseBase, withSettings } from './database.js';
import { serverVersionOfImage } from './image.js';
import type {
  MariadbOperatorDatabasePlan,
  MultiClusterMemberPlan,
  MultiClusterPlan,
  OperatorGaleraPlan,
  OperatorTlsPlan,
  OperatorUserPlan,
} from './mariadb-operator-plan.js';
import type { PlacementPlan } from './plan.js';
import { planProbes, shutDownOf, startOf } from './probes.js';
import { type PlanProvider, sitesOf } from './provider.js';
import { planService } from './service.js';
import { wearSettings } from './wear.js';

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
  return sites.map((site) => planSite(topology, source, site, members));
};

function planSite(
  topology: Topology,
  source: Database,
  site: PlacementPlan,
  members: readonly MultiClusterMemberPlan[] | undefined,
): MariadbOperatorDatabasePlan {
  const image = imageOf(source);
  const own = planDatabaseBase(
    { topology, source, placements: [site], home: site.cluster, distributed: false },
    { image, spread: { node: 'DoNotSchedule', zone: defaultZoneSpread(site) } },
  );
  const { settings: _, ...base } = own;
  const start = startOf(own);
  const { rest, providerOptions, appliers } = takeOwned(withSettings(own, wearSettings(source)));
  const multiCluster = planMultiCluster(source, members, site);
  const name = multiCluster?.own.name ?? source.name;
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
    galera:
      base.replication === 'galera'
        ? planGalera(source, name, base.replicas, image, start, { providerOptions, appliers })
        : undefined,
    probes: planProbes(source, start),
    shutDown: shutDownOf(own),
    antiAffinity: base.replicas > 1 && base.spread.node === 'DoNotSchedule',
    zoneSpread: base.replicas > 1 && site.cluster.source.zones ? base.spread.zone : undefined,
    tls: planTls(source, multiCluster),
    service: planService(source, site.cluster.source),
    users: planUsers(source, name, own),
    multiCluster,
  };
}

/** The image that is said, or that of the version, or the operator's own. */
function imageOf({ image, version }: Database): string {
  return image ?? (version === undefined ? operatorImage : `mariadb:${version}`);
}

/** With three zones or more, one replica more in a zone than in another is the most. */
export function defaultZoneSpread({ cluster }: PlacementPlan): 'DoNotSchedule' | 'ScheduleAnyway' {
  return (cluster.source.zones?.length ?? 0) >= 3 ? 'DoNotSchedule' : 'ScheduleAnyway';
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
  { providerOptions, appliers }: Pick<Owned, 'providerOptions' | 'appliers'>,
): OperatorGaleraPlan {
  const sst = mariadbOperator.sst ?? 'mariabackup';
  const sync = Math.max(300, Math.ceil(total / 60) * 60);
  return {
    providerOptions,
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

function goDuration(time: number): string {
  return time % 3600 === 0 ? `${time / 3600}h` : `${time / 60}m`;
}

function planTls({ tls }: Database, multiCluster: MultiClusterPlan | undefined): OperatorTlsPlan {
  return {
    enabled: tls?.enabled ?? true,
    required: tls?.required ?? false,
    names: multiCluster ? [multiCluster.own.host] : [],
  };
}

/** Connections for the operator, an administrator and, three of them, the exporter. */
const reservedConnections = 8;

function planUsers(
  { mariadbOperator }: Database,
  name: string,
  { sizing }: DatabaseBase,
): OperatorUserPlan[] {
  const most = Math.max(1, sizing.connections - reservedConnections);
  return (mariadbOperator?.users ?? []).map((source) => ({
    objectName: `${name}-${objectPart(source.name)}`,
    maxConnections: source.maxConnections ?? most,
    source,
  }));
}

/** A name of SQL as part of the name of an object. */
export function objectPart(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
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
