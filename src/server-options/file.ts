import type { Span } from '../diagnostics/index.js';

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

/** Where a piece of a line stands: the line counted from 0, its text, and the piece. */
export type PlaceOf = (line: number, text: string, piece: string) => Span;

/** Groups that mariadbd reads; a version may follow, as in `mariadb-11.8`. */
const serverGroup = /^(?:mysqld|mariadbd|mariadb|server|galera)(?:-\d+(?:\.\d+)?)?$/i;

/** Reads a file of MariaDB. Groups for other programs are passed over. */
export function readMariadbFile(text: string, placeOf: PlaceOf): ConfigContent {
  const options: ConfigOption[] = [];
  const unreadable: UnreadableLine[] = [];
  let group: string | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const content = line.trim();
    if (content === '' || /^[#;!]/.test(content)) continue;
    const place = (piece: string): Span => placeOf(index, line, piece);
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
export function readPostgresFile(text: string, placeOf: PlaceOf): ConfigContent {
  const options: ConfigOption[] = [];
  const unreadable: UnreadableLine[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    const place = (piece: string): Span => placeOf(index, line, piece);
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
