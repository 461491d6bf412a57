import type { Verdict } from '../survival/index.js';

/** A shape and a sign for each verdict, 16 by 16: those of the picture, which may not be here. */
export const verdictShapes = {
  'writes-go-on': { body: 'M8 1a7 7 0 1 0 0 14a7 7 0 1 0 0-14z', sign: 'M4.6 8.3l2.4 2.5l4.5-5.2' },
  'control-plane-lost': { body: 'M8 0.8l7.2 7.2l-7.2 7.2l-7.2-7.2z', sign: 'M8 4.2v4.6M8 10.9v1' },
  'reads-only': { body: 'M1.5 1.5h13v13h-13z', sign: 'M4.4 8h7.2' },
  blocked: { body: 'M5 1h6l4 4v6l-4 4h-6l-4-4v-6z', sign: 'M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6' },
  'data-at-risk': { body: 'M8 0.8l7.6 14h-15.2z', sign: 'M8 5.4v4.6M8 11.9v1' },
} as const satisfies Record<Verdict, { readonly body: string; readonly sign: string }>;
