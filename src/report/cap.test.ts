import { describe, expect, test } from 'vitest';
import { capped, omissionText } from './cap.js';

interface Finding {
  readonly id: string;
  readonly file: string;
  readonly nth: number;
}

const kindOf = ({ id, file }: Finding) => ({ id, file, severity: 'error' as const });
const findings = (count: number, id = 'a/b', file = 't'): Finding[] =>
  Array.from({ length: count }, (_, nth) => ({ id, file, nth }));

describe('capped', () => {
  test('shows nine of a kind in a file', () => {
    expect(capped(findings(9), kindOf)).toEqual(findings(9));
  });

  test('puts their number in the place of the tenth', () => {
    const all = [...findings(10), ...findings(1, 'a/c'), ...findings(3)];
    expect(capped(all, kindOf)).toEqual([
      ...findings(9),
      { id: 'a/b', file: 't', severity: 'error', omitted: 4 },
      ...findings(1, 'a/c'),
    ]);
  });

  test('counts by kind and by file', () => {
    const all = [...findings(9), ...findings(9, 'a/c'), ...findings(9, 'a/b', 'u')];
    expect(capped(all, kindOf)).toEqual(all);
  });
});

test('omissionText says where the others are', () => {
  const omission = { id: 'a/b', severity: 'error', file: 't', omitted: 1 } as const;
  expect(omissionText(omission, 'validate')).toBe(
    'and 1 more finding of a/b; all of them: dbspan validate --format json',
  );
  expect(omissionText({ ...omission, omitted: 191 }, 'synth')).toBe(
    'and 191 more findings of a/b; all of them: dbspan synth --check --format json',
  );
});
