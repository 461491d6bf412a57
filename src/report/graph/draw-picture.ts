import { linksByPair, type Plan, pairKey, type SurvivalSubject, survivalOf } from '../../plan/index.js';
import {
  clusterNamed,
  fateWords,
  groupProtocol,
  type Landscape,
  type Loss,
  lossesWords,
  lossText,
  type Member,
  meets,
  membersByCluster,
  normalLoss,
  type Outcome,
  outcomeWords,
  pairsOf,
  strictestGoal,
  zoneName,
} from '../../survival/index.js';
import { type Judged, judgeSubject, Marks } from './marks.js';
import type {
  Picture,
  PictureCluster,
  PictureDatabase,
  PictureLink,
  PictureMember,
  PictureVotes,
} from './picture.js';
import { type Site, sitesOf } from './sites.js';
import { summaryOf } from './summary.js';

/** What a picture shows. */
export interface PictureOptions {
  /** Only databases of this name, or `namespace/name`. */
  readonly database?: string | undefined;
  /** What has been lost. */
  readonly losses?: readonly Loss[] | undefined;
}

/** Most databases whose pairs of failures are tried. */
const mostWithPairs = 24;

/** The picture of a plan. */
export function pictureOf(plan: Plan, { database, losses = [] }: PictureOptions = {}): Picture {
  const { landscape, subjects } = survivalOf(plan);
  const after = losses.length > 0;
  const sites = sitesOf(plan, losses);
  const shown = subjects.filter(
    ({ database: { name, namespace } }) =>
      database === undefined || name === database || `${namespace}/${name}` === database,
  );
  const entries = entriesOf(shown, sites);
  const marks = new Marks(entries.length > 1);
  const judged = entries.map((entry) => judgeSubject(entry.subject, landscape, losses, marks));
  const members = membersBySite(entries, judged);
  const used = database === undefined ? sites : sites.filter(({ loss }) => members.has(loss));
  const hub = hubOf(plan, shown, used, database !== undefined, sites);
  const drawn = hub && !used.includes(hub) ? [hub, ...used] : used;
  const lost = lostThings(losses, landscape);
  const mark = (loss: string) => (after ? undefined : marks.of(loss));
  const regions = [...new Set(drawn.flatMap(({ region }) => (region === undefined ? [] : [region])))];
  const links = linksOf(plan, entries, drawn, lost, mark);
  return {
    title: plan.name,
    file: plan.file.name,
    lost: after ? { losses: losses.map(lossText), words: lossesWords(losses, landscape) } : undefined,
    hub: hub && {
      cluster: hub.loss,
      loss: 'hub',
      mark: mark('hub'),
      lost: lost.hub || isSiteLost(hub, lost),
    },
    regions: regions.map((name) => ({
      name,
      loss: `region:${name}`,
      mark: mark(`region:${name}`),
      lost: lost.regions.has(name),
    })),
    clusters: drawn.map((site) => clusterOf(site, landscape, members.get(site.loss) ?? [], hub, lost, mark)),
    ...links,
    databases: entries.map((entry, index) =>
      databaseOf(entry, landscape, judged[index], index < mostWithPairs),
    ),
  };
}

/** A database of the picture: of one on a fleet that of its first cluster, for all of them. */
interface Entry {
  readonly subject: SurvivalSubject;
  count: number;
}

function entriesOf(subjects: readonly SurvivalSubject[], sites: readonly Site[]): Entry[] {
  const siteByCluster = new Map(sites.flatMap((site) => site.names.map((name) => [name, site] as const)));
  const folded = new Map<string, Entry>();
  const entries: Entry[] = [];
  const numbers = new Map<object, number>();
  for (const subject of subjects) {
    const [{ home, source }] = subject.plans;
    if (home.fleet === undefined) {
      entries.push({ subject, count: 1 });
      continue;
    }
    const number = numbers.get(source) ?? numbers.size;
    numbers.set(source, number);
    const key = `${number} ${siteByCluster.get(home.name)?.loss}`;
    const known = folded.get(key);
    if (known) known.count++;
    else {
      const entry = { subject, count: 1 };
      folded.set(key, entry);
      entries.push(entry);
    }
  }
  return entries;
}

