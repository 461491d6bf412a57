import { canonical } from '../changes/index.js';
import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';

/** A value with another one at a path; what stood on the way is copied, what was not there is made. Undefined takes it out. */
export function withValue(
  root: Value | undefined,
  path: readonly (string | number)[],
  value: Value | undefined,
): Value {
  const [key, ...rest] = path;
  if (key === undefined) return value ?? null;
  if (typeof key === 'number') {
    const list = Array.isArray(root) ? [...root] : [];
    list[key] = withValue(list[key], rest, value);
    return list;
  }
  const mapping: { [key: string]: Value } = isMapping(root) ? { ...root } : {};
  if (rest.length === 0 && value === undefined) delete mapping[key];
  else mapping[key] = withValue(mapping[key], rest, value);
  return mapping;
}

/** A value in which every text is another one. */
export function withTexts(root: Value, given: (text: string) => string): Value {
  if (typeof root === 'string') return given(root);
  if (Array.isArray(root)) return root.map((each) => withTexts(each, given));
  if (!isMapping(root)) return root;
  return Object.fromEntries(Object.entries(root).map(([name, each]) => [name, withTexts(each, given)]));
}

/** Whether two values say the same, whatever the order of their keys. */
export function isSame(left: Value | undefined, right: Value | undefined): boolean {
  return canonical(left ?? null) === canonical(right ?? null);
}

/**
 * Numbers on the way from more members to fewer, without the last: each leaves more than half of the votes that were there before it, and
 * is odd where the last one is.
 *
 * @param others votes beside them that stay
 */
export function countsDown(from: number, to: number, others = 0): number[] {
  const found: number[] = [];
  for (let count = from; ; ) {
    let next = to;
    while ((next + others) * 2 <= count + others) next += to % 2 === 1 ? 2 : 1;
    if (next === to || next >= count) return found;
    found.push(next);
    count = next;
  }
}
