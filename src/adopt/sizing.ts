import { mariadbName, mariadbNumber, providerParts } from '../server-options/index.js';
import type { Database } from '../topology/index.js';
import { isMapping, type Mapping } from '../yaml/mapping.js';
import { copyOf } from './copy.js';
import type { MadeObject } from './model.js';
import type { DatabaseEntry } from './reading.js';
import { type GivenSetting, numberMeaning, readServerText, type ServerText } from './server-text.js';
import type { Score, Trials } from './trials.js';

type Sizing = NonNullable<Database['sizing']>;
type Config = NonNullable<Database['config']>;

/** A database with sizes, and what it comes to. */
export interface Sized {
  readonly database: Database;
  readonly score: Score;
}

/**
 * Finds how the sizes of a database are said so that its options come out as they are: as an intention, where dbspan wrote them, else
 * one by one. The comments of what dbspan writes are hints, and no more than that: whatever they say is tried.
 */
export function findSizing(entry: DatabaseEntry, trials: Trials): Sized | undefined {
  let best: Sized | undefined;
  const attempt = (change: (database: Database) => void): Sized | undefined => {
    const database = copyOf(entry.database);
    change(database);
    const score = trials.score(entry, database);
    if (!score) return undefined;
    const sized = { database, score };
    if (!best || isBetter(score, best.score)) best = sized;
    return sized;
  };
  const isDone = (): boolean => best?.score.changed === 0 && best.score.reworded === 0;
  const { settings } = entry;
  const isPlain = !settings || settings.options.size === 0;
  if (isPlain) attempt((database) => say(database, { mode: 'target' }, {}));
  if (isDone()) return best;
  if (settings && isOurs(entry)) {
    for (const hinted of hintedForms(entry, settings)) {
      const tried = attempt((database) => say(database, hinted.sizing, hinted.config, hinted.wearSaving));
      if (isDone()) return best;
      if (tried)
        for (const repaired of repairs(settings, tried))
          attempt((database) => Object.assign(database, copyOf(repaired)));
      if (isDone()) return best;
    }
  }
  for (const each of explicitForms(entry, settings, trials)) {
    attempt((database) => say(database, each.sizing, each.config));
    if (isDone()) return best;
  }
  return best;
}

function isBetter(one: Score, other: Score): boolean {
  if (one.matched.size !== other.matched.size) return one.matched.size > other.matched.size;
  return one.changed < other.changed || (one.changed === other.changed && one.reworded < other.reworded);
}

function say(database: Database, sizing: Sizing, config: Config, wearSaving?: boolean): void {
  if (Object.keys(sizing).length > 0) database.sizing = sizing;
  if (Object.keys(config).length > 0) database.config = config;
  if (wearSaving) database.storage.wearSaving = true;
}

/** The texts that dbspan writes have a comment in front of each option. */
function isOurs({ settings, fields }: DatabaseEntry): boolean {
  const inText = [...(settings?.options ?? [])].filter(([key]) => !fields.has(key));
  return inText.length > 0 && inText.every(([, { comment }]) => comment !== undefined);
}

interface Form {
  readonly sizing: Sizing;
  readonly config: Config;
  readonly wearSaving?: boolean;
}

const workloads = [undefined, 'mixed', 'analytics', 'edge'] as const;

