import type { Span } from '../diagnostics/index.js';
import {
  addsUp,
  mariadbName,
  mariadbNumber,
  providerParts,
  readMariadbFile,
  readPostgresFile,
} from '../server-options/index.js';

/** The options of a server's configuration by what they mean; comments, order and spelling do not count. */
export interface ServerText {
  /** By key: in lower case, with hyphens for MariaDB. */
  readonly options: ReadonlyMap<string, GivenSetting>;
  /** Lines that are no options of the server: groups of other programs, includes. */
  readonly other: readonly string[];
  /** False when a line cannot be read, so that the text stands for itself alone. */
  readonly isReadable: boolean;
}

/** An option with its value as it is written, and as it counts. */
export interface GivenSetting {
  readonly name: string;
  readonly value: string | undefined;
  readonly meaning: string;
  /** The comment in front of it, in the texts that dbspan writes. */
  readonly comment: string | undefined;
}

const nowhere: Span = { file: { name: '', text: '' }, start: 0, end: 0 };

/** Reads the text of a configuration file. */
export function readServerText(engine: 'mariadb' | 'postgres', text: string): ServerText {
  return engine === 'mariadb' ? readMariadb(text) : readPostgres(text);
}

function readMariadb(text: string): ServerText {
  const lines = text.split('\n');
  const content = readMariadbFile(text, (line) => ({ ...nowhere, start: line }));
  const options = new Map<string, GivenSetting>();
  for (const option of content.options) {
    const { key, switched } = mariadbName(option.name);
    const name = switched
      ? `${option.name
          .toLowerCase()
          .replaceAll('_', '-')
          .replace(/^loose-/, '')}`
      : key;
    const meaning = mariadbMeaning(key, option.value);
    const known = options.get(name);
    options.set(name, {
      name: option.name,
      value: option.value,
      meaning: known && addsUp(key) ? `${known.meaning}\n${meaning}` : meaning,
      comment: commentAbove(lines, option.nameSpan.start),
    });
  }
  return { options, other: otherLines(lines), isReadable: content.unreadable.length === 0 };
}

function mariadbMeaning(key: string, value: string | undefined): string {
  if (value === undefined) return '(set)';
  if (key === 'wsrep-provider-options') {
    return providerParts(value)
      .map((part) => `${part.key}=${numberMeaning(part.value ?? '')}`)
      .sort()
      .join(';');
  }
  const { option } = mariadbName(key);
  if (option?.type === 'boolean' && /^(?:on|true|1)$/i.test(value)) return 'ON';
  if (option?.type === 'boolean' && /^(?:off|false|0)$/i.test(value)) return 'OFF';
  return numberMeaning(value);
}

/** Sizes by their number; a word stays as it is. */
export function numberMeaning(value: string): string {
  if (!/^[+-]?\d{1,15}[kmgtpe]?$/i.test(value)) return value;
  const number = mariadbNumber(value);
  return number === undefined ? value : String(number);
}

function commentAbove(lines: readonly string[], at: number): string | undefined {
  const above = lines[at - 1]?.trim() ?? '';
  return above.startsWith('#') ? above.slice(1).trim() : undefined;
}

const serverGroup = /^\[\s*(?:mysqld|server|mariadb|mariadbd|client-server|galera)\s*\]/i;

function otherLines(lines: readonly string[]): string[] {
  const found: string[] = [];
  let isOther = false;
  for (const line of lines) {
    const content = line.trim();
    if (content.startsWith('[')) isOther = !serverGroup.test(content);
    if (content === '' || /^[#;]/.test(content)) continue;
    if (isOther || content.startsWith('!')) found.push(content.replace(/\s*=\s*/, ' = '));
  }
  return found;
}

function readPostgres(text: string): ServerText {
  const lines = text.split('\n');
  const content = readPostgresFile(text, (line) => ({ ...nowhere, start: line }));
  const options = new Map<string, GivenSetting>();
  for (const option of content.options) {
    options.set(option.name.toLowerCase(), {
      name: option.name,
      value: option.value,
      meaning: postgresMeaning(option.value ?? ''),
      comment: commentAbove(lines, option.nameSpan.start),
    });
  }
  const other = lines.map((line) => line.trim()).filter((line) => /^include/i.test(line));
  return { options, other, isReadable: content.unreadable.length === 0 };
}

const postgresUnits: Readonly<Record<string, number>> = { kB: 1, MB: 1024, GB: 1024 ** 2, TB: 1024 ** 3 };

function postgresMeaning(value: string): string {
  const [, number, unit = ''] = /^(\d{1,12})\s*(kB|MB|GB|TB)$/.exec(value) ?? [];
  if (number !== undefined) return `${Number(number) * (postgresUnits[unit] ?? 1)}kB`;
  return /^(?:on|off|true|false|yes|no)$/i.test(value)
    ? value
        .toLowerCase()
        .replace(/^(?:true|yes)$/, 'on')
        .replace(/^(?:false|no)$/, 'off')
    : value;
}
