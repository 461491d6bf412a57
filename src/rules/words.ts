/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** The first of several and how many more there are: `a`, `a and 1 more`, `a and 2 more`. */
export function firstOf(words: readonly string[]): string {
  const first = words[0] ?? '';
  return words.length < 2 ? first : `${first} and ${words.length - 1} more`;
}
