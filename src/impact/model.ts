import type { DatabaseTimes, Provider } from '../plan/index.js';
import type { BitsPerSecond, BytesPerSecond, Cores, Mebibytes, Seconds } from '../sizing/index.js';
import type { Goal, Outcome, Protocol, Verdict } from '../survival/index.js';

// What a change of the topologies does to the databases, the links and the clusters. Plain JSON: nothing here refers to a plan.

/** One thing before and after. Undefined before: new, or not known. Undefined after: gone. */
export interface Sides<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** What a change comes to, as far as the two programs say. */
export interface Impact {
  /** False when the committed output does not say what it was made of: then every `before` is undefined. */
  readonly known: boolean;
  /** Those that come, go or differ, in the order of the new program; those that go are last. Without a before: all. */
  readonly databases: readonly DatabaseImpact[];
  /** Databases, those of a fleet as one, of which nothing differs. */
  readonly unchanged: number;
  /** Links, and ceilings of slices, of which something differs. Without a before: all whose bandwidth is known. */
  readonly links: readonly LinkImpact[];
  /** Clusters whose sums differ, in the order of the new program; those that go are last. */
  readonly clusters: readonly ClusterImpact[];
  /** All clusters together. */
  readonly total: Sides<Totals>;
}

/** What a change does to a database, or to those of a fleet, which are alike. */
export interface DatabaseImpact {
  /** `unknown`: it is there now, and nobody knows what was before. */
  readonly kind: 'added' | 'removed' | 'changed' | 'unknown';
  /** Name of its topology. */
  readonly program: string;
  /** Where the topology has another name now: the old one. */
  readonly programBefore: string | undefined;
  /** `shop/orders`, with its cluster where one entry gives several that differ. */
  readonly name: string;
  readonly before: DatabaseState | undefined;
  readonly after: DatabaseState | undefined;
  /** What differs, in words, a row for each. Empty for one that comes or goes. */
  readonly differences: readonly Difference[];
  /** Single losses after which something stops, or is at risk, that went on or was safe before: the smallest that do so. */
  readonly worse: readonly LossChange[];
  /** The other way round. */
  readonly better: readonly LossChange[];
  /** Losses that were not tried; undefined when all were. */
  readonly leftOut: string | undefined;
  /** True when no replica stays on its cluster: then losses are not compared, as every replica is another. */
  readonly replaced: boolean;
}

/** Something that differs of a database. */
export interface Difference {
  /** `memory of each replica`. */
  readonly topic: DifferenceTopic;
  /** As people read it: `2Gi`. Undefined where there is none. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** What it means for whoever relies on it. */
  readonly tone: 'better' | 'worse' | 'neutral';
}

/** What may differ of a database, in the order in which it is told. */
export const differenceTopics = [
  'provider',
  'engine',
  'version',
  'replication',
  'replicas',
  'placement',
  'asked to survive',
  'survives',
  'memory',
  'cpu',
  'volume',
  'buffer pool',
  'connections',
  'gcache',
  'WAL for standbys',
  'memory left',
  'room for data',
  'noticing a failure',
  'commit latency',
  'full copy',
  'catching up',
  'traffic a day',
] as const;
export type DifferenceTopic = (typeof differenceTopics)[number];

/** A database as it is, or was. Figures are those of one replica where nothing else is said. */
export interface DatabaseState {
  readonly provider: Provider;
  readonly engine: 'mariadb' | 'postgres';
  /** Version of the server, as far as the topology says it. */
  readonly version: string | undefined;
  readonly replication: string;
  /** Who may write. */
  readonly protocol: Protocol['kind'];
  /** Replicas of one database; `sites` such databases are there. */
  readonly replicas: number;
  /** Databases that are alike: clusters of the fleet; 1 otherwise. */
  readonly sites: number;
  /** Name of the fleet. */
  readonly fleet: string | undefined;
  /** By their lowest ordinals. Of a fleet one cluster. */
  readonly places: readonly Place[];
  /** What a container asks for; undefined where nobody says it. */
  readonly memory: Mebibytes | undefined;
  readonly cpu: Cores | undefined;
  /** Size of the volume. */
  readonly storage: Mebibytes;
  readonly server: ServerState;
  readonly survival: SurvivalState;
  readonly times: DatabaseTimes;
}

