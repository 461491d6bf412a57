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
}

/** Every wsrep_provider_options of a member of a Galera cluster; elsewhere no provider is loaded. */
export function providerStrings({ engine, galera, options }: ServerConfig): ProviderString[] {
  if (engine !== 'mariadb' || !galera) return [];
  return options
    .filter(({ name }) => mariadbName(name).key === 'wsrep-provider-options')
    .map((option) => {
      const text = option.value ?? '';
      return {
        option,
        parts: providerParts(text),
        spanOf: (part) => partSpan(option, text, part),
      };
    });
}

/** The part itself where the text stands in the file as it is, else the whole value. */
function partSpan({ valueSpan }: ConfigOption, text: string, { offset, key }: ProviderPart): Span {
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
}

/** Of pairs of periods those whose first is below the second, when the string gives one of the two. */
export function misordered(
  string: ProviderString,
  pairs: readonly (readonly [key: string, other: string])[],
): Misordered[] {
  const given = new Map(string.parts.map((part) => [part.key, part]));
  return pairs.flatMap(([key, other]): Misordered[] => {
    const part = given.get(key) ?? given.get(other);
    const value = given.get(key)?.value ?? providerDefault(key) ?? '';
    const otherValue = given.get(other)?.value ?? providerDefault(other) ?? '';
    const seconds = periodSeconds(value);
    const least = periodSeconds(otherValue);
    if (!part || seconds === undefined || least === undefined || seconds >= least) return [];
    const { secret } = string.option;
    return [
      {
        key,
        value: shownValue({ secret, value }),
        other,
        otherValue: shownValue({ secret, value: otherValue }),
        span: string.spanOf(part),
      },
    ];
  });
}
