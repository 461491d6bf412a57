import { describe, expect, test } from 'vitest';
import { verdicts } from '../../survival/index.js';
import { dark, light, type Theme } from './theme.js';

type Colour = readonly [number, number, number];

/** Linear light of `#rrggbb`. */
function linear(colour: string): Colour {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Contrast as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const luminance = ([r, g, b]: Colour): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const [darker = 0, lighter = 0] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

// Machado, Oliveira and Fernandes 2009, severity 1, in linear light.
const deficiencies = {
  none: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

function seen(colour: string, matrix: readonly number[]): Colour {
  const [r, g, b] = linear(colour);
  const row = (at: number): number => {
    const [x = 0, y = 0, z = 0] = matrix.slice(at, at + 3);
    return Math.min(1, Math.max(0, x * r + y * g + z * b));
  };
  return [row(0), row(3), row(6)];
}

/** CIE L*a*b* of linear sRGB. */
function lab([r, g, b]: Colour): Colour {
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(one: Colour, other: Colour): number {
  const [l1, a1, b1] = lab(one);
  const [l2, a2, b2] = lab(other);
  return Math.hypot(l1 - l2, a1 - a2, b1 - b2);
}

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('the %s theme', (_, theme: Theme) => {
  const grounds = [theme.paper, theme.region, theme.card, theme.chip];

  test.each(['text', 'faint'] as const)('%s can be read on every ground', (name) => {
    for (const ground of grounds) expect(contrast(theme[name], ground)).toBeGreaterThanOrEqual(4.5);
  });

  test('borders, crosses and the focus stand out', () => {
    for (const name of ['border', 'lost', 'focus'] as const)
      for (const ground of [theme.paper, theme.card])
        expect(contrast(theme[name], ground)).toBeGreaterThanOrEqual(3);
  });

  test.each(verdicts)('the line of %s stands out', (verdict) => {
    for (const ground of [theme.paper, theme.region, theme.card])
      expect(contrast(theme.line[verdict], ground)).toBeGreaterThanOrEqual(3);
  });

  test.each(verdicts)('the mark of %s stands out, by its outline or its fill', (verdict) => {
    for (const ground of grounds)
      expect(
        Math.max(contrast(theme.outline, ground), contrast(theme.fill[verdict], ground)),
      ).toBeGreaterThanOrEqual(3);
  });

  test.each(verdicts)('the sign on the mark of %s stands out', (verdict) => {
    expect(contrast(theme.glyph, theme.fill[verdict])).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(deficiencies))('marks differ to who sees with %s', (_name, matrix) => {
    for (const [index, one] of verdicts.entries())
      for (const other of verdicts.slice(index + 1))
        expect(
          distance(seen(theme.fill[one], matrix), seen(theme.fill[other], matrix)),
          `${one} and ${other}`,
        ).toBeGreaterThan(20);
  });
});
