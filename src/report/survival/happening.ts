import type { Loss, Manner, Outcome } from '../../survival/index.js';

/** What has happened when an outcome is looked at: losses of one moment, or one after the other up to then. */
export interface Happening {
  readonly losses: readonly Loss[];
  readonly manner: Manner;
  /** Those without which writes went on no more, where others had been got over before. */
  readonly missed?: readonly Loss[];
  /** Of servers that leave: how many, and what comes of it where they count as crashed instead. */
  readonly leaving?: { readonly count: number; readonly crashed: Outcome };
}
