import type { Goal, Verdict } from '../../survival/index.js';

/** What one topology looks like: plain JSON, the source of every form of `dbspan graph`. */
export interface Picture {
  /** Name of the program. */
  readonly title: string;
  /** The topology's file, as findings name it. */
  readonly file: string;
  /** What is lost in this picture; undefined where everything runs and the marks say what a loss would do. */
  readonly lost: PictureLost | undefined;
  readonly hub: PictureHub | undefined;
  readonly regions: readonly PictureRegion[];
  /** In the order of the topology; the clusters of a fleet are one. */
  readonly clusters: readonly PictureCluster[];
  readonly links: readonly PictureLink[];
  /** Links that are not in the picture; undefined when all are. */
  readonly linksLeftOut: string | undefined;
  readonly databases: readonly PictureDatabase[];
}

/** What happens to the databases that something carries when it is lost: the worst of them. */
export interface Mark {
  readonly verdict: Verdict;
  /** `stop` when writes of any database stop. */
  readonly writes: 'continue' | 'stop';
  /** The verdict in words. */
  readonly words: string;
  /** Why, in one clause, with the database where there are several. */
  readonly reason: string;
  /** Databases that fare so, as `namespace/name`. */
  readonly databases: readonly string[];
  /** How many databases it touches at all. */
  readonly of: number;
}

/** What has been lost. */
export interface PictureLost {
  /** As `--lose` takes them. */
  readonly losses: readonly string[];
  readonly words: string;
}

/** The control plane. */
export interface PictureHub {
  readonly cluster: string;
  readonly loss: 'hub';
  /** Undefined when no database needs it, or when something is lost already. */
  readonly mark: Mark | undefined;
  readonly lost: boolean;
}

export interface PictureRegion {
  readonly name: string;
  readonly loss: string;
  readonly mark: Mark | undefined;
  readonly lost: boolean;
}

export interface PictureCluster {
  /** Of a fleet `store-001 … store-050`. */
  readonly name: string;
  /** How many clusters this stands for. */
  readonly count: number;
  readonly hub: boolean;
  readonly region: string | undefined;
  /** Schedulable nodes, of each; undefined when the file does not say. */
  readonly nodes: number | undefined;
  /** Its loss as `--lose` takes it; of a fleet that of its first cluster. */
  readonly loss: string;
  /** Undefined when no database runs here, or when something is lost already. */
  readonly mark: Mark | undefined;
  /** The loss of any one node. */
  readonly node: { readonly loss: string; readonly mark: Mark | undefined };
  readonly zones: readonly PictureZone[];
  /** The loss of the control plane, on the hub. */
  readonly hubMark: Mark | undefined;
  /** Whether the control plane that it runs is lost. */
  readonly hubLost: boolean;
  /** Replicas and arbitrators, by database and ordinal. */
  readonly members: readonly PictureMember[];
  readonly lost: boolean;
}

export interface PictureZone {
  readonly id: string;
  readonly name: string;
  readonly nodes: number | undefined;
  readonly loss: string;
  readonly mark: Mark | undefined;
  readonly lost: boolean;
}

export interface PictureMember {
  /** Name of the pod. */
  readonly name: string;
  /** `namespace/name`. */
  readonly database: string;
  readonly kind: 'replica' | 'arbitrator';
  /** Undefined for an arbitrator. */
  readonly ordinal: number | undefined;
  /** Votes; undefined where nobody votes. */
  readonly weight: number | undefined;
  /** Id of its zone; undefined when the scheduler chooses. */
  readonly zone: string | undefined;
  /** `serving` while nothing is lost. `idle` runs and may not write. */
  readonly state: 'serving' | 'idle' | 'lost';
}

export interface PictureLink {
  /** Losses of the two clusters, which are their names. */
  readonly between: readonly [string, string];
  /** Longest round trip in milliseconds; undefined when the file does not say. */
  readonly roundTrip: number | undefined;
  /** Bits per second of the slowest. */
  readonly bandwidth: number | undefined;
  readonly loss: string;
  /** Undefined when no database spans it, or when something is lost already. */
  readonly mark: Mark | undefined;
  readonly lost: boolean;
}

export interface PictureDatabase {
  /** `namespace/name`. */
  readonly name: string;
  readonly engine: 'mariadb' | 'postgres';
  readonly provider: string;
  /** How many there are of it: one on each cluster of a fleet. */
  readonly count: number;
  /** Votes of each; undefined where nobody votes. */
  readonly votes: PictureVotes | undefined;
  /** What the topology asks for. */
  readonly goal: Goal | undefined;
  /** Whether it gets that; true without a goal. */
  readonly met: boolean;
  /** The strictest goal that is met. */
  readonly survives: Goal;
  /** What it survives and what stops its writes, in sentences. */
  readonly summary: string;
  /** What became of it where something is lost. */
  readonly outcome: PictureOutcome | undefined;
}

export interface PictureVotes {
  readonly total: number;
  readonly needed: number;
  readonly clusters: readonly { readonly cluster: string; readonly votes: number }[];
}

export interface PictureOutcome {
  readonly verdict: Verdict;
  readonly writes: 'continue' | 'stop';
  readonly words: string;
  readonly reason: string;
}
