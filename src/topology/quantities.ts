// Units of the language. Every function takes text the schema has accepted.

const sizeUnits: Readonly<Record<string, number>> = {
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
};

const bandwidthUnits: Readonly<Record<string, number>> = { kbps: 1e3, Mbps: 1e6, Gbps: 1e9 };

const durationUnits: Readonly<Record<string, number>> = {
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
};

function split(text: string): { readonly number: number; readonly unit: string } {
  const unit = /[A-Za-z]+$/.exec(text)?.[0] ?? '';
  return { number: Number(text.slice(0, text.length - unit.length)), unit };
}

/** Bytes of a size such as `500Mi`, rounded to whole bytes. */
export function bytes(size: string): number {
  const { number, unit } = split(size);
  return Math.round(number * (sizeUnits[unit] ?? Number.NaN));
}

/** Bits per second of a bandwidth such as `5120kbps`. */
export function bitsPerSecond(bandwidth: string): number {
  const { number, unit } = split(bandwidth);
  return Math.round(number * (bandwidthUnits[unit] ?? Number.NaN));
}

/** Milliseconds of a duration such as `1h30m`. */
export function milliseconds(duration: string): number {
  let sum = 0;
  for (const [, number, unit] of duration.matchAll(/([0-9.]+)(ms|[dhms])/g)) {
    sum += Number(number) * (durationUnits[unit ?? ''] ?? Number.NaN);
  }
  return sum;
}

/** Thousandths of a core of an amount such as `2`, `0.5` or `500m`, rounded up. */
export function millicores(cpu: string | number): number {
  const text = String(cpu);
  return Math.ceil(text.endsWith('m') ? Number(text.slice(0, -1)) : Number((Number(text) * 1000).toFixed(3)));
}

/**
 * A size in the form the API server gives back, so that Git and cluster do not differ: a whole number with the largest
 * binary unit that divides it, for decimal units the largest decimal one.
 */
export function canonicalSize(size: string): string {
  const { unit } = split(size);
  const total = bytes(size);
  const binary = unit.endsWith('i');
  const family = binary ? ['Pi', 'Ti', 'Gi', 'Mi', 'Ki'] : ['P', 'T', 'G', 'M', 'k'];
  for (const candidate of family) {
    const factor = sizeUnits[candidate] ?? 1;
    if (total >= factor && total % factor === 0) return `${total / factor}${candidate}`;
  }
  return String(total);
}

/** An amount of processor time in the form the API server gives back: whole cores, else thousandths. */
export function canonicalCpu(cpu: string | number): string {
  const amount = millicores(cpu);
  return amount % 1000 === 0 ? String(amount / 1000) : `${amount}m`;
}

/** What someone who wrote `10GB`, `5 Mbit/s` or `30min` most likely means in this language; undefined if unclear. */
export function suggestQuantity(kind: 'size' | 'bandwidth' | 'duration', text: string): string | undefined {
  const match = /^\s*([0-9]+(?:[.,][0-9]+)?)\s*([A-Za-z/]*)\s*$/.exec(text);
  if (!match) return undefined;
  const number = (match[1] ?? '').replace(',', '.');
  const unit = (match[2] ?? '').toLowerCase();
  if (Number(number) === 0) return undefined;
  switch (kind) {
    case 'size': {
      const prefix = /^([kmgtp])(i?b?|bytes?)$/.exec(unit)?.[1];
      return prefix ? `${number}${prefix === 'k' ? 'K' : prefix.toUpperCase()}i` : undefined;
    }
    case 'bandwidth': {
      const prefix = /^([kmg])(b(it)?(\/?s|ps)?)?$/.exec(unit)?.[1];
      return prefix ? `${number}${prefix === 'k' ? 'k' : prefix.toUpperCase()}bps` : undefined;
    }
    case 'duration': {
      const letter = /^(ms|[smhd])(ec(ond)?s?|in(ute)?s?|(ou)?rs?|ays?|illis)?$/.exec(unit)?.[1];
      return letter ? `${number}${letter}` : undefined;
    }
  }
}
