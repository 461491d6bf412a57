import { type DatabasePlan, type Plan, survivalOf } from '../plan/index.js';
import { cores, fromBytes, mebibytes } from '../sizing/index.js';
import { bytes } from '../topology/index.js';
import type { ClusterImpact, Totals } from './model.js';
import { requestsOf } from './state.js';

/** What an arbitrator asks for. */
const arbitrator = { cpu: 0.1, memory: 128 } as const;

interface Sums {
  /** All clusters together. */
  readonly total: Totals;
  readonly clusters: ReadonlyMap<string, { readonly fleet: string | undefined; readonly totals: Totals }>;
}

type Open = { -readonly [Name in keyof Totals]: number };

/** Sums of a program. */
export function sumsOf(plans: readonly Plan[]): Sums {
  const clusters = new Map<string, { fleet: string | undefined; totals: Open }>();
  let databases = 0;
  const openOf = (name: string): Open => {
    const totals = clusters.get(name)?.totals ?? nothing();
    if (!clusters.has(name)) clusters.set(name, { fleet: undefined, totals });
    return totals;
  };
  for (const plan of plans) {
    for (const { name, fleet } of plan.clusters)
      if (!clusters.has(name)) clusters.set(name, { fleet, totals: nothing() });
    for (const subject of survivalOf(plan).subjects) {
      databases += 1;
      for (const database of subject.plans) addDatabase(database, openOf);
    }
  }
  const all = nothing();
  for (const { totals } of clusters.values())
    for (const key of Object.keys(all) as (keyof Totals)[]) all[key] += totals[key];
  const closed = [...clusters].map(
    ([name, { fleet, totals }]) => [name, { fleet, totals: close(totals) }] as const,
  );
  return { total: close({ ...all, databases }), clusters: new Map(closed) };
}

function addDatabase(database: DatabasePlan, openOf: (cluster: string) => Open): void {
  const { cpu, memory } = requestsOf(database);
  const storage = fromBytes(bytes(database.storageSize));
  const home = openOf(database.home.name);
  for (const { cluster, ordinals } of database.placements) {
    const sums = openOf(cluster.name);
    sums.databases += 1;
    sums.pods += ordinals.length;
    if (cpu === undefined) sums.withoutCpu += ordinals.length;
    else sums.cpu += cpu * ordinals.length;
    if (memory === undefined) sums.withoutMemory += ordinals.length;
    else sums.memory += memory * ordinals.length;
    sums.storage += storage * ordinals.length;
  }
  if (database.provider === 'statefulset' && database.arbitrator) {
    home.pods += 1;
    home.cpu += arbitrator.cpu;
    home.memory += arbitrator.memory;
  }
  if (database.provider === 'mariadb-operator')
    for (const { volume } of database.backups) if (volume) home.storage += fromBytes(bytes(volume.size));
  if (database.provider !== 'kubedb' && database.service.type === 'LoadBalancer') home.loadBalancers += 1;
}

function nothing(): Open {
  return {
    databases: 0,
    pods: 0,
    cpu: 0,
    memory: 0,
    withoutCpu: 0,
    withoutMemory: 0,
    storage: 0,
    loadBalancers: 0,
  };
}

/** Thousandths of cores add up without what binary fractions lose. */
function close({ cpu, memory, storage, ...counts }: Open): Totals {
  return {
    ...counts,
    cpu: cores(Math.round(cpu * 1000) / 1000),
    memory: mebibytes(memory),
    storage: mebibytes(storage),
  };
}

/** Clusters whose sums differ, in the order of the new program. */
export function clusterImpacts(before: Sums | undefined, after: Sums): ClusterImpact[] {
  const impacts: ClusterImpact[] = [];
  for (const [name, { fleet, totals }] of after.clusters) {
    const old = before?.clusters.get(name)?.totals;
    if (old && isSame(old, totals)) continue;
    impacts.push({ name, fleet, before: old, after: totals });
  }
  for (const [name, { fleet, totals }] of before?.clusters ?? [])
    if (!after.clusters.has(name)) impacts.push({ name, fleet, before: totals, after: undefined });
  return impacts;
}

function isSame(one: Totals, other: Totals): boolean {
  return (Object.keys(one) as (keyof Totals)[]).every((key) => one[key] === other[key]);
}
