import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chooseGcache,
  gcacheFor,
  gcachePage,
  gcacheWindow,
  groupOptions,
  largestWriteSet,
} from './galera.js';
import { bytesPerSecond, mebibytes, milliseconds, seconds } from './units.js';

test('the cache for 1 MiB/s and half an hour: 1.25 x 1800 MiB and 1.6 % for the ring', () => {
  expect(gcacheFor(seconds(1800), bytesPerSecond(2 ** 20))).toBeCloseTo(2285.16, 2);
  expect(chooseGcache({ rideOut: seconds(1800), writeRate: bytesPerSecond(2 ** 20) }, undefined)).toEqual({
    size: 2286,
    why: 'sizing.gcache, 1.25 x 1800s at 1Mi/s, and 32 bytes a write set',
  });
});

test('the measured boundary between IST and SST is outside the window', () => {
  // 32 MiB at 1664 bytes a write set: 30.3 MB were caught up, 33.1 MB were not.
  const window = gcacheWindow(mebibytes(32), bytesPerSecond(1e6));
  expect(window).toBeLessThan(30.3);
  expect(window).toBeGreaterThan(24);
});

test('size and window are inverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e10 }), (time, rate) => {
      const size = gcacheFor(seconds(time), bytesPerSecond(rate));
      expect(gcacheWindow(size, bytesPerSecond(rate)) / time).toBeCloseTo(1, 9);
    }),
  );
});

test.each([
  [undefined, 128],
  [1024, 128],
  [5120, 256],
  [10_240, 512],
  [20_480, 1024],
  [1_048_576, 1024],
])('on a volume of %s MiB nobody asks for a cache: %d MiB', (volume, size) => {
  expect(chooseGcache(undefined, volume === undefined ? undefined : mebibytes(volume)).size).toBe(size);
});

test('a size that is asked for stands, in whole MiB', () => {
  expect(chooseGcache({ size: mebibytes(61.04) }, undefined).size).toBe(61);
  expect(chooseGcache({ size: mebibytes(0.3) }, undefined).size).toBe(1);
});

test('pages and write sets', () => {
  expect([64, 128, 1024].map((size) => gcachePage(mebibytes(size)))).toEqual([64, 128, 128]);
  expect([192, 512, 1024, 65_536].map((size) => largestWriteSet(mebibytes(size)))).toEqual([
    16, 32, 64, 2047,
  ]);
});

test('within a cluster only flow control', () => {
  expect([1, 8, 64].map((appliers) => groupOptions(appliers, false, undefined).options)).toEqual([
    [['gcs.fc_limit', '16']],
    [['gcs.fc_limit', '40']],
    [['gcs.fc_limit', '160']],
  ]);
});

test.each([
  [undefined, 15, 60],
  [38, 15, 60],
  [150, 15, 60],
  [300, 30, 120],
])(
  'across clusters with a round trip of %s ms a silent member is suspected after %d s',
  (trip, suspect, inactive) => {
    const options = new Map(
      groupOptions(8, true, trip === undefined ? undefined : milliseconds(trip)).options.map(
        ([key, value]) => [key, value],
      ),
    );
    expect(options.get('evs.suspect_timeout')).toBe(`PT${suspect}S`);
    expect(options.get('evs.inactive_timeout')).toBe(`PT${inactive}S`);
    expect(options.get('evs.install_timeout')).toBe(`PT${inactive}S`);
  },
);
