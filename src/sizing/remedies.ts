import { type Mebibytes, mebibytes } from './units.js';

/** Why no sizes can be guaranteed, and what would do. Each remedy works when it is taken alone. */
export interface MemoryProblem {
  /** Least memory with everything else as it is; undefined when none is enough. */
  readonly memory: Mebibytes | undefined;
  /** Most connections with everything else as it is; undefined when none are few enough, or they are not the matter. */
  readonly connections: number | undefined;
  /** Largest buffer pool (of Postgres: shared_buffers) with everything else as it is; undefined when it was not asked for. */
  readonly pool: Mebibytes | undefined;
}

const mostMemory = 2 ** 34;

/** Least whole MiB above `from` for which a test holds that holds for everything above it. */
export function leastMebibytes(from: number, works: (memory: number) => boolean): Mebibytes | undefined {
  let low = Math.floor(from);
  let high = Math.max(256, low * 2);
  while (!works(high)) {
    low = high;
    high *= 2;
    if (high > mostMemory) return undefined;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (works(middle)) high = middle;
    else low = middle;
  }
  return mebibytes(high);
}

/** Largest whole number from `least` to `most` for which a test holds; undefined when it does not hold for the least. */
export function mostThat(least: number, most: number, works: (count: number) => boolean): number | undefined {
  if (most < least || !works(least)) return undefined;
  let low = least;
  let high = most + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (works(middle)) low = middle;
    else high = middle;
  }
  return low;
}
