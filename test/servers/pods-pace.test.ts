import { describe, expect, test } from 'vitest';
import { paced } from './pods-pace.mjs';

const probe = {
  command: ['probe'],
  delay: 30,
  period: 10,
  timeout: 5,
  failures: 6,
  successes: 1,
  gracePeriod: 7,
};

describe('the pace of probes', () => {
  test.each(['startup', 'liveness'] as const)(
    '%s probes come more often and have as long to fail',
    (kind) => {
      expect(paced(kind, probe)).toEqual({ ...probe, delay: 2, period: 2, failures: 30 });
      expect(paced(kind, { ...probe, period: 5, failures: 3 })).toMatchObject({ period: 2, failures: 8 });
    },
  );

  test('a readiness probe fails as often', () => {
    expect(paced('readiness', probe)).toEqual({ ...probe, delay: 2, period: 2, failures: 6 });
  });

  test('a quick probe stays as it is', () => {
    expect(paced('liveness', { ...probe, period: 1 })).toEqual({ ...probe, period: 1 });
  });
});
