import type { Span } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';

/** One option as a configuration gives it. */
export interface ConfigOption {
  /** As it is written. */
  readonly name: string;
  /** As the server gets it; undefined when the name stands alone. */
  readonly value: string | undefined;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
  /** True when it stands in a Secret: its value is not printed, and its place is the Secret. */
  readonly secret: boolean;
}

/** What a message may say of a value. */
export function shownValue({ secret, value }: Pick<ConfigOption, 'secret' | 'value'>): string {
  return secret ? '***' : (value ?? '');
}

/** True when a name stands in the file as it is, so that another can be put in its place. */
export function standsAsIs({ name, nameSpan: { file, start, end } }: ConfigOption): boolean {
  return file.text.slice(start, end) === name;
}

/** A line that the server cannot read, and why. */
export interface UnreadableLine {
  readonly kind: 'section' | 'comment' | 'syntax';
  readonly text: string;
  readonly span: Span;
}

/** What a configuration file says to the server. */
export interface ConfigContent {
  readonly options: readonly ConfigOption[];
  readonly unreadable: readonly UnreadableLine[];
}

/**
 * Where a piece of a line of a file stands that is the value of a field: in it for a literal block, else the whole field, as
 * for one in base64.
 */
function placeOf(field: Field, line: number, text: string, piece: string): Span {
  const { file, start, end } = field.span;
  const lines = file.text.slice(start, end).split('\n');
  const source = lines[line + 1];
  if (!lines[0]?.startsWith('|') || source?.trim() !== text.trim()) return field.span;
  const before = lines.slice(0, line + 1).reduce((sum, each) => sum + each.length + 1, 0);
  const from = start + before + Math.max(0, source.indexOf(piece));
  return { file, start: from, end: from + piece.length };
}

/** Groups that mariadbd reads; a version may follow, as in `mariadb-11.8`. */
const serverGroup = /^(?:mysqld|mariadbd|mariadb|server|galera)(?:-\d+(?:\.\d+)?)?$/i;

/** Reads a file of MariaDB. Groups for other programs are passed over. */
export function readMariadbFile(text: string, field: Field): ConfigContent {
  const options: ConfigOption[] = [];
  const unreadable: UnreadableLine[] = [];
  let group: string | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const content = line.trim();
    if (content === '' || /^[#;!]/.test(content)) continue;
    const place = (piece: string): Span => placeOf(field, index, line, piece);
    const header = /^\[([^\]]*)\]/.exec(content);
    if (header) {
      group = header[1]?.trim();
      continue;
    }
    if (group === undefined) {
      unreadable.push({ kind: 'section', text: content, span: place(content) });
      // The server stops here; the rest is read as if the header were there.
      group = 'mysqld';
    }
    if (!serverGroup.test(group)) continue;
    const [, name = content, , written] = /^([^=\s]+)\s*(=\s*(.*))?$/.exec(content) ?? [];
    const value = written === undefined ? undefined : unquoted(written);
    options.push({
      name,
      value,
      nameSpan: place(name),
      valueSpan: written ? place(written) : place(content),
      secret: false,
    });
  }
  return { options, unreadable };
}

function unquoted(written: string): string {
  const quoted = /^(["'])(.*?)\1\s*(?:#.*)?$/.exec(written);
  if (quoted) return quoted[2] ?? '';
  return written.replace(/\s+#.*$/, '').trim();
}

const include = /^include(?:_dir|_if_exists)?$/i;

/** A name and its value: in quotes, a word, a whole number with a unit, or a fraction without one. */
const postgresLine =
  /^([A-Za-z_][\w$.]*)\s*(?:=\s*|\s+)('(?:[^'\\]|''|\\.)*'|[A-Za-z_\u0080-\uffff][\w.:/\u0080-\uffff-]*|[+-]?(?:0x[\dA-Fa-f]+|\d+)[A-Za-z]*|[+-]?\d*\.\d*(?:[Ee][+-]?\d+)?)\s*(?:#.*)?$/;

/** Reads a file of Postgres. */
export function readPostgresFile(text: string, field: Field): ConfigContent {
  const options: ConfigOption[] = [];
  const unreadable: UnreadableLine[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    const place = (piece: string): Span => placeOf(field, index, line, piece);
    const read = postgresLine.exec(content);
    const [, name = '', written = ''] = read ?? [];
    if (!read) {
      const comment = /(?:^|\s)\/\//.test(content);
      unreadable.push({ kind: comment ? 'comment' : 'syntax', text: content, span: place(content) });
      continue;
    }
    if (include.test(name)) continue;
    const value = written.startsWith("'") ? written.slice(1, -1).replace(/''|\\'/g, "'") : written;
    options.push({ name, value, nameSpan: place(name), valueSpan: place(written), secret: false });
  }
  return { options, unreadable };
}

/** The same with nothing of the content to be seen: every place is that of the Secret. */
export function hidden({ options, unreadable }: ConfigContent, place: Span): ConfigContent {
  return {
    options: options.map(({ name, value }) => ({
      // A line that is no option could be anything.
      name: /^[\w.-]+$/.test(name) ? name : '***',
      value,
      nameSpan: place,
      valueSpan: place,
      secret: true,
    })),
    unreadable: unreadable.map(({ kind }) => ({ kind, text: '***', span: place })),
  };
}
