/**
 * What one server says of its options, as `npm run server-options` writes it down: one option a line, `name|type|default|least|
 * most|values|unit`, what is empty at the end left out. The table of the first version of a family is whole; a later one has the
 * lines that differ from the version before it, and `-name` for an option that is gone.
 *
 * Types: b boolean, i whole number, u whole number from 0, d number, e one of the values, s several of them, x a variable that no
 * file can set, none anything. Defaults that come from the machine are left out; booleans of MariaDB are ON and OFF.
 */
export interface OptionTable {
  /** The series: `11.8`. */
  readonly version: string;
  /** The program that printed it, as it calls itself. */
  readonly server: string;
  /** When. */
  readonly asked: string;
  readonly rows: string;
}

/** The lines of each table by name, whole. */
export function wholeTables(tables: readonly OptionTable[]): ReadonlyMap<string, string>[] {
  let before: ReadonlyMap<string, string> = new Map();
  return tables.map(({ rows }) => {
    const whole = new Map(before);
    for (const row of rows.trimEnd().split('\n')) {
      if (row.startsWith('-')) whole.delete(row.slice(1));
      else whole.set(/^[^|]*/.exec(row)?.[0] ?? row, row);
    }
    before = whole;
    return whole;
  });
}
