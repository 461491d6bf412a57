import type { Outcome } from '../../survival/index.js';
import type { Table } from '../size/tables.js';

/** How bad an answer is. */
export type Tone = 'good' | 'warning' | 'bad';

/** A result for people: the answer, tables, and what is said last. */
export interface Page {
  readonly answer: string;
  readonly tone: Tone;
  readonly tables: readonly Table[];
  readonly remarks: readonly string[];
}

/** Red where writes stop, yellow where something else is lost. */
export function toneOf({ writes, verdict }: Outcome): Tone {
  if (writes === 'stop') return 'bad';
  return verdict === 'writes-go-on' ? 'good' : 'warning';
}

/** The worst of several. */
export function worstTone(tones: readonly Tone[]): Tone {
  return tones.includes('bad') ? 'bad' : tones.includes('warning') ? 'warning' : 'good';
}
