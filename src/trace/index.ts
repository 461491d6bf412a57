export type { Pointer } from './leaves.js';
export { placeOfSource } from './source.js';
export { type Trace, type TracedFile, traceField } from './trace.js';
