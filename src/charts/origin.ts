import type { ApiObject } from 'cdk8s';
import type { Span } from '../diagnostics/index.js';
import { headSpan } from '../topology/index.js';

/** Where in the input an object comes from. */
export interface Origin {
  /** Path in the topology, stable when the file is only reordered or commented: `databases[orders]`. */
  readonly pointer: string;
  readonly span: Span;
}

const origins = new WeakMap<ApiObject, Origin>();

/** Remembers which part of the topology an object was made from, and returns the object. */
export function from<T extends ApiObject>(container: object, pointer: string, object: T): T {
  origins.set(object, { pointer, span: headSpan(container) });
  return object;
}

/** Where an object comes from; undefined for one that dbspan did not make. */
export function originOf(object: ApiObject): Origin | undefined {
  return origins.get(object);
}
