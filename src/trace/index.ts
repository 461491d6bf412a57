export { keyOf, type Leaf, leavesOf, type Pointer, pointerText } from './leaves.js';
export type { TracedFile } from './located.js';
export type { Place } from './place.js';
export { placeOfSource } from './source.js';
export { type Trace, type TracedField, traceField } from './trace.js';
