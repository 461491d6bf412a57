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

const words =
  /(\d+)\s*(?:(nanoseconds?|nanos?|ns)|(microseconds?|micros?|us|µs)|(milliseconds?|millis?|ms)|(seconds?|secs?|s)|(minutes?|mins?|m)|(hours?|hrs?|hs|h)|(days?|ds|d)|(weeks?|wks?|wk|w))\s*/gi;
const wordUnits = ['ns', 'us', 'ms', 's', 'm', 'h', 'd', 'w'] as const;

/** `2 days` as `2d`. */
function inUnits(text: string): string {
  return text.replaceAll(words, (_, amount: string, ...names: unknown[]) => {
    const unit = wordUnits.find((_unit, index) => names[index] !== undefined);
    return `${amount}${unit ?? ''}`;
  });
}

/** A duration as Go writes it, or in words, with days and weeks; undefined for one that is none. */
export function durationOf(text: string): Duration | undefined {
  const match = /^([-+]?)((?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h|d|w))+|0)$/.exec(
    /[ A-Za-z]{2}/.test(text) ? inUnits(text.trim()) : text,
  );
  if (!match) return undefined;
  let total = 0n;
  for (const [, amount = '', unit = ''] of (match[2] ?? '').matchAll(
    /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h|d|w)/g,
  )) {
    const [whole = '', fraction = ''] = amount.split('.');
    const scale = nanosecondsOf[unit] ?? 0n;
    total +=
      BigInt(whole || '0') * scale + (BigInt(fraction || '0') * scale) / 10n ** BigInt(fraction.length);
  }
  if (match[1] === '-') total = -total;
  return new Duration(total / 1_000_000_000n, Number(total % 1_000_000_000n));
}
