import { distance } from 'fastest-levenshtein';
import type { Span } from '../diagnostics/index.js';
import { seriesOf } from './option.js';

/** Editors of Windows write it; servers do not know it. */
const byteOrderMark = '\ufeff';

/** One part of a value that is put together from fields. */
export interface ConfigPart {
  readonly value: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
}

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
  /** By name, when each part of the value is a field of its own. */
  readonly parts?: ReadonlyMap<string, ConfigPart>;
}

/** What a message may say of a value. */
export function shownValue({ secret, value }: Pick<ConfigOption, 'secret' | 'value'>): string {
  return secret ? '***' : (value ?? '');
}

/** True when a name stands in the file as it is, so that another can be put in its place. */
export function standsAsIs({ name, nameSpan: { file, start, end } }: ConfigOption): boolean {
  return file.text.slice(start, end) === name;
}

/** A line that the server cannot read, or a group whose options no program reads, and why. */
export interface UnreadableLine {
  /** `mark`: a byte order mark begins the file. `header`: a group without its closing bracket. */
  readonly kind: 'section' | 'comment' | 'syntax' | 'mark' | 'header' | 'group';
  readonly text: string;
  readonly span: Span;
}

/** What a configuration file says to the server. */
export interface ConfigContent {
  readonly options: readonly ConfigOption[];
  readonly unreadable: readonly UnreadableLine[];
}

/** Where a piece of a line stands: the line counted from 0, its text, the piece, and from where on to look for it. */
export type PlaceOf = (line: number, text: string, piece: string, from?: number) => Span;

/** Groups that mariadbd reads, by its own help; the case does not matter. */
const serverGroups = ['mysqld', 'server', 'mariadb', 'mariadbd', 'client-server', 'galera'];

/** Groups that only mariadbd of one series reads, as in `mariadb-11.8`. */
const seriesGroup = /^(?:mysqld|mariadb|mariadbd)-(\d+\.\d+)$/;

/** Groups of other programs, which look like those of the server. */
const otherGroup =
  /^(?:client|sst|embedded|xtrabackup|mariabackup|mariadb-backup|mysql|mysqld[_-]?(?:safe|multi)|(?:mariadb|mariadbd)[_-](?:safe|multi)|mysqld\d+|mariadbd\d+)/;

function isRead(group: string, series: number | undefined): boolean {
  if (serverGroups.includes(group)) return true;
  const [, of] = seriesGroup.exec(group) ?? [];
  return of !== undefined && (series === undefined || seriesOf(of) === series);
}

/** True for the name of a group that can only have been meant for the server. */
function isMeantForServer(group: string): boolean {
  if (
    otherGroup.test(group) ||
    seriesGroup.test(group) ||
    /^(?:mysql|mariadb|my|galera)[a-z]*[-_.]/.test(group)
  )
    return false;
  const name = group.trim();
  return (
    serverGroups.includes(name) || serverGroups.some((each) => each.length > 5 && distance(each, name) === 1)
  );
}

/**
 * Reads a file of MariaDB as its servers do (held against `my_print_defaults` of 10.11.19). Groups for other programs, and for
 * series that are not the version's, are passed over.
 */
export function readMariadbFile(text: string, placeOf: PlaceOf, version?: string): ConfigContent {
  const options: ConfigOption[] = [];
  const unreadable: UnreadableLine[] = [];
  const series = seriesOf(version);
  let group: string | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const place = (piece: string, from?: number): Span => placeOf(index, line, piece, from);
    const marked = index === 0 && line.startsWith(byteOrderMark);
    const content = line.slice(marked ? 1 : 0).trim();
    if (marked) unreadable.push({ kind: 'mark', text: content, span: place(content) });
    if (content === '' || /^[#;!]/.test(content)) continue;
    if (content.startsWith('[')) {
      const [, name] = /^\[([^\]]*)\]/.exec(content) ?? [];
      if (name === undefined) unreadable.push({ kind: 'header', text: content, span: place(content) });
      else if (isMeantForServer(name.toLowerCase()) && !isRead(name.trimEnd().toLowerCase(), series))
        unreadable.push({ kind: 'group', text: name, span: place(`[${name}]`) });
      group = (name ?? 'mysqld').trimEnd().toLowerCase();
      continue;
    }
    if (group === undefined) {
      unreadable.push({ kind: 'section', text: content, span: place(content) });
      // The server stops here; the rest is read as if the header were there.
      group = 'mysqld';
    }
    if (!isRead(group, series)) continue;
    const said = withoutComment(content).trimEnd();
    const equals = said.indexOf('=');
    const name = equals === -1 ? said : said.slice(0, equals).trimEnd();
    const written = equals === -1 ? undefined : said.slice(equals + 1).trim();
    options.push({
      name,
      value: written === undefined ? undefined : unescaped(unquoted(written)),
      nameSpan: place(name),
      valueSpan: written ? place(written, line.indexOf('=') + 1) : place(content),
      secret: false,
    });
  }
  return { options, unreadable };
}

/** Up to the first `#` that stands in no quotes. A backslash counts within quotes alone. */
function withoutComment(content: string): string {
  let quote = '';
  let escaped = false;
  for (let at = 0; at < content.length; at++) {
    const letter = content[at] ?? '';
    if ((letter === "'" || letter === '"') && !escaped) {
      if (quote === '') quote = letter;
      else if (quote === letter) quote = '';
    }
    if (quote === '' && letter === '#') return content.slice(0, at);
    escaped = quote !== '' && letter === '\\' && !escaped;
  }
  return content;
}

/** Quotes count when they are the first and the last letter. */
function unquoted(written: string): string {
  const first = written[0];
  const quoted = written.length > 1 && (first === "'" || first === '"') && written.endsWith(first);
  return quoted ? written.slice(1, -1) : written;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  s: ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** What stands after a backslash, in quotes or not; of other letters the backslash stays. */
function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (whole, letter: string) => escapes[letter] ?? whole);
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
    const place = (piece: string, from?: number): Span => placeOf(index, line, piece, from);
    const marked = index === 0 && line.startsWith(byteOrderMark);
    const content = line.slice(marked ? 1 : 0).trim();
    if (marked) unreadable.push({ kind: 'mark', text: content, span: place(content) });
    if (content === '' || content.startsWith('#')) continue;
    const read = postgresLine.exec(content);
    const [, name = '', written = ''] = read ?? [];
    if (!read) {
      const comment = /(?:^|\s)\/\//.test(content);
      unreadable.push({ kind: comment ? 'comment' : 'syntax', text: content, span: place(content) });
      continue;
    }
    if (include.test(name)) continue;
    const value = written.startsWith("'") ? postgresString(written.slice(1, -1)) : written;
    const valueSpan = place(written, line.indexOf(name) + name.length);
    options.push({ name, value, nameSpan: place(name), valueSpan, secret: false });
  }
  return { options, unreadable };
}

const postgresEscapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** What stands between quotes: two quotes are one, a backslash takes a letter or a number to the base of eight. */
function postgresString(text: string): string {
  return text.replace(/''|\\([0-7]{1,3}|.)/g, (_, taken?: string) => {
    if (taken === undefined) return "'";
    if (/^[0-7]/.test(taken)) return String.fromCharCode(Number.parseInt(taken, 8) & 0xff);
    return postgresEscapes[taken] ?? taken;
  });
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
