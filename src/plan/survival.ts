import {
  type ClusterSite,
  clusterNamed,
  type Goal,
  type GroupProtocol,
  type Landscape,
  type Member,
  type Protocol,
  type Spread,
  type SurvivalDatabase,
  zoneId,
} from '../survival/index.js';
import type { Database, Topology } from '../topology/index.js';
import type { ClusterPlan } from './cluster-plan.js';
import { clusterNames } from './fleet.js';
import type { MariadbOperatorDatabasePlan } from './mariadb-operator-plan.js';
import type { DatabasePlan, Plan } from './plan.js';
import { defaultZoneSpread } from './provider.js';
import { spreadFor } from './provider-kubedb.js';
import { nodeCount, pinOf, zonesWithNodes } from './zones.js';

/** A database as the survival model sees it, and what it was made of: several objects where clusters follow one another. */
export interface SurvivalSubject {
  readonly database: SurvivalDatabase;
  /** In the order of the plan; never empty. */
  readonly plans: readonly [DatabasePlan, ...DatabasePlan[]];
}

/** A plan as the survival model sees it. */
export interface SurvivalPlan {
  readonly landscape: Landscape;
  /** In the order of the plan. */
  readonly subjects: readonly SurvivalSubject[];
}

const known = new WeakMap<Plan, SurvivalPlan>();

/** What the survival model needs of a plan. */
export function survivalOf(plan: Plan): SurvivalPlan {
  const present = known.get(plan);
  if (present) return present;
  const landscape = landscapeOf(plan.clusters, plan.slice ? plan.hub?.name : undefined);
  const survival = { landscape, subjects: subjectsOf(plan.databases, landscape) };
  known.set(plan, survival);
  return survival;
}

/** Where the databases of a topology stand, before a plan is derived. */
export function topologyLandscape({ clusters, slice }: Topology): Landscape {
  const sites = clusters.flatMap((source) => clusterNames(source).map((name) => ({ name, source })));
  return landscapeOf(sites, slice ? clusters.find(({ hub }) => hub)?.name : undefined);
}

type Site = Pick<ClusterPlan, 'name' | 'source'>;

function landscapeOf(clusters: readonly Site[], hub: string | undefined): Landscape {
  return { clusters: clusters.map(clusterSite), hub };
}

function clusterSite({ name, source }: Site): ClusterSite {
  const { nodes } = source;
  const region = source.location?.region;
  const counted = typeof nodes === 'object' ? new Map(Object.entries(nodes)) : new Map<string, number>();
  return {
    name,
    region,
    zones: zonesWithNodes(source).map((zone) => ({
      id: zoneId({ name, region }, zone),
      name: zone,
      nodes: counted.get(zone),
    })),
    nodes: nodeCount(source),
  };
}

/** Members of one multi-cluster are one database; everything else is one by itself. */
function subjectsOf(databases: readonly DatabasePlan[], landscape: Landscape): SurvivalSubject[] {
  const joined = new Map<DatabasePlan['source'], DatabasePlan[]>();
  const subjects: (readonly [DatabasePlan, ...DatabasePlan[]])[] = [];
  for (const database of databases) {
    const others = joined.get(database.source);
    if (others) {
      others.push(database);
      continue;
    }
    const plans: [DatabasePlan, ...DatabasePlan[]] = [database];
    if (multiClusterOf(database)) joined.set(database.source, plans);
    subjects.push(plans);
  }
  return subjects.map((plans) => ({ plans, database: subject(plans, landscape) }));
}

function multiClusterOf(database: DatabasePlan): MariadbOperatorDatabasePlan['multiCluster'] {
  return database.provider === 'mariadb-operator' ? database.multiCluster : undefined;
}

function subject(plans: readonly [DatabasePlan, ...DatabasePlan[]], landscape: Landscape): SurvivalDatabase {
  const [first] = plans;
  const own = plans.find((each) => each.home.name === first.source.mariadbOperator?.multiCluster?.primary);
  const within = protocolOf(own ?? first);
  const protocol: Protocol = multiClusterOf(first)
    ? { kind: 'clusters', primary: (own ?? first).home.name, within }
    : within;
  return {
    name: first.source.name,
    namespace: first.namespace,
    engine: first.engine,
    protocol,
    members: plans.flatMap((each) => membersOf(each, landscape)),
    spread: spreadOf(first),
    onHub: first.provider === 'kubedb' && first.distributed,
  };
}

