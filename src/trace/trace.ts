import type { Span } from '../diagnostics/index.js';
import type { Plan } from '../plan/index.js';
import type { Pointer } from './leaves.js';
import { type Place, placeAt } from './place.js';
import { placesOfSource } from './source.js';

/** Where a field of the output comes from. */
export interface Trace {
  /** The most telling first; at least one. */
  readonly places: readonly { readonly span: Span; readonly path: string }[];
  /** What was done with them; undefined where the value is the one that stands there. */
  readonly formula: string | undefined;
}

/** A file of the output. */
export interface TracedFile {
  /** Below the output directory: `fra/70-database/mariadb.shop.orders.yaml`. */
  readonly path: string;
  /** As the ownership index has it: `shop/databases[orders]`. */
  readonly source: string;
  readonly content?: string;
}

/**
 * Where a field comes from. The pointer may go on behind a text with options, by the name of an option. Of a file that is of none
 * of the plans all that can be said is the first of them.
 *
 * @throws Error without a plan
 */
export function traceField(plans: readonly Plan[], file: TracedFile, _pointer: Pointer): Trace {
  return { places: placesOfFile(plans, file), formula: undefined };
}

/** What the file as a whole comes from. */
function placesOfFile(plans: readonly Plan[], { source }: TracedFile): readonly Place[] {
  const places = placesOfSource(plans, source);
  const [first] = plans;
  if (!first) throw new Error('there is no plan in which a place could be');
  return places.length > 0 ? places : [placeAt(first.topology, ['metadata', 'name'])];
}
