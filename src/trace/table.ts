import type { Pointer, Scalar } from './leaves.js';
import { isContainer, type Steps } from './place.js';

/**
 * How the fields of a kind of file come about: patterns of their paths, each with what it means. The first that fits counts.
 *
 * A pattern is a path with dots. `*` is any name, `**` the rest of the path, `{requests,limits}` one of these, `ports[]` any item of a
 * list, `env[PEERS]` the item of that name; a name that has dots of its own stands between quotes.
 */
export type Table<Context> = Readonly<Record<string, Entry<Context>>>;

/** What one pattern means. */
export interface Entry<Context> {
  /** The fields of the language that say the value, the most telling first. */
  readonly of?: (context: Context, field: Field) => readonly Steps[];
  /** The formula: what is done with them. */
  readonly says?: (context: Context, field: Field) => string | undefined;
  /** What stands where they say nothing. */
  readonly unsaid?: string;
  /** True when nobody can choose it. */
  readonly fixed?: boolean;
}

/** The field that is asked about. */
export interface Field {
  readonly pointer: Pointer;
  readonly value: Scalar | undefined;
  /** What `*` and `[]` of the pattern stand for. */
  readonly wild: readonly (string | number)[];
  /** The value of the file. */
  readonly root: unknown;
}

type Token =
  | { readonly kind: 'name'; readonly names: readonly string[] }
  | { readonly kind: 'any' | 'item' | 'rest' }
  | { readonly kind: 'named'; readonly name: string };

const tokensOf = new Map<string, readonly Token[]>();

function parse(pattern: string): readonly Token[] {
  const known = tokensOf.get(pattern);
  if (known) return known;
  const tokens = (pattern.match(/"[^"]*"|\{[^}]*\}|\[[^\]]*\]|[^.[\]"]+/g) ?? []).map((part): Token => {
    if (part === '**') return { kind: 'rest' };
    if (part === '*') return { kind: 'any' };
    if (part === '[]') return { kind: 'item' };
    if (part.startsWith('[')) return { kind: 'named', name: part.slice(1, -1) };
    if (part.startsWith('{')) return { kind: 'name', names: part.slice(1, -1).split(',') };
    return { kind: 'name', names: [part.startsWith('"') ? part.slice(1, -1) : part] };
  });
  tokensOf.set(pattern, tokens);
  return tokens;
}

/** The entry for a field, and what its wildcards stand for. */
export function entryFor<Context>(
  table: Table<Context>,
  root: unknown,
  pointer: Pointer,
):
  | { readonly pattern: string; readonly entry: Entry<Context>; readonly wild: readonly (string | number)[] }
  | undefined {
  for (const [pattern, entry] of Object.entries(table)) {
    const wild = matched(parse(pattern), root, pointer);
    if (wild) return { pattern, entry, wild };
  }
  return undefined;
}

function matched(tokens: readonly Token[], root: unknown, pointer: Pointer): (string | number)[] | undefined {
  const wild: (string | number)[] = [];
  let value = root;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'rest') return [...wild, ...pointer.slice(index)];
    const step = pointer[index];
    if (step === undefined) return undefined;
    const inside = isContainer(value)
      ? (value as Readonly<Record<string | number, unknown>>)[step]
      : undefined;
    switch (token.kind) {
      case 'name':
        if (!token.names.includes(String(step))) return undefined;
        break;
      case 'any':
        wild.push(step);
        break;
      case 'item':
        if (typeof step !== 'number') return undefined;
        wild.push(step);
        break;
      case 'named':
        if (nameOf(inside) !== token.name) return undefined;
    }
    value = inside;
  }
  return tokens.length === pointer.length ? wild : undefined;
}

function nameOf(item: unknown): unknown {
  return isContainer(item) && 'name' in item ? item.name : undefined;
}

/** A value that a field of the language says. */
export function said<Context>(
  of: (context: Context, field: Field) => readonly Steps[],
  unsaid?: string,
): Entry<Context> {
  return unsaid === undefined ? { of } : { of, unsaid };
}

/** A value that nobody can choose, and why it is this one. */
export function fixed(why: string): Entry<unknown> {
  return { says: () => why, fixed: true };
}

/** A value that is derived. */
export function made<Context>(
  says: string | ((context: Context, field: Field) => string | undefined),
  of?: (context: Context, field: Field) => readonly Steps[],
): Entry<Context> {
  const formula = typeof says === 'string' ? () => says : says;
  return of ? { says: formula, of } : { says: formula };
}