function hubOf(
  { hub, slice }: Plan,
  shown: readonly SurvivalSubject[],
  used: readonly Site[],
  chosen: boolean,
  sites: readonly Site[],
): Site | undefined {
  if (!hub || !slice) return undefined;
  const site = sites.find(({ names }) => names.includes(hub.name));
  if (!site || !chosen || used.includes(site)) return site;
  return shown.some(({ database }) => database.onHub) ? site : undefined;
}

function membersBySite(
  entries: readonly Entry[],
  judged: readonly Judged[],
): ReadonlyMap<string, PictureMember[]> {
  const result = new Map<string, PictureMember[]>();
  for (const [index, { subject }] of entries.entries()) {
    const { database } = subject;
    const outcome = judged[index]?.after;
    const lost = new Set<Member>(outcome?.lost);
    const idle = new Set<Member>(outcome?.idle);
    const votes = isVoting(database);
    for (const member of database.members) {
      const { name, cluster, ordinal, weight, zone, data } = member;
      const present = result.get(cluster) ?? [];
      result.set(cluster, present);
      present.push({
        name,
        database: `${database.namespace}/${database.name}`,
        kind: data ? 'replica' : 'arbitrator',
        ordinal,
        weight: votes ? weight : undefined,
        zone,
        state: lost.has(member) ? 'lost' : idle.has(member) ? 'idle' : 'serving',
      });
    }
  }
  return result;
}

function isVoting({ protocol }: SurvivalSubject['database']): boolean {
  const { kind } = groupProtocol(protocol);
  return kind === 'galera' || kind === 'raft';
}

/** What is gone for certain, as far as it has a place in the picture. */
interface LostThings {
  readonly clusters: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
  readonly zones: ReadonlySet<string>;
  readonly hub: boolean;
  parted(one: string, other: string): boolean;
}

function lostThings(losses: readonly Loss[], landscape: Landscape): LostThings {
  const clusters = new Set<string>();
  const regions = new Set<string>();
  const zones = new Set<string>();
  for (const loss of losses) {
    if (loss.kind === 'cluster') clusters.add(loss.cluster);
    if (loss.kind === 'region') regions.add(loss.region);
    if (loss.kind === 'zone') zones.add(loss.zone);
    if (loss.kind === 'node' && clusterNamed(landscape, loss.cluster).nodes === 1) clusters.add(loss.cluster);
  }
  for (const { name, region, zones: own } of landscape.clusters) {
    if (region !== undefined && regions.has(region)) clusters.add(name);
    if (own.length > 0 && own.every(({ id }) => zones.has(id))) clusters.add(name);
    if (clusters.has(name)) continue;
  }
  return {
    clusters,
    regions,
    zones,
    hub: losses.some(({ kind }) => kind === 'hub'),
    parted: (one, other) =>
      losses.some((loss) => {
        if (loss.kind === 'link') return loss.between.includes(one) && loss.between.includes(other);
        return loss.kind === 'split' && loss.group.includes(one) !== loss.group.includes(other);
      }),
  };
}

function isSiteLost({ names }: Site, { clusters }: LostThings): boolean {
  return names.every((name) => clusters.has(name));
}

type MarkOf = (loss: string) => PictureCluster['mark'];

function clusterOf(
  site: Site,
  landscape: Landscape,
  members: readonly PictureMember[],
  hub: Site | undefined,
  lost: LostThings,
  mark: MarkOf,
): PictureCluster {
  const { zones, nodes } = clusterNamed(landscape, site.loss);
  const gone = isSiteLost(site, lost);
  const more = members.flatMap(({ zone }) => (zone === undefined ? [] : [zone]));
  const all = new Map(zones.map((zone) => [zone.id, { ...zone }]));
  for (const id of more) if (!all.has(id)) all.set(id, { id, name: zoneName(id), nodes: undefined });
  return {
    name: site.title,
    count: site.names.length,
    hub: site === hub,
    region: site.region,
    nodes,
    loss: site.loss,
    mark: mark(site.loss),
    node: { loss: `node:${site.loss}`, mark: mark(`node:${site.loss}`) },
    zones: [...all.values()].map(({ id, name, nodes: count }) => ({
      id,
      name,
      nodes: count,
      loss: `zone:${id}`,
      mark: mark(`zone:${id}`),
      lost: gone || lost.zones.has(id),
    })),
    hubMark: site === hub ? mark('hub') : undefined,
    hubLost: site === hub && (gone || lost.hub),
    members,
    lost: gone,
  };
}

