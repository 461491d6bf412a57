const suffixes: Readonly<Record<string, readonly [base: bigint, exponent: number]>> = {
  n: [10n, -9],
  u: [10n, -6],
  m: [10n, -3],
  '': [10n, 0],
  k: [10n, 3],
  M: [10n, 6],
  G: [10n, 9],
  T: [10n, 12],
  P: [10n, 15],
  E: [10n, 18],
  Ki: [2n, 10],
  Mi: [2n, 20],
  Gi: [2n, 30],
  Ti: [2n, 40],
  Pi: [2n, 50],
  Ei: [2n, 60],
};

const form = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:([KMGTPE]i|[numkMGTPE])|[eE]([+-]?\d{1,3}))?$/;

/** A quantity of Kubernetes, in billionths, which is as fine as it gets. */
export class Quantity {
  readonly nano: bigint;

  constructor(nano: bigint) {
    this.nano = nano;
  }

  static parse(text: string): Quantity | undefined {
    const match = form.exec(text);
    if (!match) return undefined;
    const [, sign, digits = '', suffix = '', exponent] = match;
    const [whole = '', fraction = ''] = digits.split('.');
    const [base, power] = exponent === undefined ? (suffixes[suffix] ?? [10n, 0]) : [10n, Number(exponent)];
    let numerator = BigInt(`${whole}${fraction}` || '0') * 1_000_000_000n;
    let denominator = 10n ** BigInt(fraction.length);
    if (power >= 0) numerator *= base ** BigInt(power);
    else denominator *= base ** BigInt(-power);
    // What is finer than a billionth is rounded up.
    const rounded = (numerator + denominator - 1n) / denominator;
    return new Quantity(sign === '-' ? -rounded : rounded);
  }

  get isWhole(): boolean {
    return this.nano % 1_000_000_000n === 0n;
  }

  get whole(): bigint {
    return this.nano / 1_000_000_000n;
  }

  compare({ nano }: Quantity): bigint {
    return this.nano < nano ? -1n : this.nano > nano ? 1n : 0n;
  }
}
