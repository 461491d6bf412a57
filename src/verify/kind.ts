import type { Schema } from './schema.js';

/** A kind of object in one version, as an API server knows it. */
export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** Made by a CustomResourceDefinition; false for the kinds that are built in. */
  readonly custom: boolean;
  /** The status is written on a path of its own, and dropped elsewhere. */
  readonly statusApart: boolean;
  readonly schema: Schema;
}
