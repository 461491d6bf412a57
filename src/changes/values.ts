import { quantity } from '../manifests/quantity.js';
import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';

/** A text that is equal for equal values, whatever the order of their keys; what is null counts as absent, as for the API server. */
export function canonical(value: Value | undefined): string {
  if (value === undefined || value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isMapping(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .filter((key) => value[key] !== null)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(',')}}`;
}

/** Names of fields that hold an amount, or mappings of amounts. */
const amounts = new Set(['requests', 'limits', 'capacity', 'hard']);
const amountNames = new Set(['storage', 'size', 'memory', 'cpu', 'sizeLimit', 'maxSize']);

/** Mappings of texts that belong to whoever wrote them: there 60m is not 1h, and a size is no amount. */
const texts = new Set([
  'data',
  'stringData',
  'binaryData',
  'annotations',
  'labels',
  'matchLabels',
  'nodeSelector',
  'selector',
  'providerOptions',
]);

/** Whether a field holds a text that counts to the letter, by the names above it. */
function isText(names: readonly string[]): boolean {
  const last = names.at(-1) ?? '';
  // The value of an environment variable, and arguments.
  return texts.has(names.at(-2) ?? '') || ['value', 'args', 'command'].includes(last);
}

/** Whether a field holds an amount by the names above it. */
export function isAmount(names: readonly string[]): boolean {
  if (isText(names)) return false;
  const last = names.at(-1) ?? '';
  return amountNames.has(last) || amounts.has(names.at(-2) ?? '');
}

const duration = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/;
const factors = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/** Milliseconds of a duration of Go's form; undefined for what is none. */
function milliseconds(text: string): number | undefined {
  if (!duration.test(text)) return undefined;
  let sum = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g))
    sum += Number(amount) * factors[unit as keyof typeof factors];
  return sum;
}

/**
 * Whether two plain values mean the same: amounts by size where the field holds an amount (1Gi and 1024Mi), durations by length
 * (60m and 1h), all others to the letter.
 *
 * @param names the fields on the way to the value, the nearest last
 */
export function meansSame(before: Value, after: Value, names: readonly string[]): boolean {
  if (Object.is(before, after)) return true;
  if (isText(names)) return false;
  if (isAmount(names)) {
    const [old, young] = [quantity(before), quantity(after)];
    return old !== undefined && young !== undefined && old.nano === young.nano;
  }
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  const [old, young] = [milliseconds(before), milliseconds(after)];
  return old !== undefined && old === young;
}

/** A value as a reader compares it, on one line and never longer than 80 characters. */
export function valueText(value: Value | undefined): string {
  if (value === undefined || value === null) return 'not set';
  const text = typeof value === 'object' ? canonical(value).replaceAll('"', '') : String(value);
  const line = text.trim().replace(/\s*\n\s*/g, ' ⏎ ');
  if (line === '') return '""';
  const characters = [...line.slice(0, 200)];
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.join('');
}
