import { describe, expect, test } from 'vitest';
import { gcacheFill, gcacheFor, gcacheHolds, gcacheWindow, groupOptions } from './galera.js';
import { bytesPerSecond, milliseconds, seconds } from './units.js';

const roundTrips = [undefined, 1, 2, 7, 40, 149, 150, 151, 200, 333, 500, 999, 1000];
const period = (text = ''): number => Number(/^PT(\d+)S$/.exec(text)?.[1]);

describe('options of the group', () => {
  test.each(roundTrips)('timers for %s ms stand in the order that Galera needs', (roundTrip) => {
    const { options } = groupOptions(8, true, roundTrip === undefined ? undefined : milliseconds(roundTrip));
    const all = new Map(options);
    const timer = (name: string): number => period(all.get(`evs.${name}`));
    expect(timer('keepalive_period')).toBeLessThan(timer('suspect_timeout'));
    expect(timer('inactive_check_period')).toBeLessThanOrEqual(timer('suspect_timeout'));
    expect(timer('suspect_timeout')).toBeLessThan(timer('inactive_timeout'));
    expect(timer('install_timeout')).toBeLessThanOrEqual(timer('inactive_timeout'));
    expect(Number(all.get('evs.user_send_window')) * 2).toBe(Number(all.get('evs.send_window')));
    expect(timer('suspect_timeout')).toBeGreaterThanOrEqual(Math.max(15, (roundTrip ?? 0) / 10));
  });

  test.each([
    [undefined, undefined],
    [500, undefined],
    [501, 'PT2S'],
    [1200, 'PT3S'],
  ])('with %s ms a join is sent again after %s', (roundTrip, period) => {
    const { options } = groupOptions(8, true, roundTrip === undefined ? undefined : milliseconds(roundTrip));
    expect(new Map(options).get('evs.join_retrans_period')).toBe(period);
  });

  test.each([1, 2, 4, 16, 64])('%i appliers within a cluster change flow control alone', (appliers) => {
    const { options } = groupOptions(appliers, false, milliseconds(300));
    expect(options).toEqual([['gcs.fc_limit', String(Math.min(160, Math.max(16, 5 * appliers)))]]);
  });
});

describe('the window of gcache', () => {
  const rate = bytesPerSecond(2 ** 20);

  test('an absence of an hour at 1 MiB a second takes 4.5 GiB', () => {
    expect(gcacheFor(seconds(3600), rate) / 1024).toBeCloseTo(4.46, 2);
  });

  test('what bridges an absence has that window, and a quarter more is held', () => {
    const cache = gcacheFor(seconds(600), rate);
    expect(gcacheWindow(cache, rate)).toBeCloseTo(600, 6);
    expect(gcacheHolds(cache, rate)).toBeCloseTo(750, 6);
    expect(gcacheFill(seconds(750), rate)).toBeCloseTo(cache, 6);
  });
});