/** The intentions that the comments speak of: of a server that is guaranteed its memory, or of one that takes what it is told. */
function hintedForms({ database }: DatabaseEntry, settings: ServerText): Form[] {
  const config: Config = {};
  const sizing: Sizing = {};
  let wearSaving = false;
  for (const setting of settings.options.values()) {
    const { comment = '', name } = setting;
    const value = configValue(setting);
    if (comment === `config.${name}` && value !== undefined && isSayable(name)) config[name] = value;
    if (comment.startsWith('storage.wearSaving')) wearSaving = true;
  }
  const commentOf = (key: string): string => settings.options.get(key)?.comment ?? '';
  const writtenOf = (key: string): string => settings.options.get(key)?.value ?? '';
  const connections = database.engine === 'mariadb' ? 'max-connections' : 'max_connections';
  if (commentOf(connections).startsWith('sizing.maxConnections'))
    sizing.maxConnections = Number(writtenOf(connections));
  const pool = poolSize(settings);
  if (commentOf('innodb-buffer-pool-size').startsWith('sizing.bufferPool') && pool !== undefined)
    sizing.bufferPool = pool;
  if (commentOf('shared_buffers') === 'sizing.sharedBuffers')
    assign(sizing, 'sharedBuffers', postgresSize(writtenOf('shared_buffers')));
  if (commentOf('work_mem') === 'sizing.workMem')
    assign(sizing, 'workMem', postgresSize(writtenOf('work_mem')));
  const gcache = gcacheOf(settings, commentOf('wsrep-provider-options'));
  if (gcache !== undefined) sizing.gcache = gcache;
  const forms: Form[] = workloads.map((workload) => ({
    sizing: workload === undefined ? { ...sizing } : { ...sizing, workload },
    config,
    wearSaving,
  }));
  forms.push({ sizing: { mode: 'target', ...sizing }, config, wearSaving });
  const share = /^sizing\.bufferPool: (\d+) % of/.exec(commentOf('innodb-buffer-pool-size'))?.[1];
  // A share says more than the number that it came to.
  return share === undefined
    ? forms
    : forms.flatMap((form) => [{ ...form, sizing: { ...form.sizing, bufferPool: `${share}%` } }, form]);
}

function assign<K extends keyof Sizing>(sizing: Sizing, key: K, value: Sizing[K] | undefined): void {
  if (value !== undefined) sizing[key] = value;
}

/** Whole MiB of the buffer pool, as the language says them. */
function poolSize(settings: ServerText): string | undefined {
  return inMebibytes(mariadbNumber(settings.options.get('innodb-buffer-pool-size')?.value ?? ''));
}

function inMebibytes(bytes: number | undefined): string | undefined {
  if (bytes === undefined || bytes <= 0 || bytes % 2 ** 20 !== 0) return undefined;
  const size = bytes / 2 ** 20;
  return size % 1024 === 0 ? `${size / 1024}Gi` : `${size}Mi`;
}

function postgresSize(value: string): string | undefined {
  const [, number, unit] = /^(\d{1,9})(kB|MB|GB)$/.exec(value) ?? [];
  if (number === undefined) return undefined;
  return `${number}${unit === 'kB' ? 'Ki' : unit === 'MB' ? 'Mi' : 'Gi'}`;
}

function gcacheOf(settings: ServerText, comment: string): Sizing['gcache'] | undefined {
  const [, seconds, rate] = /sizing\.gcache, 1\.25 x (\d+)s at ([0-9.]+(?:[KMG]i))\/s/.exec(comment) ?? [];
  if (seconds !== undefined && rate !== undefined)
    return { rideOut: secondsText(Number(seconds)), writeRate: rate };
  if (!/gcache\.size: sizing\.gcache;/.test(comment) && comment !== 'sizing.gcache') return undefined;
  return inMebibytes(mariadbNumber(providerOptions(settings).get('gcache.size') ?? ''));
}

function secondsText(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}

function providerOptions(settings: ServerText | undefined): Map<string, string> {
  const text = settings?.options.get('wsrep-provider-options')?.value ?? '';
  return new Map(providerParts(text).map(({ key, value = '' }) => [key, value]));
}

