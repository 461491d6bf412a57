import { type BitsPerSecond, type BytesPerSecond, type Mebibytes, type Seconds, seconds } from './units.js';

/** What goes through the narrowest link between a replica and the others. */
export interface LinkRequest {
  /** What the link carries, the slice's ceiling heeded. */
  readonly bandwidth: BitsPerSecond;
  /** What a replica that lost its volume copies. */
  readonly data: Mebibytes;
  /** Write sets per second, in bytes; undefined when nobody says. */
  readonly writeRate: BytesPerSecond | undefined;
  /** Longest absence that is to be caught up without a full copy. */
  readonly rideOut: Seconds | undefined;
  /** Replicas beyond the link, to each of which every write set is sent on its own. */
  readonly receivers: number;
}

/** Times over a link. Infinite when the writes alone fill it. */
export interface LinkTimes {
  /** Bytes a second that the link carries beside the protocols' own. */
  readonly usable: BytesPerSecond;
  /** Bytes a second that the writes take of it. */
  readonly replication: BytesPerSecond;
  /** A full copy, beside the writes. */
  readonly fullTransfer: Seconds;
  /** What was written during the absence, beside the writes; undefined without a write rate and an absence. */
  readonly catchUp: Seconds | undefined;
}

/** WireGuard, IP and TCP headers, and what is sent again. */
const efficiency = 0.85;

/** How long the transfers take. */
export function linkTimes(request: LinkRequest): LinkTimes {
  const { bandwidth, data, writeRate = 0, rideOut, receivers } = request;
  const usable = (bandwidth / 8) * efficiency;
  const replication = writeRate * receivers;
  const left = Math.max(0, usable - replication);
  const during = (bytes: number): Seconds => seconds(bytes === 0 ? 0 : bytes / left);
  return {
    usable: usable as BytesPerSecond,
    replication: replication as BytesPerSecond,
    fullTransfer: during(data * 2 ** 20),
    catchUp:
      rideOut === undefined || request.writeRate === undefined ? undefined : during(writeRate * rideOut),
  };
}
