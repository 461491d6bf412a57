import { clusterNames } from '../plan/index.js';
import type { Cluster, Database, Topology } from '../topology/index.js';
import { copyOf } from './copy.js';
import type { Assumption } from './model.js';

/**
 * Gives clusters that are alike, and on which the same databases stand, one entry: a fleet. A database that lives on one cluster alone
 * can be on several in no other way.
 */
export function joinFleets(topology: Topology, assumptions: readonly Assumption[]): Assumption[] {
  const standing = standingOn(topology);
  const fleets = fleetsOf(topology, standing);
  if (fleets.size === 0) return [...assumptions];
  const fleetOf = new Map<string, string>();
  for (const [name, clusters] of fleets) for (const cluster of clusters) fleetOf.set(cluster.name, name);
  topology.clusters = joinedClusters(topology, fleets, fleetOf);
  topology.databases = joinedDatabases(topology, fleetOf);
  return joinedAssumptions(assumptions, fleetOf);
}

/** The databases of each cluster, by what they say but for the cluster; undefined for a cluster that others depend on. */
function standingOn({ databases, slice }: Topology): ReadonlyMap<string, string[] | undefined> {
  const found = new Map<string, string[] | undefined>();
  for (const name of slice?.clusters ?? []) found.set(name, undefined);
  for (const database of databases) {
    const [place] = database.placement;
    const isAlone = database.provider !== 'kubedb' && database.placement.length === 1 && place !== undefined;
    if (!isAlone) {
      for (const { cluster } of database.placement) found.set(cluster, undefined);
      continue;
    }
    const known = found.get(place.cluster);
    if (known) known.push(sharedText(database));
    else if (!found.has(place.cluster)) found.set(place.cluster, [sharedText(database)]);
  }
  return found;
}

function sharedText(database: Database): string {
  const { placement, ...rest } = withoutFolders(database);
  return JSON.stringify([rest, placement.map(({ replicas }) => replicas)]);
}

/** Each cluster of a fleet has a folder of its own in a bucket, which dbspan puts below the one that is said. */
function withoutFolders(database: Database): Database {
  const cluster = database.placement[0]?.cluster ?? '';
  if (!database.mariadbOperator?.backups?.some(({ s3 }) => s3?.prefix?.endsWith(`/${cluster}`)))
    return database;
  const copy = copyOf(database);
  for (const { name, s3 } of copy.mariadbOperator?.backups ?? []) {
    if (!s3?.prefix?.endsWith(`/${cluster}`)) continue;
    s3.prefix = s3.prefix.slice(0, -cluster.length - 1);
    if (s3.prefix === `${database.namespace}/${database.name}/${name}`) delete s3.prefix;
  }
  return copy;
}

function fleetsOf(
  { clusters }: Topology,
  standing: ReadonlyMap<string, string[] | undefined>,
): ReadonlyMap<string, readonly Cluster[]> {
  const alike = new Map<string, Cluster[]>();
  for (const cluster of clusters) {
    const { name, hub, ...rest } = cluster;
    const stands = standing.get(name);
    // A Corefile is one cluster's own.
    if (hub || !stands || rest.corefile !== undefined) continue;
    const key = JSON.stringify([rest, stands, formOf(name).prefix]);
    const known = alike.get(key);
    if (known) known.push(cluster);
    else alike.set(key, [cluster]);
  }
  const taken = new Set(clusters.map(({ name }) => name));
  const fleets = new Map<string, readonly Cluster[]>();
  for (const members of alike.values()) {
    const [first] = members;
    const name = first && freeName(formOf(first.name).prefix.replace(/-+$/, ''), taken);
    if (members.length < 2 || name === undefined || !fleetText(members.map((each) => each.name))) continue;
    taken.add(name);
    fleets.set(name, members);
  }
  return fleets;
}

function joinedClusters(
  { clusters }: Topology,
  fleets: ReadonlyMap<string, readonly Cluster[]>,
  fleetOf: ReadonlyMap<string, string>,
): Cluster[] {
  return clusters.flatMap((cluster) => {
    const name = fleetOf.get(cluster.name);
    const members = fleets.get(name ?? '');
    if (name === undefined || !members) return cluster;
    const fleet = fleetText(members.map((each) => each.name));
    return members[0] === cluster && fleet !== undefined ? { ...cluster, name, fleet } : [];
  });
}

function joinedDatabases({ databases }: Topology, fleetOf: ReadonlyMap<string, string>): Database[] {
  const seen = new Set<string>();
  return databases.flatMap((database) => {
    const [place] = database.placement;
    const fleet = place && fleetOf.get(place.cluster);
    if (!place || fleet === undefined) return database;
    const key = `${fleet} ${sharedText(database)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return { ...withoutFolders(database), placement: [{ ...place, cluster: fleet }] };
  });
}

function joinedAssumptions(
  assumptions: readonly Assumption[],
  fleetOf: ReadonlyMap<string, string>,
): Assumption[] {
  const seen = new Set<string>();
  return assumptions.flatMap((each) => {
    const path = each.path.replace(/^clusters\[([^\]]+)\]/, (whole, name: string) => {
      const fleet = fleetOf.get(name);
      return fleet === undefined ? whole : `clusters[${fleet}]`;
    });
    if (seen.has(`${path} ${each.value}`)) return [];
    seen.add(`${path} ${each.value}`);
    return { ...each, path };
  });
}

function formOf(name: string): { readonly prefix: string; readonly digits: string } {
  const [, prefix = name, digits = ''] = /^(.*?)(\d*)$/.exec(name) ?? [];
  return { prefix, digits };
}

/** What counts the names, or their list; undefined where they have no number in common. */
function fleetText(names: readonly string[]): string | string[] | undefined {
  const [first, last] = [names[0], names.at(-1)].map((name) => formOf(name ?? ''));
  if (!first || !last || first.digits === '') return undefined;
  const counted = `${first.prefix}{${first.digits}..${last.digits}}`;
  const made = clusterNames({ name: 'fleet', distribution: 'other', fleet: counted });
  return made.length === names.length && made.every((name, index) => name === names[index])
    ? counted
    : [...names];
}

function freeName(wanted: string, taken: ReadonlySet<string>): string | undefined {
  if (!/^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(wanted)) return undefined;
  return [wanted, `${wanted}-fleet`, `${wanted}-sites`].find((name) => !taken.has(name));
}
