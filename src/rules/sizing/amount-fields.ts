import type { Field } from '../../manifests/index.js';
import { quantity } from '../../manifests/quantity.js';
import { fromBytes, type Mebibytes } from '../../sizing/index.js';

/** The amount that a field says; undefined for what is none, which is a matter of the schema. */
export function amountIn(field: Field): Mebibytes | undefined {
  const nano = quantity(field.value)?.nano;
  return nano === undefined || nano <= 0n ? undefined : fromBytes(Number(nano) / 1e9);
}
