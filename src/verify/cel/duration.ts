import { Duration } from '@marcbachmann/cel-js/evaluator';

const nanosecondsOf: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
  d: 86_400_000_000_000n,
  w: 604_800_000_000_000n,
};

/** A duration as Go writes it, with days and weeks; undefined for one in other words. */
export function durationOf(text: string): Duration | undefined {
  const match = /^([-+]?)((?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h|d|w))+|0)$/.exec(text);
  if (!match) return undefined;
  let total = 0n;
  for (const [, amount = '', unit = ''] of (match[2] ?? '').matchAll(/(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h|d|w)/g)) {
    const [whole = '', fraction = ''] = amount.split('.');
    const scale = nanosecondsOf[unit] ?? 0n;
    total += BigInt(whole || '0') * scale + (BigInt(fraction || '0') * scale) / 10n ** BigInt(fraction.length);
  }
  if (match[1] === '-') total = -total;
  return new Duration(total / 1_000_000_000n, Number(total % 1_000_000_000n));
}
