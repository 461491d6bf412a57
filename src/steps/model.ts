import type { ChangeSubject, ObjectChange, OutputText } from '../changes/index.js';
import type { Value } from '../yaml/read.js';

/** What must be seen, or done by hand, after one commit is applied and before the next one is. */
export interface Wait {
  /** One sentence. */
  readonly text: string;
  /** Commands ready to paste that show it, or do it. */
  readonly shell?: readonly string[];
}

/** Why two changes must not come in one commit. */
export interface Reason {
  /** One sentence: what happens otherwise. */
  readonly why: string;
  /** What to wait for in between, in order. */
  readonly waits: readonly Wait[];
  /** Upstream file in which the fact was read. */
  readonly source: string;
}

/** What must be seen, or done by hand, before a change is applied. */
export type Preparation = Reason;

/** A state through which an object goes on its way from the old to the new. */
export interface State {
  /** The whole object; undefined for a state in which it is not there. */
  readonly value: Value | undefined;
  /** What this state changes, in a clause: `without its namespaces`. */
  readonly what: string;
  /** Why the next state needs a commit of its own. */
  readonly reason: Reason;
  /** True when the new object is there already, of one that is moved or renamed: `value` is then the old one beside it. */
  readonly beside?: boolean;
}

/** One transition of an object: from its state `stage` to the next; 0 leaves the old state, -1 is the one that reaches the new, -2 the one before it. */
export interface Transition {
  readonly object: ObjectChange;
  readonly stage: number;
}

/** Something that one commit does. */
export interface Move {
  readonly object: ObjectChange;
  /** What the API server sees of it: of an object that is renamed on its way, the new one comes, or the old one goes. */
  readonly does: ObjectChange['kind'];
  /** What it does to it, in a clause; undefined for the whole of its change. */
  readonly what: string | undefined;
  /** True when the object is the new one afterwards. */
  readonly last: boolean;
}

/** One commit of several. */
export interface Commit {
  /** From 1. */
  readonly number: number;
  readonly moves: readonly Move[];
  /** What to see to before this commit is applied, in order; usually nothing. */
  readonly preparations: readonly Preparation[];
  /** Why the next commit is another one, and what to wait for before it; empty for the last. */
  readonly reasons: readonly Reason[];
  /** Objects and Helm values of the output as it stands after this commit, sorted by path; without kustomizations and runbook. */
  readonly files: readonly OutputText[];
}

/** The commits that a change takes. */
export interface CommitPlan {
  /** In order; a single one when one is enough. */
  readonly commits: readonly Commit[];
  /**
   * True when all in one commit is refused or breaks, whoever applies it. False when the order of the waves is right: then several commits
   * are for a controller that applies everything at once.
   */
  readonly needed: boolean;
}

/** What one system knows about the order of changes. */
export interface Sequence {
  /** Name of the system, that of its folder under charts/. */
  readonly system: string;
  arrange(change: ChangeSubject, order: Ordering): void;
}

/** What a sequence says about the order of changes. */
export interface Ordering {
  /**
   * Lets an object go through states on its way, a commit each. Once for an object.
   *
   * @throws Error when the object has states already
   */
  through(object: ObjectChange, states: readonly State[]): void;
  /** Demands that one change is committed, applied and waited for before another. Without a stage the last transition of the first, the first of the second. */
  before(first: ObjectChange | Transition, second: ObjectChange | Transition, reason: Reason): void;
  /** Demands that something is seen or done before the commit of a change is applied. Without a stage the first transition. */
  prepare(change: ObjectChange | Transition, preparation: Preparation): void;
}
