import type { ServerOption } from './option.js';

const memory: Readonly<Record<string, number>> = {
  B: 1,
  kB: 2 ** 10,
  '8kB': 2 ** 13,
  MB: 2 ** 20,
  GB: 2 ** 30,
  TB: 2 ** 40,
};

const time: Readonly<Record<string, number>> = {
  us: 0.001,
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** What Postgres would have taken; undefined when it takes the value. It refuses a file with a value it does not take. */
export function postgresRefusal(option: ServerOption, value: string): string | undefined {
  switch (option.type) {
    case 'boolean':
      return isBoolean(value) ? undefined : 'on or off';
    case 'one':
      return isOneOf(option.values, value) ? undefined : `one of ${option.values.join(', ')}`;
    case 'integer':
    case 'number':
      return refusedNumber(option, value);
    default:
      return undefined;
  }
}

/** Postgres takes any beginning that is unmistakable. */
function isBoolean(value: string): boolean {
  const wanted = value.toLowerCase();
  if (['on', 'off', 'of', '1', '0'].includes(wanted)) return true;
  return wanted !== '' && ['true', 'false', 'yes', 'no'].some((each) => each.startsWith(wanted));
}

/** Spellings that work and are not listed. */
const unlisted = ['debug', 'info', 'archive', 'hot_standby'];

function isOneOf(values: readonly string[], value: string): boolean {
  const wanted = value.toLowerCase();
  if (values.includes(wanted) || unlisted.includes(wanted)) return true;
  return values.includes('on') && isBoolean(wanted);
}

/** A setting in its own unit, then in bytes or milliseconds; undefined for what is no number or has another unit. */
export function postgresNumber(
  option: Pick<ServerOption, 'unit'>,
  text: string,
): { readonly own: number; readonly base: number } | undefined {
  const [, digits, unit = ''] =
    /^([+-]?(?:0x[0-9a-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?))\s*([A-Za-z]*)$/i.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const units = option.unit === undefined ? {} : option.unit in memory ? memory : time;
  const factor = option.unit === undefined ? 1 : (units[option.unit] ?? 1);
  if (unit === '') return { own: Number(digits), base: Number(digits) * factor };
  const named = unit === '8kB' ? undefined : units[unit];
  if (named === undefined) return undefined;
  return { own: (Number(digits) * named) / factor, base: Number(digits) * named };
}

function refusedNumber(option: ServerOption, text: string): string | undefined {
  const number = postgresNumber(option, text);
  const { unit, least, most } = option;
  if (!number) {
    if (unit === undefined) return 'a number without a unit';
    return unit in memory
      ? 'a number with B, kB, MB, GB or TB, in these letters'
      : 'a number with us, ms, s, min, h or d';
  }
  // A rounded value may still be in range.
  const value = option.type === 'integer' ? Math.round(number.own) : number.own;
  const inUnit = unit === undefined ? '' : ` ${unit}`;
  if (least !== undefined && value < least) return `at least ${least}${inUnit}`;
  if (most !== undefined && value > most) return `at most ${most}${inUnit}`;
  return undefined;
}
