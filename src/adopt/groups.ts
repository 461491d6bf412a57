import { clusterNames } from '../plan/index.js';
import type { Cluster, Database, Topology } from '../topology/index.js';
import { copyOf } from './copy.js';
import type { Assumption } from './model.js';

/** Databases that are the same on several clusters, each for itself, as one with several places. */
export function joinPlaces(databases: readonly Database[]): Database[] {
  const joined = new Map<string, { readonly first: Database; readonly shared: Database; readonly all: Database[] }>();
  const kept: Database[] = [];
  for (const database of databases) {
    const [place] = database.placement;
    if (database.provider === 'kubedb' || database.placement.length !== 1 || !place) {
      kept.push(database);
      continue;
    }
    const shared = withoutFolders(database, place.cluster);
    const { placement: _, ...rest } = shared;
    const key = JSON.stringify(rest);
    const known = joined.get(key);
    if (known && !known.all.some((each) => each.placement[0]?.cluster === place.cluster)) known.all.push(database);
    else {
      joined.set(known ? `${key}${kept.length}` : key, { first: database, shared, all: [database] });
      kept.push(database);
    }
  }
  const byFirst = new Map([...joined.values()].map((each) => [each.first, each]));
  return kept.map((database) => {
    const group = byFirst.get(database);
    if (!group || group.all.length === 1) return database;
    return { ...group.shared, placement: group.all.flatMap(({ placement }) => placement) };
  });
}

/** Each cluster of several has a folder of its own in a bucket, which dbspan puts below the one that is said. */
function withoutFolders(database: Database, cluster: string): Database {
  if (!database.mariadbOperator?.backups?.some(({ s3 }) => s3?.prefix?.endsWith(`/${cluster}`))) return database;
  const copy = copyOf(database);
  for (const { name, s3 } of copy.mariadbOperator?.backups ?? []) {
    if (!s3?.prefix?.endsWith(`/${cluster}`)) continue;
    s3.prefix = s3.prefix.slice(0, -cluster.length - 1);
    if (s3.prefix === `${database.namespace}/${database.name}/${name}`) delete s3.prefix;
  }
  return copy;
}

/** Clusters that are alike, and on which the same databases stand, make a fleet from here on. */
const leastFleet = 3;

/** Gives clusters that are alike one entry. */
export function joinFleets(topology: Topology, assumptions: readonly Assumption[]): Assumption[] {
  const standing = new Map<string, string[]>();
  for (const [index, { placement, provider }] of topology.databases.entries()) {
    for (const { cluster, replicas } of placement) {
      const text = `${index}:${JSON.stringify(replicas)}:${provider}`;
      const known = standing.get(cluster);
      if (known) known.push(text);
      else standing.set(cluster, [text]);
    }
  }
  const members = new Set(topology.slice?.clusters ?? []);
  const alike = new Map<string, Cluster[]>();
  for (const cluster of topology.clusters) {
    const { name, hub, ...rest } = cluster;
    const stands = standing.get(name);
    if (hub || members.has(name) || !stands || stands.some((each) => each.endsWith(':kubedb'))) continue;
    const key = JSON.stringify([rest, stands, formOf(name).prefix]);
    const known = alike.get(key);
    if (known) known.push(cluster);
    else alike.set(key, [cluster]);
  }
  const taken = new Set(topology.clusters.map(({ name }) => name));
  const fleetOf = new Map<string, string>();
  for (const clusters of alike.values()) {
    const [first] = clusters;
    if (clusters.length < leastFleet || !first) continue;
    const fleet = fleetText(clusters.map(({ name }) => name));
    const name = freeName(formOf(first.name).prefix.replace(/-+$/, ''), taken);
    if (fleet === undefined || name === undefined) continue;
    taken.add(name);
    const entry: Cluster = { ...first, name, fleet };
    topology.clusters = topology.clusters.flatMap((each) => (each === first ? entry : clusters.includes(each) ? [] : each));
    for (const each of clusters) fleetOf.set(each.name, name);
  }
  if (fleetOf.size === 0) return [...assumptions];
  for (const database of topology.databases) database.placement = joinedPlacement(database, fleetOf);
  return joinedAssumptions(assumptions, fleetOf);
}

function joinedPlacement({ placement }: Database, fleetOf: ReadonlyMap<string, string>): Database['placement'] {
  const seen = new Set<string>();
  return placement.flatMap((place) => {
    const fleet = fleetOf.get(place.cluster);
    if (fleet === undefined) return place;
    if (seen.has(fleet)) return [];
    seen.add(fleet);
    return { ...place, cluster: fleet };
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

/** What counts the names, or their list. */
function fleetText(names: readonly string[]): string | string[] | undefined {
  const [first, last] = [names[0], names.at(-1)].map((name) => formOf(name ?? ''));
  if (!first || !last || first.digits === '') return undefined;
  const counted = `${first.prefix}{${first.digits}..${last.digits}}`;
  const made = clusterNames({ name: 'fleet', distribution: 'other', fleet: counted });
  return made.length === names.length && made.every((name, index) => name === names[index]) ? counted : [...names];
}

function freeName(wanted: string, taken: ReadonlySet<string>): string | undefined {
  if (!/^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(wanted)) return undefined;
  return [wanted, `${wanted}-fleet`, `${wanted}-sites`].find((name) => !taken.has(name));
}
