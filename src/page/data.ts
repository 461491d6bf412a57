import type { Goal, Landscape, SurvivalDatabase } from '../survival/index.js';

/** What a page knows: it stands in the page as JSON, so that what is undefined is not there. */
export interface PageData {
  readonly topology: string;
  /** One cluster stands for a fleet. */
  readonly landscape: Landscape;
  /** Those alike on a fleet's clusters once. */
  readonly databases: readonly PageDatabase[];
  /** What the file says of the network between clusters. */
  readonly links: readonly PageLink[];
  readonly fleets: readonly PageFleet[];
  /** What is lost at first, as `lossText` writes it. */
  readonly lose: readonly string[];
}

export interface PageDatabase {
  readonly survival: SurvivalDatabase;
  readonly provider: string;
  /** What the file asks for; undefined when it does not say. */
  readonly goal?: Goal;
  /** The strictest goal that is met. */
  readonly survives: Goal;
  /** How many more are alike, each on a cluster of the same fleet. */
  readonly alike: number;
}

export interface PageLink {
  readonly between: readonly [string, string];
  /** `7 ms, 1 Gbit/s`. */
  readonly text: string;
}

export interface PageFleet {
  readonly name: string;
  /** The cluster that stands for all. */
  readonly cluster: string;
  readonly count: number;
}
