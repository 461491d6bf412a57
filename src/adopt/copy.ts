import { copyOrigins } from './origins.js';

/** A deep copy that remembers where its values come from. */
export function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list = value.map(copyOf);
    copyOrigins(value, list);
    return list as T;
  }
  const copy: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) if (member !== undefined) set(copy, key, copyOf(member));
  copyOrigins(value, copy);
  return copy as T;
}

/** Sets a field of any name as a field. */
function set(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

/** The places below a value at which something stands, outermost first; items of lists for themselves are none. */
export function placesBelow(value: object, path: readonly string[] = []): (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (const [key, member] of Object.entries(value)) {
    const here = [...path, key];
    if (!Array.isArray(value)) found.push(here);
    if (typeof member === 'object' && member !== null) {
      for (const each of placesBelow(member, here)) found.push(each);
    }
  }
  return found;
}

/** A copy without the value at a place; undefined when nothing stands there. Mappings that it leaves empty go as well. */
export function without<T extends object>(value: T, path: readonly string[]): T | undefined {
  const copy = copyOf(value);
  const containers: object[] = [];
  let at: unknown = copy;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    containers.push(at);
    at = (at as Record<string, unknown>)[key];
  }
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const container = containers[index];
    const key = path[index];
    if (!container || key === undefined || Array.isArray(container)) break;
    delete (container as Record<string, unknown>)[key];
    if (Object.keys(container).length > 0) break;
  }
  return copy;
}
