import { type Mebibytes, type Seconds, seconds } from './units.js';

/** Share of the buffer pool that may wait to be written: innodb_max_dirty_pages_pct. */
const dirtyShare = 0.9;
/** Closing connections, leaving the cluster, writing the log. */
const shutDownItself = 45;
const least = 120;
const most = 3600;
const step = 30;

/**
 * Seconds that a server needs to stop without being killed: at worst it writes its dirty pages first.
 *
 * @param rate MiB a second that the volume takes
 */
export function shutDown(pool: Mebibytes, rate: number): Seconds {
  const needed = shutDownItself + (pool * dirtyShare) / rate;
  return seconds(Math.min(most, Math.max(least, Math.ceil(needed / step) * step)));
}