/** Pairs that a database spans, and those that the topology describes. */
function linksOf(
  plan: Plan,
  entries: readonly Entry[],
  sites: readonly Site[],
  lost: LostThings,
  mark: MarkOf,
): Pick<Picture, 'links' | 'linksLeftOut'> {
  const { landscape } = survivalOf(plan);
  const known = linksByPair(plan.topology);
  const drawn = new Map(sites.map((site) => [site.loss, site]));
  const links = new Map<string, PictureLink>();
  let leftOut = 0;
  const add = (between: readonly [string, string]): void => {
    const [one, other] = between;
    const key = pairKey(one, other);
    if (one === other || links.has(key)) return;
    const figures = known.get(key);
    const loss = lossText(normalLoss({ kind: 'link', between: [one, other] }, landscape));
    links.set(key, {
      between,
      roundTrip: figures?.roundTrip,
      bandwidth: figures?.slowest?.bandwidth,
      loss,
      mark: mark(loss),
      lost: lost.parted(one, other) || [one, other].some((name) => lost.clusters.has(name)),
    });
  };
  for (const { subject } of entries) {
    const names = [...membersByCluster(subject.database).keys()].filter((name) => drawn.has(name));
    if (names.length > mostLinkedClusters) leftOut += (names.length * (names.length - 1)) / 2;
    else for (const pair of pairsOf(inOrder(names, sites))) add(pair);
  }
  for (const { between } of plan.topology.links ?? []) {
    const [one = '', other = ''] = between;
    if (drawn.has(one) && drawn.has(other)) add([one, other]);
  }
  return {
    links: [...links.values()],
    linksLeftOut: leftOut === 0 ? undefined : `${leftOut} pairs of clusters`,
  };
}

/** Most clusters of one database whose links are in the picture. */
export const mostLinkedClusters = 24;

function inOrder(names: readonly string[], sites: readonly Site[]): string[] {
  const wanted = new Set(names);
  return sites.flatMap(({ loss }) => (wanted.has(loss) ? [loss] : []));
}

function databaseOf(
  { subject, count }: Entry,
  landscape: Landscape,
  judged: Judged | undefined,
  withPairs: boolean,
): PictureDatabase {
  const { database, plans } = subject;
  const [{ source, provider }] = plans;
  const survives = strictestGoal(database, landscape);
  const goal = source.survive;
  return {
    name: `${database.namespace}/${database.name}`,
    engine: database.engine,
    provider,
    count,
    votes: isVoting(database) ? votesOf(subject) : undefined,
    goal,
    met: goal === undefined || meets(goal, database, landscape),
    survives,
    summary: summaryOf(subject, landscape, judged, survives, { withPairs, isFleet: count > 1 }),
    outcome: judged?.after && outcomeOf(judged.after),
  };
}

function outcomeOf(outcome: Outcome): PictureDatabase['outcome'] {
  const { verdict, writes } = outcome;
  return { verdict, writes, words: fateWords(outcome), reason: outcomeWords(outcome) };
}

/** Where clusters follow one another only the primary's votes count. */
function votesOf({ database }: SurvivalSubject): PictureVotes {
  const { protocol } = database;
  const clusters: { cluster: string; votes: number }[] = [];
  let total = 0;
  for (const [cluster, members] of membersByCluster(database)) {
    if (protocol.kind === 'clusters' && cluster !== protocol.primary) continue;
    let votes = 0;
    for (const { weight } of members) votes += weight;
    clusters.push({ cluster, votes });
    total += votes;
  }
  return { total, needed: Math.floor(total / 2) + 1, clusters };
}
