import { describe, expect, test } from 'vitest';
import { probePatience, replayRate, type StartUpRequest, startUp, usualTransferRate } from './start-up.js';
import { mebibytes } from './units.js';

const usual: StartUpRequest = {
  data: mebibytes(0),
  transferRate: usualTransferRate,
  recoveryLog: mebibytes(0),
  transfers: false,
};
const totalOf = (change: Partial<StartUpRequest>): number => startUp({ ...usual, ...change }).total;

describe('the time of a start', () => {
  test('with nothing to do is a minute', () => {
    const { parts, total } = startUp(usual);
    expect(total).toBe(60);
    expect(parts.map(({ part, time }) => [part, time])).toEqual([
      ['start', 60],
      ['crash recovery', 0],
    ]);
  });

  test('grows by a minute for each GiB of log: two and a half times what was measured', () => {
    const perGibibyte = totalOf({ recoveryLog: mebibytes(1024) }) - totalOf({});
    expect(perGibibyte).toBeCloseTo(60, 0);
    // Postgres 15, the slowest of those measured, took 24 s on two busy cores and a fast disk.
    expect(perGibibyte).toBeGreaterThan(2 * 24);
    expect(totalOf({ recoveryLog: mebibytes(4096) }) - totalOf({})).toBeCloseTo(4 * perGibibyte, 9);
  });

  test('has the copy of all data for a member of a Galera cluster only', () => {
    const data = mebibytes(20 * 1024);
    expect(totalOf({ data })).toBe(60);
    expect(totalOf({ data, transfers: true })).toBeCloseTo(60 + 20_480 / 30, 9);
    expect(totalOf({ data, transfers: true, transferRate: 100 })).toBeCloseTo(60 + 204.8, 9);
  });

  test('is the sum of its parts, each with its arithmetic', () => {
    const { parts, total } = startUp({
      data: mebibytes(1000),
      transferRate: 12.34,
      recoveryLog: mebibytes(510.4),
      transfers: true,
    });
    expect(parts.reduce((sum, { time }) => sum + time, 0)).toBe(total);
    expect(parts.map(({ how }) => how).slice(1)).toEqual([
      `510Mi of log at ${replayRate}Mi/s`,
      '1000Mi at 12.3Mi/s',
    ]);
  });
});

describe('the startup probe', () => {
  test('waits ten minutes at least', () => {
    expect(startUp(usual).probe).toEqual({ periodSeconds: 15, timeoutSeconds: 10, failureThreshold: 40 });
  });

  test('waits for the whole start, by less than a period too long', () => {
    for (let gibibytes = 0; gibibytes <= 2000; gibibytes += 7) {
      const data = mebibytes(gibibytes * 1024);
      const { total, probe } = startUp({ ...usual, data, transfers: true, recoveryLog: mebibytes(4096) });
      const patience = probePatience(probe);
      expect(patience).toBeGreaterThanOrEqual(total);
      if (probe.failureThreshold > 40) expect(patience - total).toBeLessThan(15);
      else expect(patience).toBe(600);
    }
  });
});

describe('the patience of a probe', () => {
  test.each([
    [{}, 30],
    [{ failureThreshold: 40, periodSeconds: 15 }, 600],
    [{ initialDelaySeconds: 120 }, 150],
    [{ initialDelaySeconds: 20, periodSeconds: 5, failureThreshold: 6 }, 50],
    [{ periodSeconds: undefined, failureThreshold: 60 }, 600],
  ])('%j is %d s', (numbers, patience) => expect(probePatience(numbers)).toBe(patience));
});
