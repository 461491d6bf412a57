import {
  joined,
  type Loss,
  lossWords,
  membersByCluster,
  normalLoss,
  pairsOf,
  zonesOf,
} from '../survival/index.js';
import type { PageData, PageFleet } from './data.js';

/** Something that can be lost. */
export interface Choice {
  readonly loss: Loss;
  readonly label: string;
  /** What else is known of it. */
  readonly detail: string | undefined;
  /** How often it can be lost: nodes of one cluster. */
  readonly most: number;
}

export interface ChoiceGroup {
  readonly title: string;
  readonly choices: readonly Choice[];
  /** What is not among them; undefined when all are. */
  readonly leftOut: string | undefined;
}

/** Most links that are listed: those of 24 clusters. */
const mostLinks = 276;
/** Most nodes of a cluster that are lost one by one. */
const mostNodes = 9;

/** Everything that can be lost, by kind; kinds of which there is none are left out. Splits have a control of their own. */
export function choicesOf(data: PageData): ChoiceGroup[] {
  const { landscape, databases } = data;
  const { clusters, hub } = landscape;
  const regions = [...new Set(clusters.flatMap(({ region }) => (region === undefined ? [] : [region])))];
  const onClusters = membersOnClusters(data);
  const groups: ChoiceGroup[] = [
    {
      title: 'Clusters',
      choices: clusters.map(({ name, region }) => ({
        ...choice({ kind: 'cluster', cluster: name }, name),
        detail: detail([
          fleetWords(fleetOf(data, name)),
          name === hub ? 'the hub' : undefined,
          region === undefined ? undefined : `region ${region}`,
        ]),
      })),
      leftOut: undefined,
    },
    {
      title: 'Zones',
      choices: zonesOfPage(data).map((zone) => ({
        ...choice({ kind: 'zone', zone }, zoneLabel({ kind: 'zone', zone }, data)),
        detail: joined(
          clusters.filter(({ zones }) => zones.some(({ id }) => id === zone)).map(({ name }) => name),
        ),
      })),
      leftOut: undefined,
    },
    linksOf(data),
    {
      title: 'Nodes',
      choices: clusters.flatMap(({ name, nodes }): Choice[] => {
        const members = onClusters.get(name) ?? 0;
        if (members === 0 && name !== hub) return [];
        const most = Math.min(nodes ?? Number.POSITIVE_INFINITY, Math.max(1, members), mostNodes);
        return [
          {
            ...choice({ kind: 'node', cluster: name }, most === 1 ? `a node of ${name}` : `nodes of ${name}`),
            detail: nodes === undefined ? undefined : `of ${nodes}`,
            most: Math.max(1, most),
          },
        ];
      }),
      leftOut: undefined,
    },
    {
      title: 'Regions',
      choices: regions.map((region) => ({
        ...choice({ kind: 'region', region }, region),
        detail: joined(clusters.filter((each) => each.region === region).map(({ name }) => name)),
      })),
      leftOut: undefined,
    },
    {
      title: 'Hub',
      choices:
        hub !== undefined && databases.some(({ survival }) => survival.onHub)
          ? [choice({ kind: 'hub' }, `the control plane of ${hub}`)]
          : [],
      leftOut: undefined,
    },
  ];
  return groups.filter(({ choices, leftOut }) => choices.length > 0 || leftOut !== undefined);
}

/** Zones of all clusters and members: an arbitrator may be bound to one that its cluster does not list. */
export function zonesOfPage({ landscape, databases }: PageData): string[] {
  const zones = new Set(landscape.clusters.flatMap((cluster) => cluster.zones.map(({ id }) => id)));
  for (const { survival } of databases) for (const zone of zonesOf(survival, landscape)) zones.add(zone);
  return [...zones];
}

/** The fleet that a cluster stands for. */
export function fleetOf({ fleets }: PageData, cluster: string): PageFleet | undefined {
  return fleets.find((fleet) => fleet.cluster === cluster);
}

function choice(loss: Loss, label: string): Choice {
  return { loss, label, detail: undefined, most: 1 };
}

function fleetWords(fleet: PageFleet | undefined): string | undefined {
  return fleet && `stands for the ${fleet.count} clusters of ${fleet.name}`;
}

function detail(words: readonly (string | undefined)[]): string | undefined {
  return words.filter((word) => word !== undefined).join(', ') || undefined;
}

function zoneLabel(loss: Loss, { landscape }: PageData): string {
  return lossWords(loss, landscape).replace(/^the zone /, '');
}

/** The most members that one database has on each cluster. */
function membersOnClusters({ databases }: PageData): Map<string, number> {
  const most = new Map<string, number>();
  for (const { survival } of databases)
    for (const [cluster, members] of membersByCluster(survival))
      most.set(cluster, Math.max(most.get(cluster) ?? 0, members.length));
  return most;
}

/** Pairs that a database spans or that the file describes, and each cluster's with the hub. */
function linksOf(data: PageData): ChoiceGroup {
  const { landscape, databases } = data;
  const texts = new Map(data.links.map(({ between, text }) => [key(between, data), text]));
  const pairs = new Map(data.links.map(({ between }) => [key(between, data), between]));
  let leftOut = 0;
  const add = (between: readonly [string, string]): void => {
    const name = key(between, data);
    if (pairs.has(name)) return;
    if (pairs.size < mostLinks) pairs.set(name, between);
    else leftOut += 1;
  };
  const seen = new Set<string>();
  for (const { survival } of databases) {
    const names = [...membersByCluster(survival).keys()];
    const { hub } = landscape;
    if (survival.onHub && hub !== undefined && !names.includes(hub)) names.push(hub);
    const once = names.join();
    if (seen.has(once)) continue;
    seen.add(once);
    for (const pair of pairsOf(names)) add(pair);
  }
  return {
    title: 'Links',
    choices: [...pairs].map(([name, between]) => {
      const loss = normalLoss({ kind: 'link', between: [between[0], between[1]] }, landscape);
      const ends = loss.kind === 'link' ? loss.between : between;
      return { ...choice(loss, ends.join(' \u2013 ')), detail: texts.get(name) };
    }),
    leftOut:
      leftOut === 0
        ? undefined
        : `${leftOut} more are not listed; the address of this page takes them: #lose=link:one-other`,
  };
}

function key(between: readonly [string, string], { landscape }: PageData): string {
  const loss = normalLoss({ kind: 'link', between }, landscape);
  return loss.kind === 'link' ? loss.between.join('-') : '';
}
