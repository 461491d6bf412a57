import type { Value } from '../yaml/read.js';

const suffixes: Readonly<Record<string, bigint>> = {
  n: 1n,
  u: 10n ** 3n,
  m: 10n ** 6n,
  '': 10n ** 9n,
  k: 10n ** 12n,
  M: 10n ** 15n,
  G: 10n ** 18n,
  T: 10n ** 21n,
  P: 10n ** 24n,
  E: 10n ** 27n,
  Ki: 10n ** 9n * 2n ** 10n,
  Mi: 10n ** 9n * 2n ** 20n,
  Gi: 10n ** 9n * 2n ** 30n,
  Ti: 10n ** 9n * 2n ** 40n,
  Pi: 10n ** 9n * 2n ** 50n,
  Ei: 10n ** 9n * 2n ** 60n,
};

/** A quantity of Kubernetes in billionths; undefined for what is none. */
export function quantity(value: Value | undefined): bigint | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const [, sign, whole = '', fraction = '', suffix = '', exponent] =
    /^([+-]?)(\d{0,30})(?:\.(\d{0,12}))?([EPTGMK]i|[numkMGTPE])?(?:[eE]([+-]?\d{1,2}))?$/.exec(
      String(value),
    ) ?? [];
  const factor = suffixes[suffix];
  if (sign === undefined || whole + fraction === '' || factor === undefined) return undefined;
  if (exponent !== undefined && (suffix !== '' || Math.abs(Number(exponent)) > 30)) return undefined;
  const power = Number(exponent ?? 0) - fraction.length;
  const amount = BigInt(whole + fraction) * factor;
  const size = power >= 0 ? amount * 10n ** BigInt(power) : amount / 10n ** BigInt(-power);
  return sign === '-' ? -size : size;
}

const binaryUnits = ['Pi', 'Ti', 'Gi', 'Mi', 'Ki'] as const;
const decimalUnits = ['P', 'T', 'G', 'M', 'k'] as const;

/** A size as the language takes it, which wants a unit; undefined for what is no whole number of bytes. */
export function sizeOf(value: Value | undefined): string | undefined {
  const amount = quantity(value);
  if (amount === undefined || amount <= 0n) return undefined;
  if (/^\d{1,12}(?:\.\d{1,6})?(?:Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)$/.test(String(value))) return String(value);
  for (const units of [binaryUnits, decimalUnits]) {
    for (const unit of units) {
      const factor = suffixes[unit] ?? 1n;
      if (amount >= factor && amount % factor === 0n) return `${amount / factor}${unit}`;
    }
  }
  return undefined;
}

const durationUnits: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds of a duration of Go; undefined for what is none. */
export function goMilliseconds(value: Value | undefined): number | undefined {
  if (typeof value !== 'string' || !/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/.test(value)) return undefined;
  let sum = 0;
  for (const [, number, unit = ''] of value.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g))
    sum += Number(number) * (durationUnits[unit] ?? Number.NaN);
  return sum;
}

/** A duration of Go as the language writes it: units of days down to milliseconds, largest first. */
export function durationOf(value: Value | undefined): string | undefined {
  const whole = goMilliseconds(value);
  if (whole === undefined || !Number.isInteger(whole) || whole === 0) return undefined;
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
    ['ms', 1],
  ] as const;
  let rest = whole;
  let text = '';
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) text += `${count}${unit}`;
  }
  return text;
}
