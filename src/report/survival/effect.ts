import { type Plan, type SurvivalSubject, survivalOf, timeRows, timesOf } from '../../plan/index.js';
import {
  clusterNamed,
  dataWords,
  hubWords,
  joined,
  type Landscape,
  type Loss,
  type Member,
  membersWords,
  type Outcome,
  outcomeWords,
  readsWords,
} from '../../survival/index.js';
import type { Happening } from './happening.js';
import { kindOf, type Resumption, resumptionOf, sooner } from './resumption.js';

/** What a failure comes to for one database, as people are told. */
export interface Effect {
  readonly outcome: Outcome;
  readonly resumption: Resumption;
  /** True when the scheduler chose the places, and the worst it could choose is taken. */
  readonly atWorst: boolean;
  /** In the order in which they are read. */
  readonly notes: readonly Note[];
}

/** One thing that is told. */
export interface Note {
  readonly about:
    | 'writes'
    | 'order'
    | 'again'
    | 'sooner'
    | 'reads'
    | 'data'
    | 'left'
    | 'cut off'
    | 'lost'
    | 'return'
    | 'hub'
    | 'mending';
  readonly text: string;
}

/** What a failure comes to. */
export function effectOf(
  plan: Plan,
  subject: SurvivalSubject,
  outcome: Outcome,
  happening: Happening,
): Effect {
  const { landscape } = survivalOf(plan);
  const resumption = resumptionOf(plan, subject, outcome, happening);
  const atWorst = outcome.lost.length > 0 && isByChance(subject, landscape, happening.losses);
  return {
    outcome,
    resumption,
    atWorst,
    notes: notesOf(plan, subject, outcome, resumption, atWorst, happening),
  };
}

/** Whether the scheduler decides which members such losses hit. */
function isByChance({ database }: SurvivalSubject, landscape: Landscape, losses: readonly Loss[]): boolean {
  return losses.some((loss) => {
    if (loss.kind === 'node') return clusterNamed(landscape, loss.cluster).nodes !== 1;
    if (loss.kind !== 'zone') return false;
    return database.members.some(({ cluster, zone }) => {
      const { zones } = clusterNamed(landscape, cluster);
      return zone === undefined && zones.length > 1 && zones.some(({ id }) => id === loss.zone);
    });
  });
}

function notesOf(
  plan: Plan,
  subject: SurvivalSubject,
  outcome: Outcome,
  resumption: Resumption,
  atWorst: boolean,
  happening: Happening,
): Note[] {
  const { database } = subject;
  const { writes, serving, idle, lost } = outcome;
  const hubNote = notesOfHub(outcome, survivalOf(plan).landscape);
  if (outcome.reason === 'untouched' && lost.length === 0 && idle.length === 0 && !outcome.relayed)
    return [{ about: 'writes', text: `go on: ${outcomeWords(outcome)}` }, ...hubNote];
  const notes: Note[] = [
    { about: 'writes', text: `${writes === 'continue' ? 'go on' : 'stop'}: ${outcomeWords(outcome)}` },
    ...orderNote(subject, outcome, happening),
    { about: 'again', text: resumption.text },
  ];
  const hand = sooner(subject, outcome);
  if (hand !== undefined) notes.push({ about: 'sooner', text: hand });
  notes.push(
    { about: 'reads', text: readsWords(database, outcome) },
    { about: 'data', text: dataWords(database, outcome) },
  );
  if (serving.length > 0)
    notes.push({
      about: 'left',
      text: `${membersWords(serving)}${outcome.relayed ? relayedWords(database) : ''}`,
    });
  if (idle.length > 0) notes.push({ about: 'cut off', text: idleWords(subject, outcome) });
  if (lost.length > 0) {
    const chance = atWorst ? ', at worst: the scheduler chooses where they run' : '';
    notes.push({ about: 'lost', text: `${membersWords(lost)}${chance}` });
  }
  return [...notes, ...afterwards(plan, subject, outcome), ...hubNote];
}

/** Galera's members that leave at the same moment race: one that is gone before the others have heard it counts as crashed. */
function orderNote(subject: SurvivalSubject, { writes }: Outcome, { leaving }: Happening): Note[] {
  if (!leaving || leaving.count < 2 || writes === 'stop' || kindOf(subject) !== 'galera') return [];
  const order = 'servers are stopped one after the other, each when the one before is gone';
  const { crashed } = leaving;
  if (crashed.writes === 'continue') return [{ about: 'order', text: order }];
  const warning = `stopped at the same moment they may count as crashed, and then writes stop (${outcomeWords(crashed)})`;
  return [{ about: 'order', text: `${order}; ${warning}` }];
}

