import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { change, goodTopology } from '../../rules/testing.js';
import { palette } from '../palette.js';
import { columnsOf } from '../width.js';
import { parts, reportOfParts } from './random.testing.js';
import { planReportOf } from './testing.js';
import { planText } from './text.js';

const larger = change(goodTopology, 'size: 20Gi', 'size: 30Gi');
const planned = planReportOf({ 'topology.yaml': goodTopology }, { 'topology.yaml': larger });
/** Without commands, which are not wrapped: they are there to be pasted. */
const ground = { ...planned, commits: { needed: false, commits: [] } };

describe('a plan as text', () => {
  test.each([40, 60, 80, 120])('is not wider than a terminal of %i columns', (width) => {
    const lines = planText(ground, palette(false), width).split('\n');
    const wide = lines.filter((line) => columnsOf(line) > width && line.trim().includes(' '));
    expect(wide).toEqual([]);
  });

  test('shows nothing that a terminal would act on, and nothing wider but single words and commands', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(40, 80), (given, width) => {
        const text = planText(
          reportOfParts({ ...ground, impact: undefined }, { ...given, waits: [], command: 'x' }),
          palette(false),
          width,
        );
        expect(text).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/,
        );
        const wide = text.split('\n').filter((line) => columnsOf(line) > width && line.trim().includes(' '));
        expect(wide).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('stays readable, whatever the number of things', () => {
    const [sample] = fc.sample(parts, { numRuns: 1, seed: 3 });
    if (!sample) throw new Error('no sample');
    const text = planText(reportOfParts(ground, sample), palette(false));
    expect(text.split('\n').length).toBeLessThan(3000);
  });

  test('has colours where they are asked for', () => {
    expect(planText(ground, palette(true))).toContain('\u001b[1m');
  });
});
