/** A table with its rows whole, by name. */
export interface WholeTable {
  readonly version: string;
  readonly server: string;
  readonly asked: string;
  readonly rows: ReadonlyMap<string, string>;
}
/** Folder of the tables. */
export const folder: string;
/** The tables of a family, the earliest version first. */
export function readTables(family: string, from?: string): WholeTable[];
/** The tables with one more, or with another in place of the one of its version. */
export function withTable(tables: readonly WholeTable[], table: WholeTable): WholeTable[];
/** The files of a family's tables by name. */
export function filesOf(family: string, tables: readonly WholeTable[]): ReadonlyMap<string, string>;
/** The module that lists the tables. */
export function listOf(from?: string): string;
/** What differs between a table and what the server says. */
export function differences(table: ReadonlyMap<string, string>, rows: ReadonlyMap<string, string>): string[];
