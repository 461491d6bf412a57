/** Every way to hand out so many to so many, each getting its least or more and no more than the most: the first get most first. */
export function* countVectors(
  total: number,
  least: readonly number[],
  most = Number.POSITIVE_INFINITY,
): Generator<number[]> {
  const spare = total - sum(least);
  if (spare < 0 || least.length === 0 || least.some((count) => count > most)) return;
  yield* extended(least, [], spare, most);
}

function* extended(
  least: readonly number[],
  start: readonly number[],
  spare: number,
  most: number,
): Generator<number[]> {
  const own = least[start.length] ?? 0;
  if (start.length === least.length - 1) {
    if (own + spare <= most) yield [...start, own + spare];
    return;
  }
  for (let more = Math.min(spare, most - own); more >= 0; more--)
    yield* extended(least, [...start, own + more], spare - more, most);
}

/** Every choice of so many, those with the first items first. */
export function* choices<T>(items: readonly T[], size: number): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = 0; index <= items.length - size; index++) {
    const first = items[index];
    if (first === undefined) return;
    for (const rest of choices(items.slice(index + 1), size - 1)) yield [first, ...rest];
  }
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** How uneven numbers of one sum are. */
export function unevenness(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each * each, 0);
}
