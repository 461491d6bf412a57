const form =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][\da-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][\da-zA-Z-]*))*))?(?:\+([\da-zA-Z-]+(?:\.[\da-zA-Z-]+)*))?$/;

/** A version of Semantic Versioning 2. */
export class Semver {
  readonly numbers: readonly [bigint, bigint, bigint];
  readonly before: readonly string[];

  constructor(numbers: readonly [bigint, bigint, bigint], before: readonly string[]) {
    this.numbers = numbers;
    this.before = before;
  }

  /** @param lenient also takes `v1.2` */
  static parse(text: string, lenient = false): Semver | undefined {
    const match = form.exec(lenient ? normalized(text) : text);
    if (!match) return undefined;
    const [, major = '', minor = '', patch = '', before] = match;
    return new Semver(
      [BigInt(major), BigInt(minor), BigInt(patch)],
      before === undefined ? [] : before.split('.'),
    );
  }

  compare({ numbers, before }: Semver): bigint {
    for (const [index, own] of this.numbers.entries()) {
      const other = numbers[index] ?? 0n;
      if (own !== other) return own < other ? -1n : 1n;
    }
    if (this.before.length === 0 || before.length === 0)
      return this.before.length === before.length ? 0n : this.before.length === 0 ? 1n : -1n;
    return comparePrerelease(this.before, before);
  }
}

function normalized(text: string): string {
  const [core = '', ...rest] = text.replace(/^v/, '').split(/(?=[-+])/);
  const parts = core.split('.').map((part) => part.replace(/^0+(?=\d)/, ''));
  while (parts.length < 3) parts.push('0');
  return parts.join('.') + rest.join('');
}

function comparePrerelease(left: readonly string[], right: readonly string[]): bigint {
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const [a = '', b = ''] = [left[at], right[at]];
    if (a === b) continue;
    const [aIsNumber, bIsNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
    if (aIsNumber && bIsNumber) return BigInt(a) < BigInt(b) ? -1n : 1n;
    if (aIsNumber !== bIsNumber) return aIsNumber ? -1n : 1n;
    return a < b ? -1n : 1n;
  }
  return left.length === right.length ? 0n : left.length < right.length ? -1n : 1n;
}