function protocolOf(database: DatabasePlan): GroupProtocol {
  const { replication, replicas, source, configuration = '' } = database;
  const hasArbitrator = database.provider === 'statefulset' && database.arbitrator !== undefined;
  if (replication === 'galera' && (replicas > 1 || hasArbitrator))
    return {
      kind: 'galera',
      dirtyReads: /^\s*wsrep[-_]dirty[-_]reads\s*=\s*["']?(?:on|1|true)\b/im.test(configuration),
    };
  if (replicas < 2 || replication === 'none') return { kind: 'alone' };
  if (database.provider === 'mariadb-operator')
    return { kind: 'operator', semiSynchronous: database.asynchronous?.semiSync ?? false };
  return {
    kind: 'raft',
    // KubeDB waits for one standby when nothing else is said, and the language says nothing else.
    synchronous: source.kubedb?.streamingMode === 'Synchronous' ? 1 : 0,
    hotStandby: source.kubedb?.standbyMode !== 'Warm',
  };
}

function membersOf(database: DatabasePlan, landscape: Landscape): Member[] {
  const { name, placements, home } = database;
  const weight = weightOf(database);
  const members: Member[] = [];
  for (const { cluster, ordinals } of placements) {
    for (const ordinal of ordinals)
      members.push({
        name: `${name}-${ordinal}`,
        ordinal,
        cluster: cluster.name,
        zone: undefined,
        weight,
        data: true,
      });
  }
  members.sort((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0));
  if (database.provider === 'statefulset' && database.arbitrator) {
    const { zone, options } = database.arbitrator;
    members.push({
      name: `${name}-arbitrator`,
      ordinal: undefined,
      cluster: home.name,
      zone: zone === undefined ? undefined : zoneId(clusterNamed(landscape, home.name), zone),
      weight: givenWeight(options) ?? 1,
      data: false,
    });
  }
  return members;
}

/** Votes of each replica: no provider can give one replica more than another. */
function weightOf(database: DatabasePlan): number {
  if (database.replication !== 'galera') return 1;
  const own =
    database.provider === 'mariadb-operator' ? database.galera?.providerOptions['pc.weight'] : undefined;
  return own !== undefined ? Number(own) : (givenWeight(database.configuration ?? '') ?? 1);
}

function givenWeight(options: string): number | undefined {
  const given = /(?:^|[;"'\s=])pc\.weight\s*=\s*(\d+)/.exec(options)?.[1];
  return given === undefined ? undefined : Number(given);
}

function spreadOf(database: DatabasePlan): Spread {
  return withPin(database.source, statedSpread(database));
}

function withPin(source: Database, spread: Spread): Spread {
  const pin = pinOf(source);
  if (!pin) return spread;
  return { ...spread, zone: 'anywhere', node: pin.unit === 'node' ? 'anywhere' : spread.node };
}

/** How replicas keep apart, but for a node selector that keeps them together. */
export function statedSpread(database: DatabasePlan): Spread {
  return constraintsOf(database, database.spread);
}

/** How replicas of a database would keep apart if the file asked for this to be survived. */
export function spreadUnder(survive: Goal, database: DatabasePlan): Spread {
  const { source, provider, placements } = database;
  const [site] = placements;
  const usual =
    provider === 'kubedb' || !site
      ? spreadFor({ survive }, placements)
      : { node: 'DoNotSchedule' as const, zone: defaultZoneSpread(site, { survive }) };
  const spread = { node: source.spread?.node ?? usual.node, zone: source.spread?.zone ?? usual.zone };
  return withPin(source, constraintsOf(database, spread));
}

function constraintsOf(database: DatabasePlan, { node, zone }: DatabasePlan['spread']): Spread {
  const isApart = node === 'DoNotSchedule';
  const isEven = zone === 'DoNotSchedule';
  if (database.provider === 'kubedb') {
    // Only a distributed database has a policy of its own; required anti-affinity goes with DoNotSchedule.
    return {
      node: database.distributed && isApart ? 'apart' : 'anywhere',
      zone: database.distributed && isEven ? 'one-each' : 'anywhere',
      arbitrator: 'anywhere',
    };
  }
  const several = database.replicas > 1;
  return {
    node: isApart && (several || database.provider === 'statefulset') ? 'apart' : 'anywhere',
    zone: several && isEven && zonesWithNodes(database.home.source).length > 0 ? 'even' : 'anywhere',
    arbitrator: isApart && database.provider === 'statefulset' ? 'apart' : 'anywhere',
  };
}
