import type { Span } from '../diagnostics/index.js';
import { type ConfigOption, shownValue } from './file.js';
import { mariadbName } from './mariadb-names.js';
import { providerDefault } from './option.js';
import { type ProviderPart, periodSeconds, providerParts } from './provider-options.js';
import type { ServerConfig } from './server-config.js';

/** One occurrence of wsrep_provider_options. */
export interface ProviderString {
  readonly option: ConfigOption;
  readonly parts: readonly ProviderPart[];
  /** Where a part stands. */
  spanOf(part: ProviderPart): Span;
  /** The value of a key that the string does not give: what dbspan writes beside it, or the provider's own. */
  besideOf(key: string): { readonly value: string; readonly written: boolean };
}

/** Every wsrep_provider_options of a member of a Galera cluster; elsewhere no provider is loaded. */
export function providerStrings({ engine, galera, options, beside }: ServerConfig): ProviderString[] {
  if (engine !== 'mariadb' || !galera) return [];
  return options
    .filter(({ name }) => mariadbName(name).key === 'wsrep-provider-options')
    .map((option) => {
      const text = option.value ?? '';
      return {
        option,
        parts: providerParts(text),
        spanOf: (part) => partSpan(option, text, part),
        besideOf: (key) => {
          const written = beside?.get(key);
          return { value: written ?? providerDefault(key) ?? '', written: written !== undefined };
        },
      };
    });
}

/** The field that is the part, or the part itself where the text stands in the file as it is, else the whole value. */
function partSpan({ valueSpan, parts }: ConfigOption, text: string, { offset, key }: ProviderPart): Span {
  const field = parts?.get(key);
  if (field) return field.nameSpan;
  const { file, start, end } = valueSpan;
  const at = file.text.slice(start, end).indexOf(text);
  if (at === -1) return valueSpan;
  return { file, start: start + at + offset, end: start + at + offset + key.length };
}

/** Two periods that stand the wrong way round. */
export interface Misordered {
  readonly key: string;
  readonly value: string;
  readonly other: string;
  readonly otherValue: string;
  readonly span: Span;
  /** True when dbspan writes the one that the string does not give. */
  readonly besides: boolean;
}

/** Of pairs of periods those whose first is below the second, when the string gives one of the two; for each first one the worst. */
export function misordered(
  string: ProviderString,
  pairs: readonly (readonly [key: string, other: string])[],
): Misordered[] {
  const given = new Map(string.parts.map((part) => [part.key, part]));
  const worst = new Map<string, Misordered & { readonly least: number }>();
  for (const [key, other] of pairs) {
    const part = given.get(key) ?? given.get(other);
    const value = given.get(key)?.value ?? string.besideOf(key).value;
    const otherValue = given.get(other)?.value ?? string.besideOf(other).value;
    const seconds = periodSeconds(value);
    const least = periodSeconds(otherValue);
    if (!part || seconds === undefined || least === undefined || seconds >= least) continue;
    if ((worst.get(key)?.least ?? 0) >= least) continue;
    const { secret } = string.option;
    worst.set(key, {
      key,
      value: shownValue({ secret, value }),
      other,
      otherValue: shownValue({ secret, value: otherValue }),
      span: string.spanOf(part),
      besides: [key, other].some((each) => !given.has(each) && string.besideOf(each).written),
      least,
    });
  }
  return [...worst.values()];
}
