import {
  type ClusterPlan,
  type DatabasePlan,
  kubedbReleases,
  linksOf,
  type Plan,
  pairKey,
  providers,
} from '../plan/index.js';
import { type Cluster, type Database, type Link, shareSpans, type Topology } from '../topology/index.js';
import { alternatives } from './alternatives.js';
import { indexIn } from './context.js';
import { leafSteps, type Place, placeAt, type Steps } from './place.js';

/** A database as it would be if one thing of the topology were another. */
export interface Variation {
  readonly place: Place;
  readonly plan: Plan;
  readonly database: DatabasePlan;
}

/** What is changed: what the topology says, or what it leaves to defaults. */
export type Kinds = 'said' | 'unsaid';

/**
 * Every way in which one change of the topology makes another database.
 *
 * @param wanted the places of which it is tried; all without it
 */
export function* variationsOf(
  plan: Plan,
  database: DatabasePlan,
  kinds: Kinds = 'said',
  wanted: (place: Place) => boolean = () => true,
): Generator<Variation> {
  const site = new Site(plan, database, wanted);
  if (kinds === 'unsaid') {
    yield* site.ofDefaults();
    return;
  }
  yield* site.ofDatabase();
  yield* site.ofRemovals();
  yield* site.ofConnections();
  yield* site.ofClusters();
  yield* site.ofLinks();
  yield* site.ofProgram();
}

/** What a database may leave to a default that its figures come from, the most telling first, and what else it could say. */
const defaults: readonly (readonly [path: string, ...others: unknown[]])[] = [
  ['resources.memory', '512Mi', '4Gi', '24Gi'],
  ['resources.cpu', '1', '3', '8'],
  ['sizing.maxConnections', 7, 33],
  ['sizing.bufferPool', '20%', '40%'],
  ['sizing.sharedBuffers', '64Mi'],
  ['sizing.workMem', '1Mi'],
  ['sizing.gcache', '300Mi'],
  ['sizing.data', '1Gi', '7Gi'],
  ['sizing.workload', 'edge', 'analytics'],
  ['sizing.mode', 'target'],
  ['replication', 'none', 'primary-replica'],
  ['version', '10.4.34', '10.11.16', '12.17', '15.18'],
];

/** What a database can do without, and what then goes with it. */
const removable = [
  'config.*',
  'imagePullSecrets',
  'kubedb.*',
  'mariadbOperator.metrics',
  'mariadbOperator.multiCluster',
  'mariadbOperator.forceBootstrap',
  'replication',
  'resources.cpu',
  'resources.memory',
  'rootPasswordSecret',
  'scheduling.*',
  'service',
  'sizing.*',
  'spread.*',
  'statefulset.*',
  'tls',
];

/** Other clusters that a placement is tried on. */
const triedClusters = 3;

/** What of a cluster reaches the databases on it; the rest of it is of the slice, the DNS and the runbook. */
const clusterFields = [
  'name',
  'fleet',
  'distribution',
  'storageClass',
  'zones',
  'nodes',
  'capabilities',
  'domain',
];

class Site {
  readonly #plan: Plan;
  readonly #database: DatabasePlan;
  readonly #topology: Topology;
  readonly #index: number;
  readonly #entries: ReadonlyMap<string, readonly ClusterPlan[]>;

  readonly #wanted: (place: Place) => boolean;

  constructor(plan: Plan, database: DatabasePlan, wanted: (place: Place) => boolean) {
    this.#wanted = wanted;
    this.#plan = plan;
    this.#database = database;
    this.#topology = plan.topology;
    this.#index = indexIn(plan.topology.databases, database.source);
    this.#entries = this.#clustersNearby();
  }