/** Replicas on one cluster. */
export interface Place {
  readonly cluster: string;
  readonly ordinals: readonly number[];
  readonly arbitrators: number;
}

/** Sizes of a server, and what is left of what it has. */
export interface ServerState {
  /** innodb_buffer_pool_size or shared_buffers. */
  readonly pool: Mebibytes;
  readonly connections: number;
  /** gcache.size of a member of a Galera cluster. */
  readonly gcache: Mebibytes | undefined;
  /** WAL that is kept for standbys. */
  readonly keptWal: Mebibytes | undefined;
  /** Of the memory limit what is not taken at worst; negative when it does not fit. */
  readonly memoryLeft: Mebibytes;
  /** Of the volume what is there for data when all else is at its largest; undefined when nobody says the volume. */
  readonly dataRoom: Mebibytes | undefined;
  /** Data that is expected; undefined when nobody says. */
  readonly data: Mebibytes | undefined;
}

/** What a database survives. */
export interface SurvivalState {
  /** What its file asks for. */
  readonly asked: Goal | undefined;
  /** The strictest goal that it meets. */
  readonly met: Goal;
  /** The smallest single losses after which writes stop. */
  readonly stops: readonly LossName[];
  /** The smallest single losses after which answered commits may be lost, or no copy runs. */
  readonly risks: readonly LossName[];
  /** Votes of all members; zero where nobody votes. */
  readonly votes: number;
}

/** Something that is lost. */
export interface LossName {
  /** For `dbspan whatif --lose`: `node:fra`. Of a fleet its first cluster stands for all. */
  readonly text: string;
  /** Fits after "the loss of" and "without": `a node of fra`; of a fleet `a node of its cluster`. */
  readonly words: string;
}

/** A loss that comes to something else than before. */
export interface LossChange extends LossName {
  /** What of it is worse, or better. */
  readonly what: readonly ('writes' | 'reads' | 'data' | 'control plane')[];
  readonly before: Fate;
  readonly after: Fate;
  /** Whether the database stood on what is lost before. */
  readonly stoodThere: boolean;
}

/** What a loss comes to. */
export interface Fate extends Pick<Outcome, 'writes' | 'reads' | 'data' | 'controlPlane'> {
  readonly verdict: Verdict;
  /** `blocked`, `data at risk, writes stop`. */
  readonly words: string;
  /** `1 of 3 votes left, 2 needed`. */
  readonly why: string;
}

/** What changes on a link between two clusters, or below the ceiling of a slice. */
export interface LinkImpact {
  readonly program: string;
  /** `the link between fra and ams`, `the slice`. */
  readonly name: string;
  readonly before: LinkState | undefined;
  readonly after: LinkState | undefined;
}

/** What something narrow carries. */
export interface LinkState {
  readonly bandwidth: BitsPerSecond;
  /** Databases over it. */
  readonly databases: number;
  /** What the writes of all of them take, as far as their files say how much is written. */
  readonly replication: BytesPerSecond;
  /** Databases of which nobody says how much is written. */
  readonly unsaid: number;
  /** The longest full copy of a database, beside the writes; undefined where there is none to be copied. */
  readonly slowestCopy:
    | {
        readonly database: string;
        readonly data: Mebibytes;
        /** Undefined when the writes leave nothing for a copy. */
        readonly time: Seconds | undefined;
      }
    | undefined;
}

/** What changes on a cluster in sum. */
export interface ClusterImpact extends Sides<Totals> {
  readonly name: string;
  /** Name of its fleet: what differs of one mostly differs of all. */
  readonly fleet: string | undefined;
}

/** What servers of databases and arbitrators take. What operators add beside them (coordinators, agents, exporters) is not in it. */
export interface Totals {
  /** Databases with a replica or an arbitrator there. Of the program: databases. */
  readonly databases: number;
  /** Pods of servers and arbitrators. */
  readonly pods: number;
  /** Requests. */
  readonly cpu: Cores;
  readonly memory: Mebibytes;
  /** Pods that ask for no processor, or no memory: they are not in these sums. */
  readonly withoutCpu: number;
  readonly withoutMemory: number;
  /** Volumes of the servers, and those of backups. */
  readonly storage: Mebibytes;
  /** Services of type LoadBalancer of databases. */
  readonly loadBalancers: number;
}
