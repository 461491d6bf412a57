import { describe, expect, test } from 'vitest';
import {
  bandwidthForCopy,
  bandwidthForWrites,
  isCrowded,
  type LinkRequest,
  linkTimes,
  mostWritten,
  usableRate,
} from './link.js';
import { bitsPerSecond, bytesPerSecond, mebibytes, seconds } from './units.js';

const mega = 1e6;
const quiet: LinkRequest = {
  bandwidth: bitsPerSecond(40 * mega),
  data: mebibytes(170 * 1024),
  writeRate: undefined,
  rideOut: undefined,
  receivers: 2,
};
const busy: LinkRequest = {
  ...quiet,
  writeRate: bytesPerSecond(mega),
  rideOut: seconds(3600),
  others: bytesPerSecond(mega / 4),
};

describe('times over a link', () => {
  test('a full copy takes what headers leave', () => {
    const { usable, replication, fullTransfer, catchUp } = linkTimes(quiet);
    expect(usable).toBe(4_250_000);
    expect(replication).toBe(0);
    expect(fullTransfer / 3600).toBeCloseTo(11.93, 2);
    expect(catchUp).toBeUndefined();
  });

  test('writes go to each receiver on their own, and all that was missed comes beside them', () => {
    const { replication, fullTransfer, catchUp } = linkTimes(busy);
    expect(replication).toBe(2_250_000);
    expect(catchUp).toBe((2_250_000 * 3600) / 2_000_000);
    expect(fullTransfer).toBe((170 * 2 ** 30) / 2_000_000);
  });

  test('nothing is ever caught up on a link that writes fill', () => {
    const full = linkTimes({ ...busy, bandwidth: bitsPerSecond(20 * mega) });
    expect(full.catchUp).toBe(Number.POSITIVE_INFINITY);
    expect(full.fullTransfer).toBe(Number.POSITIVE_INFINITY);
    expect(linkTimes({ ...busy, bandwidth: bitsPerSecond(0), data: mebibytes(0) }).fullTransfer).toBe(0);
  });
});

describe('what would do', () => {
  test.each([1, 5, 40, 300, 10_000])('on %i Mbit/s', (megabits) => {
    const bandwidth = bitsPerSecond(megabits * mega);
    const others = bytesPerSecond(usableRate(bandwidth) / 4);
    const most = mostWritten(bandwidth, 3, others);
    const atMost = { ...busy, bandwidth, receivers: 3, others };
    const fits = linkTimes({ ...atMost, writeRate: most });
    expect(isCrowded(fits)).toBe(false);
    expect(fits.catchUp).toBeCloseTo(3600, 6);
    const tooMuch = { ...atMost, writeRate: bytesPerSecond(most * 1.001) };
    const over = linkTimes(tooMuch);
    expect(isCrowded(over)).toBe(true);
    expect(over.catchUp).toBeGreaterThan(3600);
    const wider = linkTimes({ ...tooMuch, bandwidth: bandwidthForWrites(over.replication) });
    expect(wider.catchUp).toBeCloseTo(3600, 6);
  });

  test('a bandwidth at which a copy takes a day', () => {
    const bandwidth = bandwidthForCopy(busy.data, seconds(86_400), bytesPerSecond(2_250_000));
    expect(linkTimes({ ...busy, bandwidth }).fullTransfer).toBeCloseTo(86_400, 6);
  });
});
