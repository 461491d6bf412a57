/** Where databases stand, as far as survival depends on it. Plain JSON: the page of `dbspan graph --html` carries it. */
export interface Landscape {
  readonly clusters: readonly ClusterSite[];
  /** Cluster that runs the OCM hub, the KubeSlice controller and the KubeDB operator; undefined when there is none. */
  readonly hub: string | undefined;
}

/** One Kubernetes cluster. */
export interface ClusterSite {
  readonly name: string;
  readonly region: string | undefined;
  /** Zones with nodes. None when the file lists none: then the cluster counts as one zone. */
  readonly zones: readonly ZoneSite[];
  /** Schedulable nodes; undefined when the file does not say. */
  readonly nodes: number | undefined;
}

/** An availability zone. Clusters of one region that name the same zone stand in it together. */
export interface ZoneSite {
  /** `region/name`, or `/cluster/name` for a cluster without a region. */
  readonly id: string;
  /** Value of the label topology.kubernetes.io/zone. */
  readonly name: string;
  /** Schedulable nodes; undefined when the file does not say. */
  readonly nodes: number | undefined;
}

/** A database, as far as survival depends on it. Plain JSON. */
export interface SurvivalDatabase {
  readonly name: string;
  readonly namespace: string;
  readonly engine: 'mariadb' | 'postgres';
  readonly protocol: Protocol;
  readonly members: readonly Member[];
  /** How the scheduler keeps replicas of one cluster apart. */
  readonly spread: Spread;
  /** True when an operator on the hub looks after it. */
  readonly onHub: boolean;
}

/** Replicas on one cluster: only what the scheduler must obey counts, as what it prefers is no promise. */
export interface Spread {
  /** `apart`: no two on one node. `anywhere`: all may share one. */
  readonly node: 'apart' | 'anywhere';
  /** `one-each`: no two in one zone. `even`: the numbers of any two zones differ by one at most. `anywhere`: all may share one. */
  readonly zone: 'one-each' | 'even' | 'anywhere';
  /** Whether the arbitrator keeps off the nodes of replicas. */
  readonly arbitrator: 'apart' | 'anywhere';
}

/** A replica or an arbitrator. */
export interface Member {
  /** Name of its pod: `orders-0`. */
  readonly name: string;
  /** Undefined for an arbitrator. */
  readonly ordinal: number | undefined;
  readonly cluster: string;
  /** Zone id that an arbitrator is bound to; undefined when the scheduler chooses, as it does for every replica. */
  readonly zone: string | undefined;
  /** Votes: `pc.weight` of Galera, 0 to 255; 1 otherwise. */
  readonly weight: number;
  /** False for an arbitrator, which votes and stores nothing. */
  readonly data: boolean;
}

/** How the members of one group agree on who may write. */
export type GroupProtocol =
  /** Every member of the primary component takes writes; a strict majority of the last component's weight goes on. */
  | { readonly kind: 'galera'; readonly dirtyReads: boolean }
  /**
   * Coordinators elect the primary by Raft among a fixed number of members, without weights (KubeDB's Postgres).
   * `synchronous`: standbys that must have a commit before it is answered; 0 is asynchronous.
   */
  | { readonly kind: 'raft'; readonly synchronous: number; readonly hotStandby: boolean }
  /** An operator on the same cluster promotes a replica (mariadb-operator). There is no vote. */
  | { readonly kind: 'operator'; readonly semiSynchronous: boolean }
  /** One server. */
  | { readonly kind: 'alone' };

/** How a database decides who may write. */
export type Protocol =
  | GroupProtocol
  /** One group per cluster; those beside the primary's follow asynchronously, and a person moves the primary (mariadb-operator multiCluster). */
  | { readonly kind: 'clusters'; readonly primary: string; readonly within: GroupProtocol };

/** One thing that fails. */
export type Loss =
  /** Any one node of a cluster: the one whose loss hurts most. */
  | { readonly kind: 'node'; readonly cluster: string }
  /** A zone, in every cluster that has it. */
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'cluster'; readonly cluster: string }
  /** All clusters of a region. */
  | { readonly kind: 'region'; readonly region: string }
  /** The network between two clusters; both still reach the others. */
  | { readonly kind: 'link'; readonly between: readonly [string, string] }
  /** The network between these clusters and all others. */
  | { readonly kind: 'split'; readonly group: readonly string[] }
  /** The control plane of the hub's cluster; its nodes and pods go on. */
  | { readonly kind: 'hub' };

/**
 * `crash`: without a word, the votes still count. `leave`: stopped in order, one after the other, the votes are taken off the total.
 * Galera members that leave at the same moment race: some may be gone before the others have heard it, and then count as crashed.
 */
export type Manner = 'crash' | 'leave';

/** What a failure comes to, in one word; a later one of this list is worse. */
export const verdicts = [
  'writes-go-on',
  'control-plane-lost',
  'reads-only',
  'blocked',
  'data-at-risk',
] as const;
export type Verdict = (typeof verdicts)[number];

/** Why writes go on or stop. */
export type Reason =
  /** Nothing of the database was hit. */
  | 'untouched'
  | 'majority'
  /** Exactly half of the votes. */
  | 'tie'
  | 'minority'
  /** No replica with data is left. */
  | 'none-left'
  /** The votes of an arbitrator are a majority, but no replica is with it. */
  | 'no-data-left'
  /** Enough are connected, but no leader reaches a majority itself, or (Galera) some only through two others. */
  | 'no-common-view'
  /** A leader is there, and too few standbys to answer commits. */
  | 'standbys-missing'
  /** A replica is left, and the operator promotes it. */
  | 'promoted'
  /** The primary's cluster is out; only a person moves the primary to another. */
  | 'manual-failover';

/** What becomes of a database when something fails. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly writes: 'continue' | 'stop';
  /** `stale`: from replicas that no longer follow. */
  readonly reads: 'continue' | 'stale' | 'stop';
  /**
   * `safe`: every answered commit is on a replica that is left. `unsent-commits`: those answered and not yet sent may be lost.
   * `copies-lost`: no replica that is left has the data; it is as safe as the lost volumes.
   */
  readonly data: 'safe' | 'unsent-commits' | 'copies-lost';
  /** `none`: no hub looks after the database. */
  readonly controlPlane: 'kept' | 'lost' | 'none';
  /** Of the strongest group. `needed` is the least that is a majority. Zero of zero where nobody votes. */
  readonly votes: { readonly left: number; readonly needed: number; readonly total: number };
  /** Members that go on together; empty when writes stop. */
  readonly serving: readonly Member[];
  /** Members that run and may not write. */
  readonly idle: readonly Member[];
  /** Members that are gone. Where the scheduler chose the place, those whose loss hurts most. */
  readonly lost: readonly Member[];
  /** True when the primary may be among the lost, or one that some no longer hear, so that another takes over. */
  readonly failover: boolean;
  /** True when members reach each other only through others. */
  readonly relayed: boolean;
  /** Clusters with members that run and that the hub does not reach. */
  readonly unmanaged: readonly string[];
}
