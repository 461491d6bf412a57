import type { PageData, PageDatabase, PageFleet } from '../../page/data.js';
import { type Plan, type SurvivalSubject, survivalOf } from '../../plan/index.js';
import {
  type ClusterSite,
  type Landscape,
  type Loss,
  lossText,
  strictestGoal,
} from '../../survival/index.js';

/**
 * What the page of a plan knows. Of a fleet it has one cluster, the first, and of the databases on it one each.
 *
 * @param database only databases of this name, or `namespace/name`, and the clusters that they need
 */
export function pageDataOf(plan: Plan, losses: readonly Loss[] = [], database?: string): PageData {
  const { landscape, subjects: all } = survivalOf(plan);
  const subjects = all.filter(
    ({ database: { name, namespace } }) =>
      database === undefined || name === database || `${namespace}/${name}` === database,
  );
  const used = new Set(subjects.flatMap((subject) => subject.database.members.map(({ cluster }) => cluster)));
  const { first, fleets } = fleetsOf(plan);
  const isShown = (cluster: string): boolean =>
    (first.get(cluster) ?? cluster) === cluster &&
    (database === undefined || used.has(cluster) || cluster === landscape.hub);
  const shown: Landscape = {
    clusters: landscape.clusters.filter(({ name }) => isShown(name)),
    hub: landscape.hub,
  };
  const alike = alikeOf(subjects);
  return {
    topology: plan.name,
    landscape: shown,
    databases: [...alike].map(([subject, others]) => databaseOf(subject, others, landscape)),
    links: (plan.topology.links ?? []).flatMap(({ between, rtt, bandwidth }) => {
      const [one = '', other = ''] = between;
      const text = [rtt, bandwidth].filter((figure) => figure !== undefined).join(', ');
      return isShown(one) && isShown(other) ? [{ between: [one, other] as const, text }] : [];
    }),
    fleets,
    lose: [...new Set(losses.map((loss) => lossText(standing(loss, first, landscape))))],
  };
}

/** The first cluster of each fleet, and for each other one the first. */
function fleetsOf({ clusters }: Plan): { first: ReadonlyMap<string, string>; fleets: PageFleet[] } {
  const names = new Map<string, string[]>();
  for (const { name, fleet } of clusters) {
    if (fleet === undefined) continue;
    const others = names.get(fleet);
    if (others) others.push(name);
    else names.set(fleet, [name]);
  }
  const first = new Map<string, string>();
  const fleets: PageFleet[] = [];
  for (const [name, members] of names) {
    const [cluster = name] = members;
    for (const member of members) first.set(member, cluster);
    if (members.length > 1) fleets.push({ name, cluster, count: members.length });
  }
  return { first, fleets };
}

/** Databases that differ in their cluster of one fleet alone, by the first: how many others there are. */
function alikeOf(subjects: readonly SurvivalSubject[]): Map<SurvivalSubject, number> {
  const bySource = new Map<object, Map<string, SurvivalSubject>>();
  const alike = new Map<SurvivalSubject, number>();
  for (const subject of subjects) {
    const [{ source, home }] = subject.plans;
    if (home.fleet === undefined) {
      alike.set(subject, 0);
      continue;
    }
    const known = bySource.get(source) ?? new Map<string, SurvivalSubject>();
    bySource.set(source, known);
    const first = known.get(home.fleet);
    if (first) alike.set(first, (alike.get(first) ?? 0) + 1);
    else {
      known.set(home.fleet, subject);
      alike.set(subject, 0);
    }
  }
  return alike;
}

function databaseOf({ database, plans }: SurvivalSubject, alike: number, landscape: Landscape): PageDatabase {
  const [{ source, provider }] = plans;
  return {
    survival: database,
    provider,
    ...(source.survive === undefined ? {} : { goal: source.survive }),
    survives: strictestGoal(database, landscape),
    alike,
  };
}

/** A loss on the cluster that stands for it. */
function standing(loss: Loss, first: ReadonlyMap<string, string>, { clusters }: Landscape): Loss {
  const of = (name: string): string => first.get(name) ?? name;
  switch (loss.kind) {
    case 'node':
    case 'cluster':
      return { ...loss, cluster: of(loss.cluster) };
    case 'link':
      return { ...loss, between: [of(loss.between[0]), of(loss.between[1])] };
    case 'split':
      return { ...loss, group: [...new Set(loss.group.map(of))] };
    case 'zone': {
      const holder = clusters.find(({ zones }) => zones.some(({ id }) => id === loss.zone));
      return holder ? { kind: 'zone', zone: zoneOf(holder, of(holder.name), loss.zone, clusters) } : loss;
    }
    default:
      return loss;
  }
}

/** The zone of the same name on the cluster that stands for another. */
function zoneOf(holder: ClusterSite, name: string, zone: string, clusters: readonly ClusterSite[]): string {
  const label = holder.zones.find(({ id }) => id === zone)?.name;
  const stands = clusters.find((cluster) => cluster.name === name);
  return stands?.zones.find((each) => each.name === label)?.id ?? zone;
}
