import type { PictureLink } from './picture.js';
import { bandwidthWords, roundTripWords } from './words.js';

/** What is known of a link: `7 ms, 1 Gbps`. */
export function linkWords({ roundTrip, bandwidth }: PictureLink): string {
  return [
    roundTrip === undefined ? '' : roundTripWords(roundTrip),
    bandwidth === undefined ? '' : bandwidthWords(bandwidth),
  ]
    .filter(Boolean)
    .join(', ');
}
