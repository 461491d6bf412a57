import type { Value } from '../yaml/read.js';

const words = new Map<string, Value>();
for (const word of ['', '~', 'null', 'Null', 'NULL']) words.set(word, null);
for (const word of ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'])
  words.set(word, true);
for (const word of ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'])
  words.set(word, false);

const numberLike = /^[-+.0-9][-+.0-9A-Za-z_]*$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const decimal = /^[-+]?[1-9][0-9]*$/;
const radix = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+)$/;
const infinite = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** What kubectl reads from a scalar without quotes, and with it Argo CD and Flux: go-yaml 2, YAML 1.1 with few exceptions. */
export function kubectlReading(source: string): Value {
  const word = words.get(source);
  if (word !== undefined) return word;
  if (!numberLike.test(source)) return source;
  if (infinite.test(source)) return Number.NaN;
  const digits = source.replaceAll('_', '');
  if (digits === '0' || digits === '-0' || digits === '+0') return 0;
  if (decimal.test(digits)) return wholeNumber(digits);
  const integer = radix.exec(digits);
  if (integer) return ofRadix(integer[1] ?? '', integer[2] ?? '');
  return float.test(digits) ? Number(digits) : source;
}

const largest = 2n ** 63n - 1n;

/** A whole number; the largest of 64 bits stay below the first that does not fit, which is the next that JavaScript has. */
function wholeNumber(digits: string): number {
  const value = Number(digits);
  return value === 2 ** 63 && BigInt(digits) <= largest ? 2 ** 63 - 1024 : value;
}

function ofRadix(sign: string, digits: string): number {
  // Go takes 0123 for octal; JavaScript wants the o.
  const written = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits.toLowerCase();
  const value = Number(written);
  return sign === '-' ? -value : value;
}

const coreNumber =
  /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;
const coreWords = new Map<string, Value>();
for (const word of ['', '~', 'null', 'Null', 'NULL']) coreWords.set(word, null);
for (const word of ['true', 'True', 'TRUE']) coreWords.set(word, true);
for (const word of ['false', 'False', 'FALSE']) coreWords.set(word, false);

/** What YAML 1.2 reads from a scalar without quotes: editors, yq, most libraries of today. */
export function coreReading(source: string): Value {
  const word = coreWords.get(source);
  if (word !== undefined) return word;
  if (infinite.test(source)) return Number.NaN;
  if (decimal.test(source)) return wholeNumber(source);
  return coreNumber.test(source) ? Number(source) : source;
}
