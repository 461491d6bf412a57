import type { SourceFile, Span } from './source.js';

// Reports end in logs, artifacts and reviews. What a Secret holds, and the password in an address, is shown in none of them.
// A report on a file that cannot be parsed quotes it, too, so this looks at the text alone, and rather hides too much.

const shownOf = new WeakMap<SourceFile, SourceFile>();

/** The file with what is secret hidden. No offset changes. */
export function withoutSecrets(file: SourceFile): SourceFile {
  const known = shownOf.get(file);
  if (known) return known;
  const text = hideUserInfo(hideData(file.text));
  const shown = text === file.text ? file : { name: file.name, text };
  shownOf.set(file, shown);
  return shown;
}

/** Whether a part of a place is hidden. */
export function isHidden({ file, start, end }: Span): boolean {
  const shown = withoutSecrets(file);
  return shown !== file && shown.text.slice(start, end) !== file.text.slice(start, end);
}

const userInfo = /(?<=:\/\/)[^\s/@"'<>]{1,1000}(?=@)/g;

/** A text without the names and passwords of its addresses. */
export function withoutUserInfo(text: string): string {
  return text.includes('@') ? text.replace(userInfo, '***') : text;
}

function hideUserInfo(text: string): string {
  return text.replace(userInfo, (found) => '*'.repeat(found.length));
}

const secretKind = /\bkind\\?["']?\s{0,99}:\s{0,99}\\?["']?Secret\b/;

function hideData(text: string): string {
  if (!secretKind.test(text)) return text;
  return text
    .split(/^(?=---)/m)
    .map((document) => (secretKind.test(document) ? hideInDocument(document) : document))
    .join('');
}

const dataKey = /(?<=^|[\s{,"'-])(?:data|stringData)\\?["']?[ \t]*:/gm;

function hideInDocument(text: string): string {
  let result = '';
  let end = 0;
  for (const { index, 0: key } of text.matchAll(dataKey)) {
    if (index < end) continue;
    const body = index + key.length;
    const stop = /^\s*\{/.test(text.slice(body, body + 1000)) ? endOfFlow(text, body) : undefined;
    if (stop !== undefined) {
      result += text.slice(end, body) + text.slice(body, stop).replace(/[^\s{}]|(?<!^\s*)\{|\}(?!$)/g, '*');
      end = stop;
      continue;
    }
    const lineStart = text.lastIndexOf('\n', index) + 1;
    const before = text.slice(lineStart, index);
    end = hideBlock(
      text,
      body,
      before.length - (/["']$/.test(before) ? 1 : 0),
      (part) => {
        result += part;
      },
      end,
    );
  }
  return result + text.slice(end);
}

/** Where the braces that open next are closed. */
function endOfFlow(text: string, from: number): number {
  let depth = 0;
  const tokens = /"(?:\\.|[^"\\])*"|[{}]/gs;
  tokens.lastIndex = from;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    if (token[0] === '{') depth += 1;
    else if (token[0] === '}') depth -= 1;
    if (depth === 0 && token[0] === '}') return token.index + 1;
  }
  return text.length;
}

/** Hides what stands below a key, line by line; the names of its entries stay. Returns where it ends. */
function hideBlock(
  text: string,
  body: number,
  indent: number,
  write: (part: string) => void,
  from: number,
): number {
  const first = endOfLine(text, body);
  write(text.slice(from, body) + hideLine(text.slice(body, first)));
  let base: number | undefined;
  let at = first;
  while (at < text.length) {
    const stop = endOfLine(text, at);
    const line = text.slice(at, stop);
    const depth = line.search(/\S/);
    if (depth !== -1 && depth <= indent) break;
    if (depth !== -1) base ??= depth;
    const name =
      depth === base ? /^\s*(?:"[^"]*"|'[^']*'|[^\s:"'#][^:]*):(?=\s|$)/.exec(line)?.[0] : undefined;
    write((name ?? '') + hideLine(line.slice(name?.length ?? 0)));
    at = stop;
  }
  return at;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at + 1;
}

/** How long it is stays hidden as well. */
function hideLine(line: string): string {
  return line.replace(/\S(?:.*\S)?/, (found) => '***'.slice(0, found.length).padEnd(found.length));
}
