import { type Verdict, verdicts } from '../../survival/index.js';

// The fills are those of Okabe and Ito, which people with any of the common colour deficiencies tell apart, the green a little darker and
// the blue a little lighter, which sets them further apart; lines are darker or lighter relatives, so that thin ones still stand out. theme.test.ts holds both against WCAG and against simulated deficiencies.

/** Colours of one theme, as `#rrggbb`. */
export interface Theme {
  readonly paper: string;
  readonly region: string;
  readonly card: string;
  readonly chip: string;
  readonly border: string;
  readonly text: string;
  readonly faint: string;
  /** Outline of a mark, and what is drawn on it. */
  readonly outline: string;
  readonly glyph: string;
  readonly lost: string;
  readonly focus: string;
  readonly fill: Readonly<Record<Verdict, string>>;
  readonly line: Readonly<Record<Verdict, string>>;
}

const fill = {
  'writes-go-on': '#008a64',
  'control-plane-lost': '#6fc3f2',
  'reads-only': '#f0e442',
  blocked: '#d55e00',
  'data-at-risk': '#cc79a7',
} as const satisfies Record<Verdict, string>;

export const light: Theme = {
  paper: '#f7f8fa',
  region: '#e8ecf2',
  card: '#ffffff',
  chip: '#f1f4f8',
  border: '#7a8594',
  text: '#16191d',
  faint: '#4a5360',
  outline: '#16191d',
  glyph: '#16191d',
  lost: '#16191d',
  focus: '#0050b3',
  fill,
  line: {
    'writes-go-on': '#00795a',
    'control-plane-lost': '#0b6aa8',
    'reads-only': '#857000',
    blocked: '#b84a00',
    'data-at-risk': '#a8467d',
  },
};

export const dark: Theme = {
  paper: '#14171c',
  region: '#20262e',
  card: '#1b2027',
  chip: '#2a313b',
  border: '#76818f',
  text: '#eef1f5',
  faint: '#b4bdc9',
  outline: '#0d1013',
  glyph: '#0d1013',
  lost: '#eef1f5',
  focus: '#7cc4ff',
  fill,
  line: {
    'writes-go-on': '#2fbf92',
    'control-plane-lost': '#56b4e9',
    'reads-only': '#f0e442',
    blocked: '#ee7a1e',
    'data-at-risk': '#dd97bd',
  },
};

/** Stroke of a link beside its colour: an empty one is solid. */
export const dashes = {
  'writes-go-on': '',
  'control-plane-lost': '12 4',
  'reads-only': '10 5 2 5',
  blocked: '9 6',
  'data-at-risk': '2 5',
} as const satisfies Record<Verdict, string>;

/** Colours by the name of their custom property. */
export function properties(theme: Theme): ReadonlyMap<string, string> {
  const { fill: fills, line, ...rest } = theme;
  return new Map([
    ...Object.entries(rest),
    ...verdicts.map((verdict): [string, string] => [`fill-${verdict}`, fills[verdict]]),
    ...verdicts.map((verdict): [string, string] => [`line-${verdict}`, line[verdict]]),
  ]);
}
