import { mariadbOptionTable } from './mariadb-options.js';
import { postgresSettingTable } from './postgres-settings.js';

/** What an option takes. */
export type OptionType = 'boolean' | 'integer' | 'unsigned' | 'number' | 'one' | 'several' | 'fixed' | 'any';

/** An option of a server. */
export interface ServerOption {
  /** As the program prints it. */
  readonly name: string;
  readonly type: OptionType;
  /** Unit of a plain number, of Postgres only: `kB`, `8kB`, `MB`, `ms`, `s`, `min`, `B`. */
  readonly unit: string | undefined;
  readonly least: number | undefined;
  readonly most: number | undefined;
  readonly values: readonly string[];
  /** Which of the two MariaDB tables has it. */
  readonly only: '10.11' | '11.8' | undefined;
}

const types: Readonly<Record<string, OptionType>> = {
  b: 'boolean',
  i: 'integer',
  u: 'unsigned',
  d: 'number',
  r: 'number',
  e: 'one',
  s: 'several',
  x: 'fixed',
};

const limit = (text: string | undefined): number | undefined => (text ? Number(text) : undefined);

let mariadb: ReadonlyMap<string, ServerOption> | undefined;

/** Options of MariaDB by name, lower case, with hyphens. */
export function mariadbOptions(): ReadonlyMap<string, ServerOption> {
  mariadb ??= new Map(
    mariadbOptionTable
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [marked = '', type = '', least, most, values] = line.split('|');
        const only = marked.startsWith('<') ? '10.11' : marked.startsWith('>') ? '11.8' : undefined;
        const name = only ? marked.slice(1) : marked;
        return [
          name,
          {
            name,
            type: types[type] ?? 'any',
            unit: undefined,
            least: limit(least),
            most: limit(most),
            values: values ? values.split(',') : [],
            only,
          },
        ];
      }),
  );
  return mariadb;
}

let postgres: ReadonlyMap<string, ServerOption> | undefined;

/** Settings of Postgres by name, lower case. */
export function postgresSettings(): ReadonlyMap<string, ServerOption> {
  postgres ??= new Map(
    postgresSettingTable
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [name = '', type = '', unit, least, most, values] = line.split('|');
        return [
          name.toLowerCase(),
          {
            name,
            type: types[type] ?? 'any',
            unit: unit || undefined,
            least: limit(least),
            most: limit(most),
            values: values ? values.split(',') : [],
            only: undefined,
          },
        ];
      }),
  );
  return postgres;
}
