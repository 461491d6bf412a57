import type { ServerOption } from './option.js';

/** What the server makes of a value. */
export type Verdict =
  | { readonly kind: 'refused'; readonly expected: string }
  /** A word that a switch does not know counts as OFF. */
  | { readonly kind: 'off' }
  | { readonly kind: 'adjusted'; readonly becomes: number };

/**
 * Judges a value of MariaDB's option file; undefined when the server takes it as it is. Measured with mariadbd 10.11.19:
 * numbers out of range are adjusted with a warning, words that are no number or no member of an enumeration stop the start.
 */
export function mariadbVerdict(option: ServerOption, value: string | undefined): Verdict | undefined {
  switch (option.type) {
    case 'boolean':
      return value === undefined || /^(?:on|off|true|false|1|0)$/i.test(value) ? undefined : { kind: 'off' };
    case 'one':
      // Those without a list are known elsewhere, or nowhere: languages.
      return value === undefined || option.values.length === 0 || isOneOf(option.values, value)
        ? undefined
        : { kind: 'refused', expected: `one of ${shown(option.values)}` };
    case 'several':
      return value === undefined || isSeveralOf(option.values, value)
        ? undefined
        : { kind: 'refused', expected: `of ${shown(option.values)}` };
    case 'integer':
    case 'unsigned':
      return value === undefined
        ? { kind: 'refused', expected: 'a number' }
        : wholeNumber(option, value.trim());
    case 'number':
      return value === undefined ? { kind: 'refused', expected: 'a number' } : number(option, value.trim());
    default:
      return undefined;
  }
}

function shown(values: readonly string[]): string {
  return values.length > 8 ? `${values.slice(0, 8).join(', ')} …` : values.join(', ');
}

/** By name, by a beginning that only one has, or by number. */
function isOneOf(values: readonly string[], value: string): boolean {
  const wanted = value.toLowerCase();
  if (/^\d+$/.test(wanted)) return Number(wanted) < values.length;
  if (/^(?:true|false)$/.test(wanted)) return values.includes('ON');
  const beginning = values.filter((each) => each.toLowerCase().startsWith(wanted));
  return beginning.length === 1 || beginning.some((each) => each.toLowerCase() === wanted);
}

function isSeveralOf(values: readonly string[], value: string): boolean {
  if (/^\d*$/.test(value)) return true;
  return value.split(',').every((part) => {
    const name = part.split('=')[0]?.trim() ?? '';
    return name === '' || /^(?:default|all)$/i.test(name) || isOneOf(values, name);
  });
}

const powers = 'kmgtpe';

/** A size of MariaDB such as `64M` in bytes; undefined for what is none. What follows the letter is not read. */
export function mariadbNumber(text: string): number | undefined {
  const [, digits, letter] = /^([+-]?\d+)(?:([kmgtpe]).*)?$/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return Number(digits) * 1024 ** (letter === undefined ? 0 : powers.indexOf(letter.toLowerCase()) + 1);
}

function wholeNumber(option: ServerOption, text: string): Verdict | undefined {
  const value = text === '' ? 0 : mariadbNumber(text);
  const unsigned = option.type === 'unsigned';
  if (value === undefined || (unsigned && value < 0)) {
    return { kind: 'refused', expected: 'a whole number, with K, M, G, T, P or E for powers of 1024' };
  }
  return adjusted(option, value);
}

function number(option: ServerOption, text: string): Verdict | undefined {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text))
    return { kind: 'refused', expected: 'a number' };
  return adjusted(option, Number(text));
}

function adjusted({ least, most }: ServerOption, value: number): Verdict | undefined {
  if (least !== undefined && value < least) return { kind: 'adjusted', becomes: least };
  if (most !== undefined && value > most) return { kind: 'adjusted', becomes: most };
  return undefined;
}
