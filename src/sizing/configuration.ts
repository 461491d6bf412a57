import { mariadbName } from '../server-options/index.js';
import type { GivenOption, Setting } from './setting.js';

/** What an option is called however it is spelt: MariaDB takes `-` and `_` alike, neither engine minds the case. */
export function optionKey(option: string): string {
  return option.toLowerCase().replaceAll('-', '_');
}

/**
 * Sizes and options set by hand, which win. The provider options are one string of which a second one would replace the
 * first, so the two are joined. Sorted by option, so that the order in which they are given does not matter.
 */
export function mergeSettings(sized: readonly Setting[], given: readonly GivenOption[]): Setting[] {
  const settings = new Map(sized.map((setting) => [optionKey(setting.option), setting]));
  for (const { name, value } of given) {
    const isProvider = mariadbName(name).key === 'wsrep-provider-options';
    const key = isProvider ? 'wsrep_provider_options' : optionKey(name);
    const chosen = settings.get(key);
    const own: Setting = { option: name, value, why: `config.${name}` };
    settings.set(key, chosen && isProvider ? joinProviderOptions(chosen, own) : own);
  }
  return [...settings.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, setting]) => setting);
}

function joinProviderOptions(chosen: Setting, own: Setting): Setting {
  const names = new Set(
    String(own.value)
      .split(';')
      .map((part) => part.split('=')[0]?.trim()),
  );
  const kept = String(chosen.value)
    .split(';')
    .filter((part) => !names.has(part.split('=')[0]?.trim()));
  if (kept.length === 0) return own;
  return { option: chosen.option, value: [...kept, own.value].join(';'), why: `${chosen.why}; ${own.why}` };
}

/** Text of a server's configuration file, one comment line before each option; undefined without an option. */
export function configurationFile(
  engine: 'mariadb' | 'postgres',
  settings: readonly Setting[],
): string | undefined {
  if (settings.length === 0) return undefined;
  const lines = settings.flatMap(({ option, value, why }) => {
    const line = engine === 'mariadb' ? mariadbLine(option, value) : postgresLine(option, value);
    return [`# ${why}`, line];
  });
  if (engine === 'mariadb') lines.unshift('[mysqld]');
  return `${lines.join('\n')}\n`;
}

function mariadbLine(option: string, value: Setting['value']): string {
  // A skip- option is a switch: its presence is the value.
  if (value === true && /^skip[-_]/.test(option)) return option;
  if (typeof value === 'boolean') return `${option} = ${value ? 'ON' : 'OFF'}`;
  const text = String(value);
  const plain = /^[A-Za-z0-9_./:,%+-]+$/.test(text);
  return `${option} = ${plain ? text : `"${text.replace(/(["\\])/g, '\\$1')}"`}`;
}

function postgresLine(option: string, value: Setting['value']): string {
  if (typeof value === 'boolean') return `${option} = ${value ? 'on' : 'off'}`;
  if (typeof value === 'number') return `${option} = ${value}`;
  return `${option} = '${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
