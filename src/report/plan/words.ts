/** `1 object`, `1,200 objects`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}

/** `1,200`. */
export function numberText(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Names in the order of their numbers: `store-2` before `store-10`. Equal everywhere, whatever the language. */
export function inNaturalOrder(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const [one, other] = [left[index] ?? '', right[index] ?? ''];
    if (one === other) continue;
    const difference = /^\d/.test(one) && /^\d/.test(other) ? Number(one) - Number(other) : 0;
    return difference || (one < other ? -1 : 1);
  }
  return left.length - right.length;
}

function partsOf(name: string): string[] {
  return name.match(/\d+|\D+/g) ?? [];
}

/** Names that are listed one by one. */
const listed = 4;

/** Sorted names: all of a few, of many the first and the last. */
export function namesText(names: readonly string[]): string {
  if (names.length <= listed) return names.join(', ');
  return `${names[0]} … ${names.at(-1)}`;
}

/** `fra`, `fra, ams`, `50 clusters: store-01 … store-50`. */
export function clustersText(clusters: readonly string[]): string {
  const names = namesText(clusters);
  return clusters.length <= listed ? names : `${numberText(clusters.length)} clusters: ${names}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function joinedWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** A text of at most so many characters. */
export function clipped(text: string, most: number): string {
  const characters = [...text.slice(0, most * 2 + 2)];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
