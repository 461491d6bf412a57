export { headSpan, keySpan, shareSpans, spanOf, valueSpan } from '../yaml/spans.js';
export { nearest } from '../yaml/suggest.js';
export type * from './generated/types.js';
export {
  bitsPerSecond,
  bytes,
  canonicalCpu,
  canonicalSize,
  millicores,
  milliseconds,
} from './quantities.js';
export { type Input, type Reading, readTopology } from './read.js';
