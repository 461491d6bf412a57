import {
  addsUp,
  type ConfigOption,
  mariadbName,
  mariadbNumber,
  type ServerConfig,
  settingOf,
} from '../../server-options/index.js';

/** Two options that set the same thing. */
export interface Repeated {
  readonly first: ConfigOption;
  readonly again: ConfigOption;
  /** False when both say the same. */
  readonly differs: boolean;
}

/** Every option with the one before it that sets the same, whatever the spelling. */
export function repeatedIn(config: ServerConfig): Repeated[] {
  const seen = new Map<string, ConfigOption>();
  const repeated: Repeated[] = [];
  for (const option of config.options) {
    const key = settingKey(config, option.name);
    if (key === undefined) continue;
    const first = seen.get(key);
    if (first)
      repeated.push({ first, again: option, differs: meaning(config, first) !== meaning(config, option) });
    seen.set(key, option);
  }
  return repeated;
}

/** What an option sets; undefined for one that may be given again. */
function settingKey({ engine, galera }: ServerConfig, name: string): string | undefined {
  if (engine === 'postgres') return name.toLowerCase();
  const { key } = mariadbName(name);
  // A second string of the provider has a finding of its own: config/galera-options.
  if (addsUp(key) || (galera && key === 'wsrep-provider-options')) return undefined;
  return settingOf(key);
}

/** What an option says, so that two spellings of it are equal. */
function meaning({ engine }: ServerConfig, { name, value }: ConfigOption): string {
  if (engine === 'postgres') return (value ?? '').toLowerCase();
  const { switched, key } = mariadbName(name);
  const word = (value ?? 'on').toLowerCase();
  const number = mariadbNumber(word);
  const turned = switched && /^(?:loose[-_])?(?:skip|disable)/i.test(name);
  const on = /^(?:on|true|1)$/.test(word) ? true : /^(?:off|false|0)$/.test(word) ? false : undefined;
  // Days and seconds, and tables of a name, are no two spellings of a value.
  if (settingOf(key) !== key && number !== undefined && key === 'expire-logs-days') return `${number} days`;
  if (on !== undefined) return String(on !== turned);
  return String(number ?? word);
}
