/** What a manifest may hold. A member that is `undefined` is left out, as JSON does. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

type Members = { readonly [key: string]: JsonValue | undefined };

/** js-yaml gives up at 100 levels, PyYAML at some hundreds, go-yaml at 10,000; a circular value never ends. */
const MAX_DEPTH = 96;

/** Every YAML reader refuses a `key:` of more than 1024 characters; longer ones take the `? key` form. */
const MAX_IMPLICIT_KEY = 1000;

/**
 * A word, a path, a URL, an option, a sentence. No indicator of YAML can start or end inside it: `:` and space are
 * always followed by another character of the set, and `#` is not in the set. But not `e1`: the `yaml` package reads it
 * as NaN in version 1.1, where the digits before an exponent are optional.
 */
const WORDLIKE = /^(?!-?[eE][-+]?[0-9_]+$)(?:--?)?[A-Za-z/][\w./@+=,()-]*(?:[ :][\w./@+=,()-]+)*$/;

/**
 * `500Mi`, `30m`, `10.1.0.0/16`, `17-alpine`: at least one character that no number and no date of YAML has in any
 * version, and no radix prefix. Dotted numbers without one (`11.5.2`) are floats by the letter of YAML 1.1.
 */
const QUANTITY_LIKE = /^(?!0[xXoObB])[0-9][0-9A-Za-z./-]*$/;
const NEVER_IN_A_NUMBER = /[g-np-su-wyG-NP-SU-WY/]/;

const RESERVED = new Set(
  'y n yes no on off true false null nan inf infinity -nan -inf -infinity -y -n'.split(' '),
);
const LONGEST_RESERVED = 9;

/**
 * Characters that may not stand in a file as they are: those that a reader refuses (controls, U+007F, U+FFFE),
 * turns into a line break or a space (U+0085, U+2028), drops (U+FEFF), and those that a reviewer cannot see
 * (no-break spaces, zero-width and bidirectional marks). Ranges, because a Unicode property changes with Node.
 */
const INVISIBLE =
  '\\u007f-\\u00a0\\u00ad\\u061c\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff\\ufff0-\\ufffb\\ufffe\\uffff';
const INVISIBLE_ALL = new RegExp(`[${INVISIBLE}]`, 'g');
const NOT_LITERAL = new RegExp(`[\\u0000-\\u0008\\u000b-\\u001f${INVISIBLE}]`);
/** Nearly all text has none, and then the slower questions need not be asked. */
const UNUSUAL = /[^\n\t -~]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** By depth, a line break in front. */
const breaks: string[] = [];
const keyTexts = new Map<string, string>();
const KEY_CACHE_SIZE = 4096;

/**
 * Prints one value as a YAML document: block style, members in their order, two spaces a level.
 *
 * A string is plain only where no YAML 1.1 or 1.2 reader takes it for anything else. Text of several lines is a
 * literal block where that keeps every byte. Numbers stand in plain notation, because `1e21` is a string in YAML 1.1.
 *
 * @throws TypeError that names the path, for whatever YAML readers do not read back: a number that is not finite,
 *   half of a surrogate pair, `undefined` in a list, a function, an instance of a class, a circular value.
 */
export function printYaml(value: JsonValue): string {
  try {
    return printRoot(value);
  } catch (error) {
    if (error instanceof Unprintable) throw new TypeError(error.describe());
    throw error;
  }
}

class Unprintable extends Error {
  readonly steps: (string | number)[] = [];

  /** Called while the error rises, so that the way down costs nothing. */
  under(step: string | number): this {
    this.steps.push(step);
    return this;
  }

  describe(): string {
    let path = '';
    for (const step of this.steps.toReversed()) {
      if (typeof step === 'number') path += `[${step}]`;
      else if (/^[A-Za-z_]\w*$/.test(step)) path += path === '' ? step : `.${step}`;
      else path += `[${JSON.stringify(step)}]`;
    }
    return `cannot print ${path === '' ? 'the value' : path} as YAML: ${this.message}`;
  }
}

/** What has been printed so far. One for all levels: a text a level, joined on the way up, costs a third more. */
interface Output {
  text: string;
}

function printRoot(value: JsonValue): string {
  const output: Output = { text: '' };
  if (typeof value === 'object' && value !== null) printCollection(output, value, 0);
  else output.text = printScalar(value, 0);
  return `${output.text === '' ? emptyOf(value) : output.text}\n`;
}

/** What follows `key:` or `-`; `beginning` stands before the first line of a collection. */
function printNode(output: Output, value: JsonValue, depth: number, beginning: string): void {
  if (typeof value !== 'object' || value === null) {
    output.text += ` ${printScalar(value, depth)}`;
    return;
  }
  const before = output.text;
  output.text += beginning;
  const start = output.text.length;
  printCollection(output, value, depth + 1);
  if (output.text.length === start) output.text = `${before} ${emptyOf(value)}`;
}

