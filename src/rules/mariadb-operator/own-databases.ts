/** Databases that a server brings itself. */
export const ownDatabases: ReadonlySet<string> = new Set([
  'mysql',
  'sys',
  'performance_schema',
  'information_schema',
]);
