import { type BytesPerSecond, fromBytes, type Mebibytes } from './units.js';

const day = 86_400;

/** What is sent in a day when each write goes out so many times; headers not counted. */
export function dailyTraffic(writeRate: BytesPerSecond, copies: number): Mebibytes {
  return fromBytes(writeRate * copies * day);
}
