/** An option of an option file as dbspan writes it: the reason stands above it. */
export interface OptionLine {
  /** Its name, with the section before it where an earlier section has one of that name. */
  readonly key: string;
  readonly value: string;
  /** Why it has this value: the comment above it. */
  readonly why: string | undefined;
  /** Line of the text, counted from 0. */
  readonly line: number;
  /** Of the options of Galera's library each with its value. */
  readonly parts: readonly (readonly [name: string, value: string])[];
}

/** The options of a text, in its order. */
export function optionLines(text: string): OptionLine[] {
  const found: OptionLine[] = [];
  const seen = new Set<string>();
  let section = '';
  let why: string[] = [];
  for (const [line, content] of text.split('\n').entries()) {
    if (content.startsWith('#')) {
      why.push(content.slice(1).trim());
      continue;
    }
    const [, head] = /^\[(.*)\]$/.exec(content.trim()) ?? [];
    if (head !== undefined) section = head;
    const [, name, written = ''] =
      head === undefined ? (/^\s*([^\s=]+)\s*(?:=\s*(.*))?$/.exec(content) ?? []) : [];
    if (name !== undefined) {
      const key = seen.has(name) ? `${section}.${name}` : name;
      seen.add(name);
      const value = unquoted(written.trim());
      const reason = why.length === 0 ? undefined : why.join(' ');
      found.push({ key, value, why: reason, line, parts: partsOf(name, value) });
    }
    why = [];
  }
  return found;
}

function unquoted(text: string): string {
  const [, doubled] = /^"(.*)"$/.exec(text) ?? [];
  if (doubled !== undefined) return doubled.replace(/\\(["\\])/g, '$1');
  const [, single] = /^'(.*)'$/.exec(text) ?? [];
  return single === undefined ? text : single.replaceAll("''", "'").replaceAll('\\\\', '\\');
}

function partsOf(name: string, value: string): [string, string][] {
  if (name.toLowerCase().replaceAll('-', '_') !== 'wsrep_provider_options') return [];
  return value
    .split(';')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const at = part.indexOf('=');
      return at === -1 ? [part.trim(), ''] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    });
}
