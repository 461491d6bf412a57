import type { Quantity } from './values.js';

// Claims of persistent volumes, as templates hold them.

export interface ClaimSpec {
  /** ReadWriteOnce is one node, ReadWriteOncePod one pod. */
  readonly accessModes: readonly ClaimAccessMode[];
  /** Left out: the default class of the cluster, if it has one. */
  readonly storageClassName?: string | undefined;
  /** Its size. */
  readonly resources: ClaimResources;
}

export type ClaimAccessMode = 'ReadWriteOnce' | 'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOncePod';

export interface ClaimResources {
  /** What it asks for. */
  readonly requests: ClaimRequests;
}

export interface ClaimRequests {
  /** Bytes, as a quantity; grows where the class allows it, never shrinks. */
  readonly storage: Quantity;
}