/** What the options of a server come to when it is told something, as they stand in the output. */
function madeSettings(made: readonly MadeObject[], database: Database): ServerText | undefined {
  for (const { object } of made) {
    const spec = isMapping(object['spec']) ? object['spec'] : {};
    const data = isMapping(object['data']) ? object['data'] : {};
    if (typeof data['dbspan.cnf'] === 'string') return readServerText('mariadb', data['dbspan.cnf']);
    if (object['kind'] !== 'MariaDB' && object['kind'] !== 'Postgres') continue;
    const inline = at(spec, 'configuration', 'inline');
    const text = isRecord(inline)
      ? Object.values(inline).find((each) => typeof each === 'string')
      : spec['myCnf'];
    const read = readServerText(database.engine, typeof text === 'string' ? text : '');
    return withFields(read, spec);
  }
  return undefined;
}

function at(value: Mapping, ...path: readonly string[]): unknown {
  let found: unknown = value;
  for (const name of path)
    found =
      typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[name] : undefined;
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function withFields(text: ServerText, spec: Mapping): ServerText {
  const given = at(spec, 'galera', 'providerOptions');
  const options = new Map(text.options);
  if (given && typeof given === 'object') {
    const value = Object.entries(given)
      .map(([key, each]) => `${key}=${String(each)}`)
      .join(';');
    options.set('wsrep-provider-options', {
      name: 'wsrep_provider_options',
      value,
      meaning: value,
      comment: undefined,
    });
  }
  const threads = at(spec, 'galera', 'replicaThreads');
  if (typeof threads === 'number')
    options.set('wsrep-slave-threads', {
      name: 'wsrep_slave_threads',
      value: String(threads),
      meaning: String(threads),
      comment: undefined,
    });
  return { ...text, options };
}

/** A form that comes near, with what still differs said by hand. */
function repairs(settings: ServerText, { database, score }: Sized): Database[] {
  if (score.changed === 0) return [];
  const found: Database[] = [];
  const made = madeSettings(score.made, database);
  const [wanted, present] = [providerOptions(settings), providerOptions(made)];
  const size = wanted.get('gcache.size');
  const repaired = copyOf(database);
  let isChanged = false;
  if (size !== undefined && size !== present.get('gcache.size')) {
    const gcache = inMebibytes(mariadbNumber(size));
    if (gcache !== undefined) {
      repaired.sizing = { ...repaired.sizing, gcache };
      isChanged = true;
    }
  }
  const others = [...wanted].filter(
    ([key, value]) => key !== 'gcache.size' && key !== 'gcache.page_size' && present.get(key) !== value,
  );
  if (others.length > 0) {
    repaired.config = {
      ...repaired.config,
      wsrep_provider_options: others.map(([key, value]) => `${key}=${value}`).join(';'),
    };
    isChanged = true;
  }
  for (const [key, setting] of settings.options) {
    if (key === 'wsrep-provider-options' || made?.options.get(key)?.meaning === setting.meaning) continue;
    const value = configValue(setting);
    if (value === undefined || !isSayable(setting.name)) continue;
    repaired.config = { ...repaired.config, [setting.name]: value };
    isChanged = true;
  }
  if (isChanged) found.push(repaired);
  return found;
}

/** Every option for itself, as it stands. */
function explicitForms(entry: DatabaseEntry, settings: ServerText | undefined, trials: Trials): Form[] {
  const base = copyOf(entry.database);
  base.sizing = { mode: 'target' };
  const made = trials.score(entry, base);
  const present = made && madeSettings(made.made, base);
  const config: Config = {};
  const sizing: Sizing = { mode: 'target' };
  const given = settings?.options ?? new Map<string, GivenSetting>();
  const wantsPool = present?.options.has('innodb-buffer-pool-size') && !given.has('innodb-buffer-pool-size');
  // What runs when nobody says anything.
  if (wantsPool) sizing.bufferPool = '128Mi';
  for (const [key, setting] of given) {
    if (key === 'wsrep-provider-options' || present?.options.get(key)?.meaning === setting.meaning) continue;
    const value = configValue(setting);
    if (value !== undefined && isSayable(setting.name)) config[setting.name] = value;
  }
  const provider = providerOptions(settings);
  const known = providerOptions(present);
  const gcache = inMebibytes(mariadbNumber(provider.get('gcache.size') ?? ''));
  const rest = [...provider].filter(
    ([key, value]) => numberMeaning(known.get(key) ?? '') !== numberMeaning(value),
  );
  const plain: Form = { sizing: { ...sizing }, config: withProvider(config, rest) };
  const named: Form = {
    sizing: { ...sizing },
    config: withProvider(
      config,
      gcache === undefined ? rest : rest.filter(([key]) => !key.startsWith('gcache.')),
    ),
  };
  if (gcache !== undefined) named.sizing.gcache = gcache;
  nameSizes(named, entry.database, settings);
  const namedAll: Form = {
    sizing: named.sizing,
    config: withProvider(
      withoutSizes(config, named.config),
      rest.filter(([key]) => key !== 'gcache.size'),
    ),
  };
  return [named, namedAll, plain];
}

function withoutSizes(config: Config, named: Config): Config {
  return Object.fromEntries(Object.entries(config).filter(([name]) => Object.hasOwn(named, name)));
}

function withProvider(config: Config, parts: readonly (readonly [string, string])[]): Config {
  if (parts.length === 0) return { ...config };
  return { ...config, wsrep_provider_options: parts.map(([key, value]) => `${key}=${value}`).join(';') };
}

/** Sizes that the language has a word for. */
function nameSizes({ sizing, config }: Form, { engine }: Database, settings: ServerText | undefined): void {
  const take = (key: string, use: (setting: GivenSetting) => boolean): void => {
    const setting = settings?.options.get(key);
    if (setting && Object.hasOwn(config, setting.name) && use(setting)) delete config[setting.name];
  };
  const connections = ({ value = '' }: GivenSetting): boolean => {
    const count = Number(value);
    if (!Number.isInteger(count) || count < 10 || count > 100_000) return false;
    sizing.maxConnections = count;
    return true;
  };
  const size = (
    key: 'bufferPool' | 'sharedBuffers' | 'workMem',
    read: (value: string) => string | undefined,
  ) => {
    return ({ value = '' }: GivenSetting): boolean => {
      const found = read(value);
      if (found !== undefined) sizing[key] = found;
      return found !== undefined;
    };
  };
  if (engine === 'mariadb') {
    take('max-connections', connections);
    take(
      'innodb-buffer-pool-size',
      size('bufferPool', (value) => inMebibytes(mariadbNumber(value))),
    );
  } else {
    take('max_connections', connections);
    take('shared_buffers', size('sharedBuffers', postgresSize));
    take('work_mem', size('workMem', postgresSize));
  }
}

/** A password never goes into a topology. */
function isSayable(name: string): boolean {
  return (
    /^[A-Za-z][A-Za-z0-9_.-]{0,127}$/.test(name) &&
    !/pass(?:word|phrase)|sst[-_]auth|secret|token|conninfo/i.test(name)
  );
}

/** An option's value in a topology; undefined for one that stands without a value, and is no switch. */
function configValue({ name, value }: GivenSetting): Config[string] | undefined {
  if (value === undefined) {
    if (/^skip[-_]/.test(name)) return true;
    return mariadbName(name).option?.type === 'boolean' ? true : undefined;
  }
  if (/[\r\n]/.test(value) || value.length > 4096) return undefined;
  if (/^(?:ON|on)$/.test(value) && !/^skip[-_]/.test(name)) return isOfCase(name, value) ? true : value;
  if (/^(?:OFF|off)$/.test(value) && !/^skip[-_]/.test(name)) return isOfCase(name, value) ? false : value;
  return /^(?:0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
}

/** Whether a truth value is written as dbspan writes it: in capitals for MariaDB, which alone has such a name, else small. */
function isOfCase(name: string, value: string): boolean {
  const isMariadb = mariadbName(name).option !== undefined;
  return isMariadb === (value === value.toUpperCase());
}
