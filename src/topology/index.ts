export type * from './generated/types.js';
export {
  bitsPerSecond,
  bytes,
  canonicalCpu,
  canonicalSize,
  milliseconds,
} from './quantities.js';
export { type Input, type Reading, readTopology } from './read.js';
export { headSpan, keySpan, spanOf, valueSpan } from './spans.js';
export { nearest } from './suggest.js';
