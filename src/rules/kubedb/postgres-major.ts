/**
 * Major version of the server behind the name of a PostgresVersion: `17.9-bookworm`, `13-bullseye-postgis`,
 * `timescaledb-2.14.2-pg13`. Undefined for a name of another form.
 */
export function postgresMajor(version: string | undefined): number | undefined {
  const digits = /^(\d+)(?=[.-]|$)/.exec(version ?? '')?.[1] ?? /-pg(\d+)(?=-|$)/.exec(version ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
