import type { Span } from '../../diagnostics/index.js';
import type { ManifestSet } from '../../manifests/index.js';
import { type CatalogueEngine, databasesOf, type Plan, seriesOf, usableVersions } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { newestRelease, releaseStanding } from '../releases.js';

/** A version that a database asks for. */
export interface AskedVersion {
  readonly engine: CatalogueEngine;
  readonly version: string;
  /** The KubeDB release whose catalogue counts. */
  readonly release: string;
  readonly span: Span;
}

/**
 * The versions of a plan's databases. None when the release that is named is not one whose catalogue is known: what holds for
 * another says nothing.
 */
export function versionsOf(plan: Plan): AskedVersion[] {
  const { topology, releases } = plan;
  const release = releases.kubedb.name;
  if (topology.releases?.kubedb !== undefined && releaseStanding(release) !== 'known') return [];
  return databasesOf(plan, 'kubedb').flatMap(({ engine, source }) =>
    source.version === undefined
      ? []
      : [{ engine, version: source.version, release, span: valueSpan(source, 'version') }],
  );
}

/** The versions of KubeDB's databases among manifests, which do not say their release: that of the newest counts. */
export function versionsIn(manifests: ManifestSet): AskedVersion[] {
  const release = newestRelease();
  const kinds = [
    ['MariaDB', 'mariadb'],
    ['Postgres', 'postgres'],
  ] as const;
  return kinds.flatMap(([kind, engine]) =>
    ['kubedb.com', 'gitops.kubedb.com'].flatMap((group) =>
      manifests.of(kind, group).flatMap(({ root }) => {
        const field = root.at('spec', 'version');
        return field.text === undefined ? [] : [{ engine, version: field.text, release, span: field.span }];
      }),
    ),
  );
}

/** What an engine is called. */
export const engineNames: Readonly<Record<CatalogueEngine, string>> = {
  mariadb: 'MariaDB',
  postgres: 'Postgres',
};

/** The version that an unquoted number has lost its last zero of: `14.10` of `14.1`; undefined when there is none. */
export function beforeTheSlip({ engine, version, release }: AskedVersion): string | undefined {
  const [, number, variant = ''] = /^(\d+\.\d+)(-.*)?$/.exec(version) ?? [];
  if (number === undefined) return undefined;
  const whole = `${number}0${variant}`;
  return usableVersions(engine, release).some(({ name }) => name === whole) ? whole : undefined;
}

/** What to write in place of a version: the best of its series, then the newest that is supported long. */
export function betterVersions({ engine, version, release }: AskedVersion): string {
  const usable = usableVersions(engine, release).filter(({ endOfLife }) => !endOfLife);
  const variant = /-bookworm$/.exec(version)?.[0] ?? '';
  const alike = usable.filter(({ name }) => name.replace(/^[\d.]+/, '') === variant);
  const series = seriesOf(engine, version);
  const near = alike.find(({ name }) => seriesOf(engine, name) === series)?.name;
  const newest = alike[0]?.name;
  const names = [...new Set([near, newest])].filter((name) => name !== undefined && name !== version);
  return names.map((name) => `"${name}"`).join(' or ');
}
