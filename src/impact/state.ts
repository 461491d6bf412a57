import { type DatabasePlan, type SurvivalSubject, survivalOf, timesOf } from '../plan/index.js';
import { cores, fromBytes, mebibytes } from '../sizing/index.js';
import { groupProtocol, membersByCluster } from '../survival/index.js';
import { bytes, millicores } from '../topology/index.js';
import { type Entry, storeOf } from './entries.js';
import type { Judgement } from './judged.js';
import { nameOf } from './losses.js';
import type { DatabaseState, Place, ServerState, SurvivalState } from './model.js';

/** KubeDB's own requests where nobody says any. Source: kubedb/apimachinery apis/kubedb/constants.go */
const kubedbRequests = { memory: mebibytes(1024), cpu: cores(0.5) } as const;

/** What a container of a server asks for. */
export function requestsOf({
  provider,
  resources: { memory, cpu },
}: DatabasePlan): Pick<DatabaseState, 'memory' | 'cpu'> {
  const usual = provider === 'kubedb' ? kubedbRequests : undefined;
  return {
    memory: memory === undefined ? usual?.memory : fromBytes(bytes(memory)),
    cpu: cpu === undefined ? usual?.cpu : cores(millicores(cpu) / 1000),
  };
}

/** All of a database but what it survives, which takes longer to find. */
export function stateOf(entry: Entry, subject: SurvivalSubject): Omit<DatabaseState, 'survival'> {
  const { plan, subjects, fleet } = entry;
  const [first] = subject.plans;
  const { provider, engine, version, replication, storageSize } = first;
  return {
    provider,
    engine,
    version,
    replication,
    protocol: subject.database.protocol.kind,
    replicas: subject.database.members.filter((member) => member.data).length,
    sites: subjects.length,
    fleet,
    places: placesOf(subject),
    ...requestsOf(first),
    storage: fromBytes(bytes(storageSize)),
    server: serverOf(first),
    times: timesOf(plan, subject),
  };
}

function placesOf({ database }: SurvivalSubject): Place[] {
  return [...membersByCluster(database)].map(([cluster, members]): Place => {
    const ordinals = members.flatMap(({ ordinal }) => ordinal ?? []).sort((one, other) => one - other);
    return { cluster, ordinals, arbitrators: members.length - ordinals.length };
  });
}

function serverOf({ sizing, sizingRequest, engine }: DatabasePlan): ServerState {
  const { pool, connections, gcache, memory, volume } = sizing;
  return {
    pool,
    connections,
    gcache,
    keptWal: engine === 'postgres' && sizingRequest.standbys ? sizingRequest.keptWal : undefined,
    memoryLeft: mebibytes(memory.limit - memory.total),
    dataRoom: volume?.room,
    data: sizingRequest.data,
  };
}

/** What a database survives, as it is told. */
export function survivalStateOf(
  { plan, fleet }: Entry,
  subject: SurvivalSubject,
  { met, stops, risks }: Judgement,
): SurvivalState {
  const { landscape } = survivalOf(plan);
  const { database, plans } = subject;
  const store = fleet === undefined ? undefined : storeOf(subject);
  const { kind } = groupProtocol(database.protocol);
  let votes = 0;
  if (kind === 'galera' || kind === 'raft') for (const { weight } of database.members) votes += weight;
  return {
    asked: plans[0].source.survive,
    met,
    stops: stops.map((loss) => nameOf(loss, landscape, store)),
    risks: risks.map((loss) => nameOf(loss, landscape, store)),
    votes,
  };
}
