import { createHash } from 'node:crypto';
import { mariadbNumber } from '../server-options/index.js';
import { optionKey, type Setting } from '../sizing/index.js';
import { shunnedZone } from '../survival/index.js';
import { bytes, type Database, type Topology } from '../topology/index.js';
import type { PlacementPlan } from './cluster-plan.js';
import { planDatabaseBase, withSettings } from './database.js';
import { planProbes, shutDownOf, startOf } from './probes.js';
import { defaultZoneSpread, type PlanProvider, sitesOf } from './provider.js';
import { planService } from './service.js';
import type {
  ArbitratorPlan,
  ClientsPlan,
  InitialUserPlan,
  StatefulSetDatabasePlan,
  StatefulSetMetricsPlan,
} from './statefulset-plan.js';
import { arbitratorOptions, galeraSettings, serverFile } from './statefulset-server.js';
import { wearSettings } from './wear.js';
import { pinOf, zonesWithNodes } from './zones.js';

/** Newest patch of the newest long-term release whose scripts were tried. */
export const statefulSetImage = 'mariadb:11.8.8';

/** Exporter that was read: it takes the account's name and the socket from an option file. */
const exporterImage = 'prom/mysqld-exporter:v0.17.2';

/** Seconds that a server may take, beside a transfer, until its socket answers. */
const leastBootBudget = 600;

/** Seconds until the services have forgotten a pod that is being deleted. */
const drain = 5;

/** Members that replicas know of when nothing is said. */
const usualMaxReplicas = 5;

/** Galera clusters without an operator: one on each cluster of the placement. */
export const planStatefulSet: PlanProvider = (
  topology,
  source,
  clusters,
): readonly StatefulSetDatabasePlan[] => {
  return sitesOf(source, clusters).map((site) => planSite(topology, source, site));
};

function planSite(topology: Topology, source: Database, site: PlacementPlan): StatefulSetDatabasePlan {
  const image = imageOf(source);
  const own = planDatabaseBase(
    { topology, source, placements: [site], home: site.cluster, distributed: false },
    { image, spread: { node: 'DoNotSchedule', zone: defaultZoneSpread(site, source) } },
  );
  const { settings: _, ...base } = own;
  const start = startOf(own);
  const { name, namespace, statefulset = {} } = source;
  const members = Math.max(base.replicas, statefulset.maxReplicas ?? usualMaxReplicas);
  const ipv6 = site.cluster.source.capabilities?.ipFamily === 'ipv6';
  const settings = withSettings(own, [...galeraSettings(source, image), ...wearSettings(source)]);
  const text = serverFile(settings, source, ipv6);
  const service = planService(source, site.cluster.source);
  return {
    ...base,
    provider: 'statefulset',
    image,
    configuration: text,
    files: { 'dbspan.cnf': text },
    clusterName: clusterName(namespace, name),
    peers: Array.from({ length: members }, (_each, ordinal) => {
      return `${name}-${ordinal}.${name}-peers.${namespace}.svc.${site.cluster.domain}`;
    }),
    rootPassword: {
      name: source.rootPasswordSecret?.name ?? `${name}-root`,
      key: source.rootPasswordSecret?.key ?? 'password',
    },
    initialUser: planInitialUser(statefulset),
    probes: planProbes(source, start),
    bootBudget: Math.max(leastBootBudget, Math.ceil(start.total / 60) * 60),
    shutDown: shutDownOf(own),
    drain,
    availableWhenDonor: statefulset.availableWhenDonor ?? true,
    forceBootstrap:
      statefulset.forceBootstrap &&
      `${statefulset.forceBootstrap.ordinal}:${statefulset.forceBootstrap.token}`,
    partition: statefulset.partition ?? 0,
    zoneSpread:
      base.replicas > 1 && zonesWithNodes(site.cluster.source).length > 0 ? base.spread.zone : undefined,
    shunned: shunnedBy(source, site),
    evictUnhealthy: isAtLeast(topology.releases?.kubernetes, 27),
    temporary: temporarySpace(base.storageSize),
    service,
    clients: planClients(source, service.type),
    arbitrator: planArbitrator(source, settings, ipv6),
    metrics: planMetrics(statefulset),
  };
}

type Asked = NonNullable<Database['statefulset']>;

function imageOf({ image, version }: Database): string {
  return image ?? (version === undefined ? statefulSetImage : `mariadb:${version}`);
}

/** Longest name of a group that members can tell each other: a server with a longer one starts, and nobody can join it. */
const longestClusterName = 32;

function clusterName(namespace: string, name: string): string {
  const whole = `${namespace}-${name}`;
  if (whole.length <= longestClusterName) return whole;
  const digest = createHash('sha256').update(`${namespace}/${name}`).digest('hex').slice(0, 8);
  return `${whole.slice(0, longestClusterName - digest.length - 1)}-${digest}`;
}

function planInitialUser({ initialUser }: Asked): InitialUserPlan | undefined {
  if (!initialUser) return undefined;
  const { name, database, passwordSecret } = initialUser;
  return { name, database, password: { name: passwordSecret.name, key: passwordSecret.key ?? 'password' } };
}

/** A load balancer that names no networks lets everybody in; what it lets in must reach the pods. */
function planClients({ service }: Database, type: 'ClusterIP' | 'LoadBalancer'): ClientsPlan {
  const everywhere = type === 'LoadBalancer' ? ['0.0.0.0/0', '::/0'] : [];
  return { namespaces: service?.fromNamespaces ?? [], networks: service?.allowFrom ?? everywhere };
}

function planArbitrator(
  source: Database,
  settings: readonly Setting[],
  ipv6: boolean,
): ArbitratorPlan | undefined {
  const asked = source.statefulset?.arbitrator;
  if (!asked) return undefined;
  const { image, zone } = asked;
  const memory = `${arbitratorMemory + largestWriteSet(settings)}Mi`;
  return { image, zone, options: arbitratorOptions(source, ipv6), memory };
}

function shunnedBy(source: Database, { cluster }: PlacementPlan): string | undefined {
  // Where all are kept in one place, there is no other.
  if (pinOf(source)) return undefined;
  return shunnedZone(zonesWithNodes(cluster.source), source.statefulset?.arbitrator?.zone);
}

/** MiB of garbd without a write set. */
const arbitratorMemory = 128;

/** MiB of the largest write set that a server lets through; as large as there is one, where nothing is said. */
function largestWriteSet(settings: readonly Setting[]): number {
  const said = settings.find(({ option }) => optionKey(option) === 'wsrep_max_ws_size');
  const size = said === undefined ? undefined : mariadbNumber(String(said.value));
  return size === undefined ? 2048 : Math.ceil(size / 1024 ** 2);
}

function planMetrics({ metrics }: Asked): StatefulSetMetricsPlan | undefined {
  if (!metrics) return undefined;
  return {
    image: metrics.image ?? exporterImage,
    serviceMonitor: metrics.serviceMonitor ?? false,
    fromNamespace: metrics.fromNamespace,
  };
}

/** Whether a release of Kubernetes 1 has at least this minor version; one that is not said is new. */
function isAtLeast(release: string | undefined, minor: number): boolean {
  const [, said] = /^v?1\.(\d+)/.exec(release ?? '') ?? [];
  return said === undefined || Number(said) >= minor;
}

/** A tenth of the volume: a sort of a table that fills it should not end in an eviction, nor fill the disk of the node. */
function temporarySpace(storageSize: string): string {
  const tenth = Math.ceil(bytes(storageSize) / 10 / 1024 ** 3);
  return `${Math.min(10, Math.max(1, tenth))}Gi`;
}