/** Begins where the output stands, and ends without a line break. Prints nothing when there is nothing in it. */
function printCollection(output: Output, value: Members | readonly JsonValue[], depth: number): void {
  if (depth > MAX_DEPTH) throw new Unprintable(`it is circular, or deeper than ${MAX_DEPTH} levels`);
  if (isList(value)) printList(output, value, depth);
  else printMapping(output, value, depth);
}

function printMapping(output: Output, members: Members, depth: number): void {
  requirePlainObject(members);
  let separator = '';
  for (const key of Object.keys(members)) {
    const member = members[key];
    if (member === undefined) continue;
    try {
      output.text += `${separator}${printKey(key, depth)}:`;
      printNode(output, member, depth, breakTo(depth + 1));
    } catch (error) {
      throw error instanceof Unprintable ? error.under(key) : error;
    }
    separator = breakTo(depth);
  }
}

function printList(output: Output, items: readonly JsonValue[], depth: number): void {
  let separator = '';
  for (let position = 0; position < items.length; position += 1) {
    const item = items[position];
    try {
      if (item === undefined) throw new Unprintable('undefined in a list');
      output.text += `${separator}-`;
      printNode(output, item, depth, ' ');
    } catch (error) {
      throw error instanceof Unprintable ? error.under(position) : error;
    }
    separator = breakTo(depth);
  }
}

function breakTo(depth: number): string {
  const known = breaks[depth];
  if (known !== undefined) return known;
  const text = `\n${'  '.repeat(depth)}`;
  breaks[depth] = text;
  return text;
}

function emptyOf(value: JsonValue): string {
  return Array.isArray(value) ? '[]' : '{}';
}

function isList(value: Members | readonly JsonValue[]): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Objects of another realm have another `Object.prototype`, but it too ends the chain. */
function requirePlainObject(value: object): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return;
  if (Object.getPrototypeOf(prototype) === null) return;
  throw new Unprintable(`an instance of ${value.constructor?.name || 'a class'}, not a plain object`);
}

function printScalar(value: unknown, depth: number): string {
  if (typeof value === 'string') return printString(value, depth);
  if (typeof value === 'number') return printNumber(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null) return 'null';
  throw new Unprintable(`a value of type ${typeof value}`);
}

function printKey(key: string, depth: number): string {
  const known = keyTexts.get(key);
  if (known !== undefined) return known;
  const text = isPlain(key) ? key : doubleQuoted(key);
  if (text.length > MAX_IMPLICIT_KEY) return `? ${text}${breakTo(depth)}`;
  if (keyTexts.size < KEY_CACHE_SIZE) keyTexts.set(key, text);
  return text;
}

function printString(text: string, depth: number): string {
  if (isPlain(text)) return text;
  if (isLiteral(text)) return literalBlock(text, breakTo(depth + 1));
  return doubleQuoted(text);
}

function isPlain(text: string): boolean {
  if (WORDLIKE.test(text)) return text.length > LONGEST_RESERVED || !RESERVED.has(text.toLowerCase());
  return QUANTITY_LIKE.test(text) && NEVER_IN_A_NUMBER.test(text);
}

/** Readers find a block's indentation in its first line and trim its end, so it must begin and end in text. */
function isLiteral(text: string): boolean {
  if (!text.includes('\n')) return false;
  if (UNUSUAL.test(text) && (NOT_LITERAL.test(text) || LONE_SURROGATE.test(text))) return false;
  const lines = withoutLastBreak(text);
  return /^\S/.test(lines) && /\S$/.test(lines);
}

function literalBlock(text: string, lineBreak: string): string {
  const lines = withoutLastBreak(text);
  const header = lines === text ? '|-' : '|';
  return header + lineBreak + lines.replace(/\n(?!\n)/g, lineBreak);
}

function withoutLastBreak(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}

/** JSON's escapes are YAML's, but for pairs of surrogates: go-yaml refuses `\ud83d\ude00`, so those stay characters. */
function doubleQuoted(text: string): string {
  if (!UNUSUAL.test(text)) return JSON.stringify(text);
  if (LONE_SURROGATE.test(text)) throw new Unprintable('half of a surrogate pair, which is not a character');
  return JSON.stringify(text).replace(INVISIBLE_ALL, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function printNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Unprintable(`the number ${value}`);
  if (Number.isInteger(value)) return Number.isSafeInteger(value) ? `${value}` : BigInt(value).toString();
  const text = `${value}`;
  const exponentAt = text.indexOf('e-');
  return exponentAt === -1 ? text : withoutExponent(text, exponentAt);
}

/** `1.5e-7` → `0.00000015`. Only small numbers come here: large ones are integers. */
function withoutExponent(text: string, exponentAt: number): string {
  const sign = text.startsWith('-') ? '-' : '';
  const digits = text.slice(sign.length, exponentAt).replace('.', '');
  const zeros = Number(text.slice(exponentAt + 2)) - 1;
  return `${sign}0.${'0'.repeat(zeros)}${digits}`;
}
