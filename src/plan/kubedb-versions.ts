import { kubedbReleases } from './releases.js';

/** A version of a database as a KubeDB release offers it. */
export interface CatalogueVersion {
  readonly name: string;
  /** The vendor makes no more fixes for it. */
  readonly endOfLife: boolean;
  /** First release that has it. */
  readonly since: string;
}

/** Engines with a catalogue. */
export type CatalogueEngine = 'mariadb' | 'postgres';

// Source: kubedb/installer catalog/kubedb/raw, catalog/kubedb/active_versions.json (0c6e2459d9). A version whose first release
// is not known counts as old as the oldest.

const oldest = 'v2025.8.31';
const preview = 'v2026.8.14-rc.0';

const mariadbSince: Readonly<Record<string, string>> = {
  [oldest]: '10.4.32 10.5.23 10.6.16 10.10.7 10.11.6 11.0.4 11.1.3 11.2.2 11.3.2 11.4.3 11.5.2 11.6.2',
  'v2026.1.19': '11.8.5 12.1.2',
  [preview]: '10.11.16 11.4.10 12.3.2',
};

const mariadbEndOfLife = new Set(
  '10.4.32 10.5.23 10.10.7 11.0.4 11.1.3 11.2.2 11.3.2 11.5.2 11.6.2 12.1.2'.split(' '),
);

const mariadbDeprecated = new Set('10.4.17 10.4.31 10.5.8 10.6.4 10.10.2 10.11.2'.split(' '));

/** Each of them also as `-bookworm`, but 10.23 as `-bullseye`. */
const postgresSince: Readonly<Record<string, string>> = {
  [oldest]: `10.23 11.22 12.17 12.22 13.13 13.18 13.20 13.21 14.10 14.13 14.15 14.17 14.18 15.5 15.8 15.10 15.12 15.13
    16.1 16.4 16.6 16.8 16.9 16.10 17.2 17.4 17.5`,
  'v2026.2.26': '14.21 14.22 15.16 15.17 16.12 16.13 17.8 17.9 18.2 18.3',
};

const postgresSpecialSince: Readonly<Record<string, string>> = {
  [oldest]: `15.12-documentdb 16.8-documentdb 17.4-documentdb 11-bullseye-postgis 12-bullseye-postgis 13-bullseye-postgis
    14-bullseye-postgis 15-bullseye-postgis 16.2-bullseye-postgis timescaledb-2.14.2-pg13 timescaledb-2.14.2-pg14
    timescaledb-2.14.2-pg15 timescaledb-2.14.2-pg16`,
  'v2026.7.10': '16.13-ext 17.9-ext 18.3-ext 16.13-bookworm-ext 17.9-bookworm-ext 18.3-bookworm-ext',
  [preview]: '17.9-percona',
};

/** Server versions whose every variant is deprecated. */
const postgresDeprecated = new Set(
  `10.2 10.6 10.16 10.19 10.20 11.1 11.2 11.11 11.14 11.15 11.19 11.20 12.6 12.9 12.10 12.13 12.14 12.15 13.2 13.5 13.6 13.9
  13.10 13.11 14.1 14.2 14.6 14.7 14.8 15.1 15.2 15.3`.split(/\s+/),
);

/** The last major version that gets no more fixes from PostgreSQL. */
const postgresEndOfLife = 13;

function* listed(lists: Readonly<Record<string, string>>): Generator<[name: string, since: string]> {
  for (const [since, names] of Object.entries(lists))
    for (const name of names.split(/\s+/)) yield [name, since];
}

function mariadbVersions(): CatalogueVersion[] {
  return [...listed(mariadbSince)].map(([name, since]) => ({
    name,
    since,
    endOfLife: mariadbEndOfLife.has(name),
  }));
}

function postgresVersions(): CatalogueVersion[] {
  const versions: CatalogueVersion[] = [];
  const add = (name: string, since: string): void => {
    const major = Number(/(?:^|-pg)(\d+)/.exec(name)?.[1]);
    versions.push({ name, since, endOfLife: major <= postgresEndOfLife });
  };
  for (const [name, since] of listed(postgresSince)) {
    add(name, since);
    add(name === '10.23' ? '10.23-bullseye' : `${name}-bookworm`, since);
  }
  for (const [name, since] of listed(postgresSpecialSince)) add(name, since);
  return versions;
}

const everywhere = new Map<CatalogueEngine, ReadonlyMap<string, CatalogueVersion>>();

/** The versions that any release has, usable ones only, by name. */
export function knownVersions(engine: CatalogueEngine): ReadonlyMap<string, CatalogueVersion> {
  let versions = everywhere.get(engine);
  if (!versions) {
    const list = engine === 'mariadb' ? mariadbVersions() : postgresVersions();
    versions = new Map(list.map((version) => [version.name, version]));
    everywhere.set(engine, versions);
  }
  return versions;
}

/** How a version stands in the catalogue of a release. */
export type VersionStanding = 'usable' | 'deprecated' | 'later' | 'unknown';

/** Judges a version by its name. A release that is not in the table counts as the newest. */
export function versionStanding(engine: CatalogueEngine, name: string, release: string): VersionStanding {
  if (isDeprecated(engine, name)) return 'deprecated';
  const version = knownVersions(engine).get(name);
  if (!version) return 'unknown';
  return age(version.since) <= age(release) ? 'usable' : 'later';
}

function isDeprecated(engine: CatalogueEngine, name: string): boolean {
  if (engine === 'mariadb') return mariadbDeprecated.has(name);
  return (
    /^9\.6(?:[.-]|$)/.test(name) ||
    /^timescaledb-2\.1\.0-pg1[12]$/.test(name) ||
    postgresDeprecated.has(name.replace(/-.*$/, ''))
  );
}

/** Position of a release in the table, by age. */
function age(release: string): number {
  const position = kubedbReleases.findIndex(({ name }) => name === release);
  return position === -1 ? kubedbReleases.length : position;
}

/** The usable versions of a release: long-supported ones first, then newer before older, plain names before variants. */
export function usableVersions(engine: CatalogueEngine, release: string): CatalogueVersion[] {
  return [...knownVersions(engine).values()]
    .filter(({ since }) => age(since) <= age(release))
    .sort(
      (a, b) =>
        Number(a.endOfLife) - Number(b.endOfLife) ||
        Number(isVariant(a.name)) - Number(isVariant(b.name)) ||
        compareVersions(b.name, a.name),
    );
}

function isVariant(name: string): boolean {
  return !/^[\d.]+(?:-bookworm)?$/.test(name);
}

/** Orders versions by their numbers; of equal numbers the shorter name comes first. */
export function compareVersions(a: string, b: string): number {
  const left = numbersOf(a);
  const right = numbersOf(b);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function numbersOf(name: string): number[] {
  return (/\d+(?:\.\d+)*/.exec(name)?.[0] ?? '').split('.').map(Number);
}
