import type { Goal } from './goal.js';
import type { GroupProtocol, Landscape, Loss, SurvivalDatabase } from './model.js';

/** What a provider can express. */
export interface LayoutLimits {
  /** `one`: all replicas of a group are on one cluster. */
  readonly sites: 'many' | 'one';
  readonly mostReplicas: number;
  /** Whether there can be a vote without data. */
  readonly arbitrator: boolean;
  /** True when what keeps replicas on different nodes cannot change once they run. */
  readonly nodeSpreadIsFinal?: boolean;
}

/** Cluster by ordinal of what is committed; `nothing` when it is known that nothing is; `unknown` when nobody looked. */
export type Running = ReadonlyMap<number, string> | 'nothing' | 'unknown';

export interface LayoutRequest {
  /** As it is now. */
  readonly database: SurvivalDatabase;
  readonly landscape: Landscape;
  readonly goal: Goal;
  readonly provider: LayoutLimits;
  /** Clusters that could hold replicas too, preferred first. */
  readonly candidates: readonly string[];
  readonly running: Running;
  /** Clusters in the order of the placement; by their lowest ordinals when it is not said. */
  readonly order?: readonly string[];
  /** How several replicas of a database agree that has only one now: Galera for MariaDB and Raft for Postgres when it is not said. */
  readonly several?: GroupProtocol;
}

export interface PlacedOrdinals {
  readonly cluster: string;
  /** Ascending. */
  readonly ordinals: readonly number[];
}

export interface AddedOrdinal {
  readonly ordinal: number;
  readonly cluster: string;
}

/** A cluster of a layout that holds no replica today. */
export interface NewCluster {
  /** Of one that is in no file, what stands for its name: `a third cluster`. */
  readonly name: string;
  readonly declared: boolean;
}

/** A number of replicas on the way at which a loss stops writes that is survived today. */
export interface Trap {
  readonly replicas: number;
  /** Replicas of each cluster that has any. */
  readonly counts: readonly number[];
  /** What stops writes then, and does not today. */
  readonly losses: readonly Loss[];
}

/** Nodes that a cluster needs, where the file does not say how many it has. */
export interface NodesNeeded {
  readonly cluster: string;
  readonly nodes: number;
}

/** What a layout costs; the earlier ones decide. */
export interface LayoutCost {
  /** Ordinals that have a volume already and come up elsewhere with an empty one; 0 when nothing runs. */
  readonly moved: number;
  /** 1 when there are fewer replicas than today, one fewer than an even number apart. */
  readonly fewer: number;
  readonly replicas: number;
  /** Clusters that hold no replica today. */
  readonly clusters: number;
  /** Those of them that are in no file. */
  readonly undeclared: number;
  /** Replicas of today that a cluster no longer has. */
  readonly changed: number;
  /** The spread or the arbitrator. */
  readonly settings: number;
}

export interface LayoutSuggestion {
  /** `new`: dealt afresh, for when nothing runs. `grown`: every ordinal that exists stays. `rebuilt`: the highest are given up first. */
  readonly kind: 'new' | 'grown' | 'rebuilt';
  /** In the order of the present placement, new clusters last. */
  readonly placement: readonly PlacedOrdinals[];
  readonly replicas: number;
  /** What comes to the replicas that stay; empty for a new layout. */
  readonly added: readonly AddedOrdinal[];
  /** What a scale-down takes first, ascending; empty for a new layout. */
  readonly removed: readonly number[];
  /** Whether every ordinal that exists and goes on to exist keeps its cluster. */
  readonly movesNothing: boolean;
  readonly newClusters: readonly NewCluster[];
  /** What must become DoNotSchedule. */
  readonly spread?: 'node' | 'zone';
  /** Nodes that the spread takes; empty when the file says that they are there. */
  readonly needs: readonly NodesNeeded[];
  /** `add` one, or `move` the one that is there, to a zone that holds no replicas: one of those named, or a further one. */
  readonly arbitrator?: { readonly change: 'add' | 'move'; readonly zones: readonly string[] };
  /** Numbers of replicas on the way at which not to stop. */
  readonly traps: readonly Trap[];
  readonly cost: LayoutCost;
  /** True when it is the one right form, and nothing is lost by writing it. */
  readonly certain: boolean;
}

/** Why no layout on what the database stands on today meets the goal. */
export interface Impossibility {
  /** `one-cluster`: all replicas stand on one. `two-clusters` and `two-zones`: either must do without the other. `person`: only a person moves the primary. */
  readonly kind: 'one-cluster' | 'two-clusters' | 'two-zones' | 'person';
  readonly proof: readonly [string, string];
  /** The strictest goal that some layout on the present clusters meets, spread included. */
  readonly instead: Goal;
}

/** What a file has too few of, or does not list, where that is all that is missing. */
export type Shortage =
  | { readonly kind: 'nodes'; readonly cluster: string; readonly has: number; readonly needed: number }
  | { readonly kind: 'zones'; readonly cluster: string; readonly has: number; readonly needed: number }
  | { readonly kind: 'zones-unlisted'; readonly cluster: string; readonly needed: number };

export interface Layouts {
  /** Cheapest first; none when the present layout meets the goal at every number of replicas that a scale-down can reach. */
  readonly suggestions: readonly LayoutSuggestion[];
  readonly impossible?: Impossibility;
  readonly shortages: readonly Shortage[];
}