  /** The clusters of the placement, of a fleet only this one and another: nobody there knows of more. */
  #clustersNearby(): Map<string, readonly ClusterPlan[]> {
    const own = new Set(this.#database.placements.map(({ cluster }) => cluster));
    const entries = new Map<string, readonly ClusterPlan[]>();
    for (const [name, all] of clustersByEntry(this.#plan)) {
      const here = all.filter((cluster) => own.has(cluster));
      const other = all.find((cluster) => !own.has(cluster));
      entries.set(name, other ? [...here, other] : here);
    }
    return entries;
  }

  *ofDatabase(): Generator<Variation> {
    const { source } = this.#database;
    const base: Steps = ['databases', this.#index];
    for (const steps of leafSteps(source)) {
      const place = placeAt(this.#topology, [...base, ...steps]);
      const value = lookUp(source, steps);
      if (steps.at(-1) === 'primary') {
        for (const { cluster } of source.mariadbOperator?.multiCluster?.members ?? [])
          if (cluster !== value) yield* this.#derive(place, { source: changed(source, steps, cluster) });
        continue;
      }
      if (isMemberName(steps)) {
        yield* this.#onOtherClusters(place, String(value));
        continue;
      }
      for (const other of alternatives(steps, value, source))
        yield* this.#derive(place, { source: changed(source, steps, other) });
    }
  }

  /** Without what is said. */
  *ofRemovals(): Generator<Variation> {
    const { source } = this.#database;
    for (const pattern of removable) {
      const parts = pattern.split('.');
      const inside = lookUp(source, parts.slice(0, -1));
      if (typeof inside !== 'object' || inside === null) continue;
      const names =
        parts.at(-1) === '*' ? Object.keys(inside) : parts.slice(-1).filter((name) => name in inside);
      for (const name of names) {
        const steps = [...parts.slice(0, -1), name];
        const place = placeAt(this.#topology, ['databases', this.#index, ...steps]);
        yield* this.#derive(place, { source: without(source, steps) });
      }
    }
  }

  /** Without the secrets that accounts ask for. */
  *ofConnections(): Generator<Variation> {
    const { source } = this.#database;
    for (const steps of leafSteps(source)) {
      if (steps.at(-1) !== 'connectionSecret') continue;
      const place = placeAt(this.#topology, ['databases', this.#index, ...steps]);
      yield* this.#derive(place, { source: without(source, steps) });
    }
  }

  /** With something said that is left to its default. */
  *ofDefaults(): Generator<Variation> {
    const { source } = this.#database;
    for (const [path, ...others] of defaults) {
      const steps = path.split('.');
      if (lookUp(source, steps) !== undefined) continue;
      const place = placeAt(this.#topology, ['databases', this.#index, ...steps]);
      for (const other of others) yield* this.#derive(place, { source: changed(source, steps, other) });
    }
  }

  /** On clusters that the database does not stand on yet; where there is none, on one that is called otherwise. */
  *#onOtherClusters(place: Place, name: string): Generator<Variation> {
    const { source } = this.#database;
    const used = new Set(source.placement.map(({ cluster }) => cluster));
    const free = [...this.#entries.keys()].filter((each) => !used.has(each)).slice(0, triedClusters);
    for (const other of free) yield* this.#derive(place, { source: renamed(source, name, other) });
    const entry = this.#entries.get(name)?.[0]?.source;
    if (free.length === 0 && entry) yield* this.#renameCluster(place, entry);
  }

  *ofClusters(): Generator<Variation> {
    const entries = new Set(
      [...this.#database.placements, { cluster: this.#database.home }].map(({ cluster }) => cluster.source),
    );
    for (const entry of entries) {
      const base: Steps = ['clusters', indexIn(this.#topology.clusters, entry)];
      for (const steps of leafSteps(entry)) {
        if (!clusterFields.includes(String(steps[0]))) continue;
        const place = placeAt(this.#topology, [...base, ...steps]);
        if (steps[0] === 'name' || steps[0] === 'fleet') {
          if ((steps[0] === 'fleet') === (entry.fleet !== undefined))
            yield* this.#renameCluster(place, entry);
          continue;
        }
        for (const other of alternatives(steps, lookUp(entry, steps), this.#database.source).filter(
          (each) => !this.#losesZones(entry, steps, each),
        ))
          yield* this.#changeCluster(place, entry, changed(entry, steps, other));
      }
      for (const field of ['storageClass', 'zones', 'nodes', 'capabilities', 'domain']) {
        if (!(field in entry) || this.#losesZones(entry, [field], [])) continue;
        yield* this.#changeCluster(placeAt(this.#topology, [...base, field]), entry, without(entry, [field]));
      }
    }
    yield* this.#ofOtherMembers(entries);
  }

  /** Zones that nodes are counted by, or whose loss must be survived, cannot be fewer. */
  #losesZones({ zones, nodes }: Cluster, [field]: Steps, other: unknown): boolean {
    if (field !== 'zones' || !zones || !Array.isArray(other)) return false;
    return (
      other.length < zones.length && (typeof nodes === 'object' || this.#database.source.survive === 'zone')
    );
  }

  /** Clusters of other members, whose names are in the names of their objects. */
  *#ofOtherMembers(known: ReadonlySet<Cluster>): Generator<Variation> {
    if (!this.#database.source.mariadbOperator?.multiCluster) return;
    for (const { cluster } of this.#database.source.placement) {
      const entry = this.#entries.get(cluster)?.[0]?.source;
      if (!entry || known.has(entry)) continue;
      const index = indexIn(this.#topology.clusters, entry);
      yield* this.#renameCluster(placeAt(this.#topology, ['clusters', index, 'name']), entry);
    }
  }

  *#changeCluster(place: Place, entry: Cluster, other: Cluster): Generator<Variation> {
    const swap = swapped((cluster) =>
      cluster.source === entry
        ? { ...cluster, source: other, domain: other.domain ?? 'cluster.local' }
        : cluster,
    );
    yield* this.#derive(place, { swap });
  }

  *#renameCluster(place: Place, entry: Cluster): Generator<Variation> {
    const swap = swapped((cluster) =>
      cluster.source === entry ? { ...cluster, name: `${cluster.name}x` } : cluster,
    );
    const source = renamed(this.#database.source, entry.name, `${entry.name}x`);
    yield* this.#derive(place, {
      swap,
      source,
      entryName: (name) => (name === entry.name ? `${name}x` : name),
    });
  }

  /** Round trips and bandwidths between the clusters of the database. */
  *ofLinks(): Generator<Variation> {
    const { links } = this.#topology;
    const names = [...new Set(this.#database.placements.map(({ cluster }) => cluster.name))];
    if (!links || names.length < 2 || linksOf(this.#database.source, this.#topology).roundTrip === undefined)
      return;
    const pairs = new Set(
      names.flatMap((first, at) => names.slice(at + 1).map((second) => pairKey(first, second))),
    );
    for (const [index, link] of links.entries()) {
      const [first = '', second = ''] = link.between;
      if (!pairs.has(pairKey(first, second)) || link.rtt === undefined) continue;
      const place = placeAt(this.#topology, ['links', index, 'rtt']);
      for (const other of alternatives(['links', index, 'rtt'], link.rtt, this.#database.source))
        yield* this.#derive(place, {
          topology: withLink(this.#topology, index, { ...link, rtt: String(other) }),
        });
    }
  }

  /** What is said once for the whole program: releases, and the names of the slice. */
  *ofProgram(): Generator<Variation> {
    const { releases, slice } = this.#plan;
    const { releases: said, slice: asked } = this.#topology;
    if (said?.kubernetes !== undefined) {
      for (const kubernetes of ['1.26', '1.33']) {
        const topology = { ...this.#topology, releases: { ...said, kubernetes } };
        yield* this.#derive(placeAt(this.#topology, ['releases', 'kubernetes']), { topology });
      }
    }
    // Settings of the server are refused for releases that have no field for them.
    if (said?.kubedb !== undefined && this.#database.configuration === undefined) {
      const other = kubedbReleases.find(
        ({ configuration }) => configuration !== releases.kubedb.configuration,
      );
      const place = placeAt(this.#topology, ['releases', 'kubedb']);
      if (other) yield* this.#derive(place, { plan: { releases: { ...releases, kubedb: other } } });
    }
    if (!slice || !asked) return;
    yield* this.#derive(placeAt(this.#topology, ['slice', 'name']), {
      plan: { slice: { ...slice, name: `${slice.name}x` } },
    });
    const project: Steps = asked.project === undefined ? ['metadata', 'name'] : ['slice', 'project'];
    const projectNamespace = `${slice.projectNamespace}x`;
    yield* this.#derive(placeAt(this.#topology, project), {
      plan: { slice: { ...slice, projectNamespace } },
    });
  }

  *#derive(place: Place, change: Change): Generator<Variation> {
    if (!this.#wanted(place)) return;
    const { source = this.#database.source, topology = this.#topology, swap, entryName = same } = change;
    const home = (cluster: ClusterPlan): ClusterPlan => swap?.(cluster) ?? cluster;
    const entries = new Map([...this.#entries].map(([name, all]) => [entryName(name), all.map(home)]));
    const hub = this.#database.distributed ? home(this.#database.home) : undefined;
    const derived = attempt(() => providers[source.provider](topology, source, entries, hub));
    const own = home(this.#database.home);
    const database =
      derived?.find((each) => each.home === own) ??
      (derived?.length === 1 ? derived[0] : this.#moved(source, derived));
    const isRefused = database !== undefined && isTooSmall(database) && !isTooSmall(this.#database);
    // Nobody follows a server that is alone.
    const isAlone =
      source.replication !== undefined &&
      source.replication !== 'none' &&
      database !== undefined &&
      database.replicas < 2;
    if (database && !isRefused && !isAlone)
      yield { place, plan: { ...this.#plan, topology, ...change.plan }, database };
  }

  /** The same database where its cluster in the placement is another one. */
  #moved(source: Database, derived: readonly DatabasePlan[] | undefined): DatabasePlan | undefined {
    const at = this.#database.source.placement.findIndex(
      ({ cluster }) => cluster === this.#database.home.source.name,
    );
    const name = source.placement[at]?.cluster;
    return derived?.find(({ home }) => home.source.name === name);
  }
}

interface Change {
  readonly source?: Database;
  readonly topology?: Topology;
  readonly swap?: (cluster: ClusterPlan) => ClusterPlan;
  readonly entryName?: (name: string) => string;
  readonly plan?: Partial<Plan>;
}

/** What memory or volume are too small for is refused. */
function isTooSmall({ sizing: { problem, volume }, sizingRequest: { data } }: DatabasePlan): boolean {
  return problem !== undefined || (volume !== undefined && volume.room < (data ?? 1));
}

function same(name: string): string {
  return name;
}

/** Swaps the plan of each cluster once, so that one cluster stays one. */
function swapped(change: (cluster: ClusterPlan) => ClusterPlan): (cluster: ClusterPlan) => ClusterPlan {
  const known = new Map<ClusterPlan, ClusterPlan>();
  return (cluster) => {
    const present = known.get(cluster) ?? change(cluster);
    known.set(cluster, present);
    return present;
  };
}

/** What cannot be derived is no way in which the topology could be. */
function attempt<T>(derive: () => T): T | undefined {
  try {
    return derive();
  } catch {
    return undefined;
  }
}

/** The name of a cluster on which the database stands. */
function isMemberName(steps: Steps): boolean {
  const [first, , third] = steps;
  return (
    (first === 'placement' && third === 'cluster') ||
    /multiCluster\.(?:members\.\d+\.cluster|primary)$/.test(steps.join('.'))
  );
}

const entriesByPlan = new WeakMap<Plan, ReadonlyMap<string, readonly ClusterPlan[]>>();

function clustersByEntry(plan: Plan): ReadonlyMap<string, readonly ClusterPlan[]> {
  const known = entriesByPlan.get(plan);
  if (known) return known;
  const entries = new Map<string, ClusterPlan[]>();
  for (const cluster of plan.clusters) {
    const present = entries.get(cluster.source.name);
    if (present) present.push(cluster);
    else entries.set(cluster.source.name, [cluster]);
  }
  entriesByPlan.set(plan, entries);
  return entries;
}

function lookUp(container: unknown, steps: Steps): unknown {
  return steps.reduce<unknown>(
    (value, step) => (value as Readonly<Record<string | number, unknown>> | undefined)?.[step],
    container,
  );
}

/** A copy in which one value is another; the places stay. */
function changed<T extends object>(container: T, steps: Steps, value: unknown): T {
  const [step, ...rest] = steps;
  if (step === undefined) return container;
  const copy = (Array.isArray(container) ? [...container] : { ...container }) as Record<
    string | number,
    unknown
  >;
  shareSpans(container, copy);
  copy[step] = rest.length === 0 ? value : changed((copy[step] ?? {}) as object, rest, value);
  return copy as T;
}

function without<T extends object>(container: T, steps: Steps): T {
  const holder = steps.slice(0, -1);
  const { [String(steps.at(-1))]: _, ...rest } = lookUp(container, holder) as Record<string, unknown>;
  shareSpans(lookUp(container, holder) as object, rest);
  return holder.length === 0 ? (rest as T) : changed(container, holder, rest);
}

/** A database that stands on another cluster, or on one of another name. */
function renamed(database: Database, name: string, other: string): Database {
  let result = database;
  for (const steps of leafSteps(database))
    if (isMemberName(steps) && lookUp(database, steps) === name) result = changed(result, steps, other);
  return result;
}

function withLink(topology: Topology, index: number, link: Link): Topology {
  return { ...topology, links: (topology.links ?? []).map((each, at) => (at === index ? link : each)) };
}
