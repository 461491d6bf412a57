import { type OptionTable, wholeTables } from './option-table.js';
import { galeraTables, mariadbTables, postgresTables } from './tables/index.js';

/** What an option takes. */
export type OptionType = 'boolean' | 'integer' | 'unsigned' | 'number' | 'one' | 'several' | 'fixed' | 'any';

/** An option of a server. */
export interface ServerOption {
  /** As the program prints it. */
  readonly name: string;
  readonly type: OptionType;
  /** As the program prints it; undefined when it has none, or one that comes from the machine. */
  readonly initial: string | undefined;
  /** Unit of a plain number, of Postgres only: `kB`, `8kB`, `MB`, `ms`, `s`, `min`, `B`. */
  readonly unit: string | undefined;
  readonly least: number | undefined;
  readonly most: number | undefined;
  readonly values: readonly string[];
}

const types: Readonly<Record<string, OptionType>> = {
  b: 'boolean',
  i: 'integer',
  u: 'unsigned',
  d: 'number',
  e: 'one',
  s: 'several',
  x: 'fixed',
};

const limit = (text: string | undefined): number | undefined => (text ? Number(text) : undefined);

function optionOf(row: string): ServerOption {
  const [name = '', type = '', initial, least, most, values, unit] = row.split('|');
  return {
    name,
    type: types[type] ?? 'any',
    initial: initial || undefined,
    unit: unit || undefined,
    least: limit(least),
    most: limit(most),
    values: values ? values.split(',') : [],
  };
}

/** Options by name, lower case. */
export type Options = ReadonlyMap<string, ServerOption>;

/** The options of one version. */
export interface KnownVersion {
  /** 10.11 as 10011, 15 as 15000. */
  readonly series: number;
  readonly options: Options;
}

/** 10.11 as 10011, 11.8 as 11008, 15 as 15000; undefined for what does not begin with a version. */
export function seriesOf(version: string | undefined): number | undefined {
  const [, major, minor = 0] = /^(\d+)(?:\.(\d+))?/.exec(version ?? '') ?? [];
  return major === undefined ? undefined : Number(major) * 1000 + Number(minor);
}

/** The tables of a family, read when the first question is asked. */
class Family {
  readonly #tables: readonly OptionTable[];
  #known: readonly KnownVersion[] | undefined;
  #together: Options | undefined;

  constructor(tables: readonly OptionTable[]) {
    this.#tables = tables;
  }

  /** The earliest version first. */
  get known(): readonly KnownVersion[] {
    const { length } = this.#tables;
    this.#known ??= wholeTables(this.#tables).map((rows, index) => ({
      series: seriesOf(this.#tables[index]?.version) ?? length,
      options: new Map([...rows].map(([name, row]) => [name.toLowerCase(), optionOf(row)])),
    }));
    return this.#known;
  }

  /** Every option that one version or another has, the wider of limits that differ. */
  get together(): Options {
    if (this.#together) return this.#together;
    const together = new Map<string, ServerOption>();
    for (const { options } of this.known)
      for (const [key, option] of options) {
        const other = together.get(key);
        together.set(key, other ? wider(other, option) : option);
      }
    this.#together = together;
    return together;
  }

  /** An option as a version has it; as one of the versions has it where this one is not known. */
  optionFor(key: string, series: number | undefined): ServerOption | undefined {
    const own = this.known.find((each) => each.series === series)?.options.get(key);
    // The names that a program prints without more have their type in another version's table.
    return own && own.type !== 'any' ? own : this.together.get(key);
  }

  /**
   * The default of an option for a version: what the table of this very version says, or else the latest that is not later, or
   * else the earliest that has the option. Without a version: the latest that has it.
   */
  initialFor(key: string, series: number | undefined): string | undefined {
    const exact = this.known.find((each) => each.series === series);
    if (exact) return exact.options.get(key)?.initial;
    const having = this.known.filter(({ options }) => options.has(key));
    const before = having.filter((each) => series === undefined || each.series <= series);
    return (before.at(-1) ?? having[0])?.options.get(key)?.initial;
  }
}

function wider(one: ServerOption, other: ServerOption): ServerOption {
  if (one.type === 'any') return other;
  if (other.type === 'any') return one;
  const values = [...new Set([...one.values, ...other.values])];
  const { name, unit, initial } = other;
  const both = { name, unit, initial, values, least: undefined, most: undefined };
  if (one.type === other.type) {
    return {
      ...both,
      type: one.type,
      least: widest(Math.min, one.least, other.least),
      most: widest(Math.max, one.most, other.most),
    };
  }
  const kinds = new Set([one.type, other.type]);
  if (kinds.has('boolean') && kinds.has('one')) return { ...both, type: 'one' };
  return { ...both, type: 'any', values: [] };
}

function widest(
  pick: (one: number, other: number) => number,
  one: number | undefined,
  other: number | undefined,
): number | undefined {
  return one === undefined || other === undefined ? undefined : pick(one, other);
}

const mariadb = new Family(mariadbTables);
const postgres = new Family(postgresTables);

/** Options of MariaDB that one of the known versions has, by name, lower case, with hyphens. */
export function mariadbOptions(): Options {
  return mariadb.together;
}

/** An option of MariaDB as a version has it, by its key (see `mariadbName`). */
export function mariadbOption(key: string, version: string | undefined): ServerOption | undefined {
  return mariadb.optionFor(key, seriesOf(version));
}

/** The versions of MariaDB whose options are known, the earliest first. */
export function mariadbVersions(): readonly KnownVersion[] {
  return mariadb.known;
}

/** Settings of Postgres that one of the known versions has, by name, lower case. */
export function postgresSettings(): Options {
  return postgres.together;
}

/** A setting of Postgres as a version has it. */
export function postgresSetting(name: string, version: string | undefined): ServerOption | undefined {
  return postgres.optionFor(name.toLowerCase(), majorOf(version));
}

/** The versions of Postgres whose settings are known, the earliest first. */
export function postgresVersions(): readonly KnownVersion[] {
  return postgres.known;
}

function majorOf(version: string | undefined): number | undefined {
  return seriesOf(/^\d+/.exec(version ?? '')?.[0]);
}

/**
 * The value that an option of MariaDB has when no file sets it, as the server prints it: bytes for a size, ON or OFF for a switch.
 * Undefined when it has none, has one that the machine decides, or is no option of that version. A version whose options are not
 * known has the defaults of the latest known one before it; one before them all those of the earliest; no version at all those of
 * the latest.
 *
 * @param name in any spelling: case, hyphens and underscores do not matter
 */
export function mariadbDefault(name: string, version?: string): string | undefined {
  return mariadb.initialFor(name.toLowerCase().replaceAll('_', '-'), seriesOf(version));
}

/**
 * The value that a setting of Postgres has when no file sets it, as a plain number in the setting's own unit, which
 * `postgresNumber(setting, value)` makes bytes or milliseconds of. Versions that are not known go by the rule of `mariadbDefault`.
 */
export function postgresDefault(name: string, version?: string): string | undefined {
  return postgres.initialFor(name.toLowerCase(), majorOf(version));
}

let provider: Options | undefined;

/** The options that Galera's provider prints, by key. */
export function printedProviderOptions(): Options {
  provider ??= new Map(
    wholeTables(galeraTables).flatMap((rows) => [...rows].map(([key, row]) => [key, optionOf(row)] as const)),
  );
  return provider;
}

/** The value that an option of Galera's provider has on its own: `128M`, `PT5S`; undefined for one that the machine decides. */
export function providerDefault(key: string): string | undefined {
  return printedProviderOptions().get(key)?.initial;
}
