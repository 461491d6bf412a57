import {
  gcacheFor,
  mariadbSettings,
  postgresSettings,
  type RequestedSizes,
  type Setting,
} from '../sizing/settings.js';
import { bytes, type Database, milliseconds } from '../topology/index.js';

/** KubeDB gives a database container that asks for nothing 1 GiB. Source: kubedb/apimachinery apis/kubedb/constants.go */
const defaultMemory = 2 ** 30;

/**
 * The server configuration file of a database: what `config` and the explicit numbers of `sizing` say, one option a
 * line with a comment saying which field it comes from. Undefined when the topology asks for nothing.
 */
export function serverConfiguration(database: Database, replicas: number): string | undefined {
  const settings = merge(sizedSettings(database, replicas), database.config ?? {});
  if (settings.length === 0) return undefined;
  const lines = settings.flatMap(({ option, value, from }) => {
    const line = database.engine === 'mariadb' ? mariadbLine(option, value) : postgresLine(option, value);
    return [`# ${from}`, line];
  });
  if (database.engine === 'mariadb') lines.unshift('[mysqld]');
  return `${lines.join('\n')}\n`;
}

/** The options that the explicit numbers of `sizing` stand for. */
export function sizedSettings(database: Database, replicas: number): Setting[] {
  const sizes = requestedSizes(database);
  const galera = database.engine === 'mariadb' && replicas > 1;
  return database.engine === 'mariadb' ? mariadbSettings(sizes, galera) : postgresSettings(sizes);
}

function requestedSizes({ sizing, resources }: Database): RequestedSizes {
  const { bufferPool, gcache } = sizing ?? {};
  return {
    memory: resources?.memory === undefined ? defaultMemory : bytes(resources.memory),
    bufferPool:
      bufferPool === undefined
        ? undefined
        : bufferPool.endsWith('%')
          ? { share: Number(bufferPool.slice(0, -1)) / 100 }
          : { bytes: bytes(bufferPool) },
    maxConnections: sizing?.maxConnections,
    gcache:
      gcache === undefined
        ? undefined
        : typeof gcache === 'string'
          ? bytes(gcache)
          : gcacheFor(milliseconds(gcache.rideOut) / 1000, bytes(gcache.writeRate)),
    sharedBuffers: sizing?.sharedBuffers === undefined ? undefined : bytes(sizing.sharedBuffers),
    workMem: sizing?.workMem === undefined ? undefined : bytes(sizing.workMem),
  };
}

/** What an option is called however it is spelt: MariaDB takes `-` and `_` alike, neither engine minds the case. */
export function optionKey(option: string): string {
  return option.toLowerCase().replaceAll('-', '_');
}

/**
 * What `config` says wins over `sizing`. The provider options are one string of which a second one would replace the
 * first, so the two are joined. Sorted by option, so that the order in the topology does not matter.
 */
function merge(
  asked: readonly Setting[],
  config: Readonly<Record<string, string | number | boolean>>,
): Setting[] {
  const settings = new Map(asked.map((setting) => [optionKey(setting.option), setting]));
  for (const [option, value] of Object.entries(config)) {
    const key = optionKey(option);
    const sized = settings.get(key);
    const own: Setting = { option, value, from: `config.${option}` };
    settings.set(key, sized && key === 'wsrep_provider_options' ? joinProviderOptions(sized, own) : own);
  }
  return [...settings.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, setting]) => setting);
}

function joinProviderOptions(sized: Setting, own: Setting): Setting {
  const names = new Set(
    String(own.value)
      .split(';')
      .map((part) => part.split('=')[0]?.trim()),
  );
  const kept = String(sized.value)
    .split(';')
    .filter((part) => !names.has(part.split('=')[0]?.trim()));
  if (kept.length === 0) return own;
  return { option: sized.option, value: [...kept, own.value].join(';'), from: `${sized.from}, ${own.from}` };
}

function mariadbLine(option: string, value: string | number | boolean): string {
  // A skip- option is a switch: its presence is the value.
  if (value === true && /^skip[-_]/.test(option)) return option;
  if (typeof value === 'boolean') return `${option} = ${value ? 'ON' : 'OFF'}`;
  const text = String(value);
  const plain = /^[A-Za-z0-9_./:,%+-]+$/.test(text);
  return `${option} = ${plain ? text : `"${text.replace(/(["\\])/g, '\\$1')}"`}`;
}

function postgresLine(option: string, value: string | number | boolean): string {
  if (typeof value === 'boolean') return `${option} = ${value ? 'on' : 'off'}`;
  if (typeof value === 'number') return `${option} = ${value}`;
  return `${option} = '${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
