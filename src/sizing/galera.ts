import {
  type BytesPerSecond,
  fromBytes,
  type Mebibytes,
  type Milliseconds,
  mebibytes,
  type Seconds,
  seconds,
  sizeText,
} from './units.js';

/** What Galera's cache of write sets is asked to be: a size, or what it must bridge. */
export type GcacheRequest =
  | { readonly size: Mebibytes }
  | { readonly rideOut: Seconds; readonly writeRate: BytesPerSecond };

/** A size with its reason. */
export interface Reasoned {
  readonly size: Mebibytes;
  readonly why: string;
}

/** gcache.size when nothing is said, and the least that is chosen. */
export const defaultGcache = mebibytes(128);
export const mostDefaultGcache = 1024;

/** Of the ring each write set takes 24 bytes beside its own; 32 counted. sysbench's write sets are 1.6 KiB. */
export const ringOverhead = 32;
export const usualWriteSet = 2048;

/** Bursts, write sets that slow readers hold, and what is written while the transfer runs. */
export const windowReserve = 1.25;

/** Bytes per second that a cache takes in, the ring's own included. */
function ringRate(writeRate: BytesPerSecond): number {
  return writeRate * (1 + ringOverhead / usualWriteSet);
}

/** The cache that bridges an absence at a write rate. */
export function gcacheFor(rideOut: Seconds, writeRate: BytesPerSecond): Mebibytes {
  return fromBytes(windowReserve * ringRate(writeRate) * rideOut);
}

/** How long a replica may be away at a write rate and still catch up from the cache. */
export function gcacheWindow(gcache: Mebibytes, writeRate: BytesPerSecond): Seconds {
  return seconds(gcacheHolds(gcache, writeRate) / windowReserve);
}

/** What is written in a time, as the cache holds it. */
export function gcacheFill(time: Seconds, writeRate: BytesPerSecond): Mebibytes {
  return fromBytes(ringRate(writeRate) * time);
}

/** How long it takes until so much is written, as the cache holds it. */
export function gcacheHolds(size: Mebibytes, writeRate: BytesPerSecond): Seconds {
  return seconds((size * 2 ** 20) / ringRate(writeRate));
}

/** gcache.size: what is asked for, or a twentieth of the volume. It is a file, not memory. */
export function chooseGcache(asked: GcacheRequest | undefined, volume: Mebibytes | undefined): Reasoned {
  if (asked && 'size' in asked) return { size: wholeMebibytes(asked.size), why: 'sizing.gcache' };
  if (asked) {
    const needed = gcacheFor(asked.rideOut, asked.writeRate);
    const size = mebibytes(Math.max(defaultGcache, Math.ceil(needed)));
    const rate = `${sizeText(fromBytes(asked.writeRate))}/s`;
    return {
      size,
      why:
        size > defaultGcache
          ? `sizing.gcache, 1.25 x ${asked.rideOut}s at ${rate}, and ${ringOverhead} bytes a write set`
          : "128M, the provider's default, is enough for sizing.gcache",
    };
  }
  const share = volume === undefined ? 0 : Math.floor(volume / 20 / 64) * 64;
  const size = mebibytes(Math.min(mostDefaultGcache, Math.max(defaultGcache, share)));
  return {
    size,
    why: size > defaultGcache ? 'a twentieth of the volume, at most 1Gi' : "128M, the provider's default",
  };
}

function wholeMebibytes(size: Mebibytes): Mebibytes {
  return mebibytes(Math.max(1, Math.floor(size)));
}

/** gcache.page_size: files for what the ring does not hold, no larger than the ring. */
export function gcachePage(gcache: Mebibytes): Mebibytes {
  return mebibytes(Math.min(gcache, 128));
}

/** wsrep_max_ws_size in MiB: one transaction is in memory and in the way on every member. */
export function largestWriteSet(memory: Mebibytes): Mebibytes {
  return mebibytes(Math.floor(Math.max(16, Math.min(2047, memory / 16))));
}

/** Flow control and timers of the group. */
export interface GroupOptions {
  readonly options: readonly (readonly [key: string, value: string])[];
  readonly why: string;
}

/** Round trips of a link after which a silent member is suspected. */
export const suspectRoundTrips = 100;
/** Seconds: gateways of a slice take that long to come back. */
export const leastSuspect = 15;

/** Seconds after which a join is sent again, when nothing is said. */
const usualJoin = 1;

/**
 * Options for the group. Within one cluster only flow control differs from the defaults; across clusters the timers are
 * those that were accepted and tried together on 26.4.23, longer where a round trip is above 150 ms.
 */
export function groupOptions(
  appliers: number,
  acrossClusters: boolean,
  roundTrip: Milliseconds | undefined,
): GroupOptions {
  if (!acrossClusters) {
    const limit = Math.min(160, Math.max(16, 5 * appliers));
    return {
      options: [['gcs.fc_limit', String(limit)]],
      why: `gcs.fc_limit: five write sets for each of ${appliers} appliers, 16 to 160`,
    };
  }
  const longest = (roundTrip ?? 0) / 1000;
  const suspect = Math.max(leastSuspect, Math.ceil(suspectRoundTrips * longest));
  const inactive = 4 * suspect;
  return {
    options: [
      ['gcs.fc_limit', '160'],
      ['gcs.fc_factor', '0.8'],
      ['evs.keepalive_period', 'PT1S'],
      ['evs.inactive_check_period', 'PT1S'],
      ['evs.suspect_timeout', `PT${suspect}S`],
      ['evs.inactive_timeout', `PT${inactive}S`],
      ['evs.install_timeout', `PT${inactive}S`],
      ['evs.send_window', '512'],
      ['evs.user_send_window', '256'],
      // A join that is sent again before its answer can be there only adds to the traffic.
      ...(2 * longest > usualJoin
        ? [['evs.join_retrans_period', `PT${Math.ceil(2 * longest)}S`] as const]
        : []),
    ],
    why:
      roundTrip === undefined
        ? 'gcs and evs: for links between clusters'
        : `gcs and evs: for links between clusters, with round trips of up to ${Math.round(roundTrip)} ms`,
  };
}
