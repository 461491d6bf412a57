import type { Span } from '../diagnostics/index.js';
import type { Field } from '../manifests/index.js';
import type { Origin } from './model.js';

const origins = new WeakMap<object, Map<string, Span>>();

/** Sets a value that is there, and remembers the field it was read from. */
export function put<T extends object, K extends keyof T & string>(
  target: T,
  key: K,
  value: T[K] | undefined,
  from?: Field,
): void {
  if (value === undefined) return;
  target[key] = value;
  if (from?.given) rememberSpan(target, key, from.span);
}

/** Remembers where a value comes from that was set otherwise. */
export function rememberSpan(target: object, key: string, span: Span): void {
  const known = origins.get(target);
  if (known) known.set(key, span);
  else origins.set(target, new Map([[key, span]]));
}

/** Lets a copy come from where the original does. */
export function copyOrigins(from: object, to: object): void {
  const known = origins.get(from);
  if (known) origins.set(to, new Map(known));
}

/** Where the values of a topology come from, in the order in which they stand there. */
export function originsOf(value: unknown, path = ''): Origin[] {
  if (typeof value !== 'object' || value === null) return [];
  const known = origins.get(value);
  const found: Origin[] = [];
  for (const [key, member] of Object.entries(value)) {
    const here = pathOf(path, value, key, member);
    const span = known?.get(key);
    if (span) found.push({ path: here, span });
    for (const each of originsOf(member, here)) found.push(each);
  }
  return found;
}

function pathOf(path: string, container: object, key: string, member: unknown): string {
  if (Array.isArray(container)) return `${path}[${nameOf(member) ?? key}]`;
  return path === '' ? key : `${path}.${key}`;
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { name, cluster } = item as { readonly name?: unknown; readonly cluster?: unknown };
  if (typeof name === 'string') return name;
  return typeof cluster === 'string' ? cluster : undefined;
}
