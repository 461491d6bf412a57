import {
  type BitsPerSecond,
  type BytesPerSecond,
  bitsPerSecond,
  bytesPerSecond,
  type Mebibytes,
  type Seconds,
  seconds,
} from './units.js';

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
  /** What the writes of other databases take of the link; they catch up at the same time. */
  readonly others?: BytesPerSecond;
}

/** Times over a link. Infinite when the writes alone fill it. */
export interface LinkTimes {
  /** Bytes a second that the link carries beside the protocols' own. */
  readonly usable: BytesPerSecond;
  /** Bytes a second that the writes take of it, those of other databases too. */
  readonly replication: BytesPerSecond;
  /** A full copy, beside the writes. */
  readonly fullTransfer: Seconds;
  /** What all replicas beyond the link missed during the absence, beside the writes; undefined without a write rate and an absence. */
  readonly catchUp: Seconds | undefined;
}

/** WireGuard, IP and TCP headers, and what is sent again. */
const efficiency = 0.85;

/** Of what a link carries, the part that writes may take: an absence is caught up in no more time than it lasted. */
const writesShare = 0.5;

/** Bytes a second that a link carries beside the protocols' own. */
export function usableRate(bandwidth: BitsPerSecond): BytesPerSecond {
  return bytesPerSecond((bandwidth / 8) * efficiency);
}

/** The bandwidth that carries so much beside the protocols' own. */
export function wireRate(rate: number): BitsPerSecond {
  return bitsPerSecond((rate * 8) / efficiency);
}

/** How long the transfers take. */
export function linkTimes(request: LinkRequest): LinkTimes {
  const { bandwidth, data, writeRate = 0, rideOut, receivers, others = 0 } = request;
  const usable = usableRate(bandwidth);
  const replication = bytesPerSecond(writeRate * receivers + others);
  const left = Math.max(0, usable - replication);
  const during = (bytes: number): Seconds => seconds(bytes === 0 ? 0 : bytes / left);
  return {
    usable,
    replication,
    fullTransfer: during(data * 2 ** 20),
    catchUp:
      rideOut === undefined || request.writeRate === undefined ? undefined : during(replication * rideOut),
  };
}

/** The smallest bandwidth at which what is written so fast is caught up in no more time than an absence lasted. */
export function bandwidthForWrites(replication: BytesPerSecond): BitsPerSecond {
  return wireRate(replication / writesShare);
}

/** The most that a database may write on such a link beside others; zero or less when the others are too much. */
export function mostWritten(
  bandwidth: BitsPerSecond,
  receivers: number,
  others: BytesPerSecond,
): BytesPerSecond {
  return bytesPerSecond((usableRate(bandwidth) * writesShare - others) / receivers);
}

/** The smallest bandwidth at which a full copy takes no longer than that, beside the writes. */
export function bandwidthForCopy(
  data: Mebibytes,
  within: Seconds,
  replication: BytesPerSecond,
): BitsPerSecond {
  return wireRate((data * 2 ** 20) / within + replication);
}

/** True when writes take more than their part of a link. */
export function isCrowded({ usable, replication }: LinkTimes): boolean {
  return replication > usable * writesShare;
}
