import { type CatalogueEngine, compareVersions, usableVersions } from './kubedb-versions.js';

/** How KubeDB brings a database from one version to another. */
export type Upgrade =
  /** Through these versions, in order, each with an upgrade of its own; none when it goes at once. */
  | { readonly standing: 'allowed'; readonly over: readonly string[] }
  /** The other way round. */
  | { readonly standing: 'down' }
  /** Another base system or distribution, as the name's ending says: empty for the plain image. */
  | { readonly standing: 'other-build'; readonly build: string };

/** The last version that every older MariaDB goes up to at once. */
const plateau = '12.1.2';

/** Judges an upgrade by what the version that runs lists. Source: kubedb/installer catalog/kubedb/raw. */
export function upgradeOf(engine: CatalogueEngine, from: string, to: string): Upgrade {
  if (compareVersions(serverOf(to), serverOf(from)) < 0) return { standing: 'down' };
  if (engine === 'mariadb') {
    const isPast = compareVersions(from, plateau) >= 0 || compareVersions(to, plateau) <= 0;
    return { standing: 'allowed', over: isPast ? [] : [plateau] };
  }
  const build = buildOf(from);
  return build === buildOf(to) ? { standing: 'allowed', over: [] } : { standing: 'other-build', build };
}

/** What patches of one series share: two numbers of MariaDB, one of Postgres. */
export function seriesOf(engine: CatalogueEngine, version: string): string {
  return serverOf(version)
    .split('.')
    .slice(0, engine === 'mariadb' ? 2 : 1)
    .join('.');
}

/** Of each series with long support between two versions of a MariaDB the newest patch that a release of KubeDB has, in order. */
export function seriesBetween(from: string, to: string, release: string): string[] {
  const found = new Map<string, string>();
  for (const { name, endOfLife } of usableVersions('mariadb', release)) {
    const series = seriesOf('mariadb', name);
    if (endOfLife || series === seriesOf('mariadb', from) || series === seriesOf('mariadb', to)) continue;
    if (compareVersions(name, from) <= 0 || compareVersions(name, to) >= 0) continue;
    const present = found.get(series);
    if (present === undefined || compareVersions(name, present) > 0) found.set(series, name);
  }
  return [...found.values()].sort(compareVersions);
}

/** The server's own number: 17.9 of `17.9-bookworm`, 16 of `timescaledb-2.14.2-pg16`. */
function serverOf(version: string): string {
  return /-pg(\d+)$/.exec(version)?.[1] ?? version.replace(/-.*$/, '');
}

/** Base system and distribution. That `-ext` changes either is not known. */
function buildOf(version: string): string {
  if (version.startsWith('timescaledb-')) return 'timescaledb';
  return version.replace(/^[\d.]+-?/, '').replace(/-?ext$/, '');
}
