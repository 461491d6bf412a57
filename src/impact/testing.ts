import { compile } from '../compile.js';
import type { Plan } from '../plan/index.js';
import { impactOf } from './impact.js';
import type { DatabaseImpact, Impact } from './model.js';

/** The plans of a program of one file. Throws when it does not compile. */
export function plansOf(text: string): readonly Plan[] {
  const { plans, diagnostics } = compile([{ name: 't', content: text }]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ id, message }) => `${id}: ${message}`).join('\n'));
  return plans;
}

/** What the change from one topology to another does. */
export function impactBetween(before: string | undefined, after: string): Impact {
  return impactOf(before === undefined ? undefined : plansOf(before), plansOf(after));
}

/** The first database of an impact. Throws when there is none. */
export function firstOf({ databases: [first] }: Impact): DatabaseImpact {
  if (!first) throw new Error('no database differs');
  return first;
}

/** Differences as `topic: before > after (tone)`. */
export function told({ differences }: DatabaseImpact): string[] {
  return differences.map(({ topic, before, after, tone }) => {
    const mark = tone === 'neutral' ? '' : ` (${tone})`;
    return `${topic}: ${before ?? '-'} > ${after ?? '-'}${mark}`;
  });
}

/** Losses as `words: what`. */
export function lossesTold(losses: DatabaseImpact['worse']): string[] {
  return losses.map(({ words, what }) => `${words}: ${what.join(', ')}`);
}