/** Clusters whose way back is told. */
const mostReturns = 4;

/** What it takes those that are out to follow again. */
function afterwards(plan: Plan, subject: SurvivalSubject, { lost, idle, writes }: Outcome): Note[] {
  const { members, protocol } = subject.database;
  // Who only waited has missed nothing, and a follower that only heard nothing reads the binary logs on.
  const behind = writes === 'continue' && protocol.kind !== 'clusters' ? [...lost, ...idle] : lost;
  const out = new Set(behind.flatMap(({ data, cluster }) => (data ? [cluster] : [])));
  if (out.size === 0) return [];
  const times = timesOf(plan, subject);
  const remaining = members.filter((member) => member.data && !behind.includes(member));
  const near = new Set(remaining.map(({ cluster }) => cluster));
  const copies = times.copies.flatMap((copy) => {
    if (near.has(copy.cluster)) return [copy];
    return copy.far || copy.unknown.length > 0 ? [{ ...copy, near: undefined }] : [];
  });
  const rows = timeRows({ ...times, copies });
  const notes: Note[] = [];
  for (const { topic, text } of rows)
    if (topic === 'catching up') notes.push({ about: 'return', text: `catching up: ${text}` });
  for (const { topic, cluster, text } of rows) {
    if (topic !== 'full copy' || cluster === undefined || !out.has(cluster)) continue;
    if (notes.length < mostReturns) notes.push({ about: 'return', text: `full copy to ${cluster}: ${text}` });
  }
  return notes;
}

/** Agents wait so long as dbspan writes it into their configuration. */
const mending =
  'bring the same hub back, under its URL: agents that miss their orders there delete what they applied when their eviction period is over (100 years as dbspan writes it; 60 minutes where that was not applied)';

function notesOfHub(outcome: Outcome, landscape: Landscape): Note[] {
  const text = hubWords(outcome, landscape);
  if (text === undefined) return [];
  return [
    { about: 'hub', text },
    ...(outcome.controlPlane === 'lost' ? ([{ about: 'mending', text: mending }] as const) : []),
  ];
}

function relayedWords({ protocol }: SurvivalSubject['database']): string {
  // Votes and the stream of Postgres pass through nobody.
  return protocol.kind === 'raft'
    ? ', not all of which reach each other'
    : ', some of which reach each other only through others';
}

/** Who runs and may not write, and why. */
function idleWords({ database: { protocol } }: SurvivalSubject, { idle, writes, reason }: Outcome): string {
  const who = membersWords(idle);
  const run = (members: readonly Member[]): string => (members.length === 1 ? 'runs' : 'run');
  if (writes === 'continue' && protocol.kind === 'clusters')
    return `${who}: ${run(idle)}, and ${idle.length === 1 ? 'hears' : 'hear'} nothing of the primary`;
  if (writes === 'continue') return `${who}: ${run(idle)} on the wrong side, and ${takes(idle)} no writes`;
  if (reason === 'manual-failover' && protocol.kind === 'clusters') {
    const own = idle.filter(({ cluster }) => cluster === protocol.primary);
    const others = idle.filter(({ cluster }) => cluster !== protocol.primary);
    const parts: string[] = [];
    if (own.length > 0) parts.push(`${membersWords(own)}: ${run(own)}, without a majority`);
    if (others.length > 0)
      parts.push(
        `${membersWords(others)}: ${run(others)}, and only ${follows(others)} the primary that is gone`,
      );
    return parts.join('; ');
  }
  if (reason === 'standbys-missing') return `${who}: ${run(idle)}, and no commit is answered`;
  return protocol.kind === 'alone' ? who : `${who}: ${run(idle)}, without a majority`;
}

function takes({ length }: readonly Member[]): string {
  return length === 1 ? 'takes' : 'take';
}

function follows({ length }: readonly Member[]): string {
  return length === 1 ? 'follows' : 'follow';
}

/** The members of a database by cluster, in few words: `2 on fra, 2 on ams, 1 on par`. */
export function placesWords(members: readonly Member[]): string {
  const counts = new Map<string, number>();
  for (const { cluster } of members) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  return joined([...counts].map(([cluster, count]) => `${count} on ${cluster}`));
}
