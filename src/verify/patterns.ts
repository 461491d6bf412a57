import { RE2JS } from 're2js';

type Compiled = { readonly matches: (text: string) => boolean } | { readonly reason: string };

const compiled = new Map<string, Compiled>();

/** Long texts against a short list of patterns come again and again: the same names, quantities and addresses. */
const remembered = new Map<string, boolean>();
const mostRemembered = 50_000;

/** A pattern in the syntax of Go (RE2), in linear time whatever it is given; or why it is none. */
export function compilePattern(pattern: string): Compiled {
  const known = compiled.get(pattern);
  if (known) return known;
  const fresh = compile(pattern);
  compiled.set(pattern, fresh);
  return fresh;
}

function compile(pattern: string): Compiled {
  try {
    const expression = RE2JS.compile(pattern);
    return { matches: (text) => remember(`${pattern}\0${text}`, () => expression.matcher(text).find()) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function remember(key: string, answer: () => boolean): boolean {
  if (key.length > 400) return answer();
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const fresh = answer();
  remembered.set(key, fresh);
  return fresh;
}
