import type { Field } from './field.js';

/** An amount as Kubernetes reads it. */
export interface Quantity {
  /** In billionths of the unit, which is as fine as Kubernetes counts. */
  readonly nano: bigint;
  /** The form the API server gives back. */
  readonly canonical: string;
}

const nanos = 10n ** 9n;

/** Thousands of each decimal suffix, from a billionth on. */
const decimal = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'] as const;
const binary = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const;

/** Reads an amount such as `500m`, `1.5Gi` or 2; undefined when it is none. */
export function quantity(value: Field['value']): Quantity | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d+))?$/.exec(String(value));
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', binarySuffix, decimalSuffix = '', exponent] = match;
  if (whole + fraction === '' || Math.abs(Number(exponent ?? 0)) > 30) return undefined;
  const factor =
    binarySuffix === undefined
      ? exponent === undefined
        ? power(decimal.indexOf(decimalSuffix as (typeof decimal)[number]))
        : scaled(Number(exponent))
      : nanos * 1024n ** BigInt(binary.indexOf(binarySuffix as (typeof binary)[number]));
  const size = roundUp(BigInt(whole + fraction) * factor, 10n ** BigInt(fraction.length));
  const nano = sign === '-' ? -size : size;
  const canonical = exponent === undefined ? canonicalForm(nano, binarySuffix !== undefined) : String(value);
  return { nano, canonical };
}

function power(thousands: number): bigint {
  return 1000n ** BigInt(thousands);
}

function scaled(exponent: number): bigint {
  return exponent < -9 ? 1n : 10n ** BigInt(exponent + 9);
}

function roundUp(value: bigint, divisor: bigint): bigint {
  return (value + divisor - 1n) / divisor;
}

/** Binary units stay only for whole amounts of 1024 and more; others are written in decimal ones, down to where nothing is lost. */
function canonicalForm(nano: bigint, binaryUnits: boolean): string {
  if (nano === 0n) return '0';
  const whole = nano % nanos === 0n;
  const units = nano / nanos;
  if (binaryUnits && whole && (units >= 1024n || units <= -1024n)) return reduced(units, 1024n, binary);
  return reduced(nano, 1000n, decimal);
}

function reduced(amount: bigint, step: bigint, suffixes: readonly string[]): string {
  let rest = amount;
  let index = 0;
  while (rest % step === 0n && index < suffixes.length - 1) {
    rest /= step;
    index++;
  }
  return `${rest}${suffixes[index] ?? ''}`;
}
