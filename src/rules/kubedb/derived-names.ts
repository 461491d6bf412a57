import type { Report, Span } from '../../diagnostics/index.js';
import type { Manifest, ManifestSet } from '../../manifests/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

const messages = {
  derived: (p: { database: string; other: string; what: string }) =>
    `${p.database} is called like ${p.what} of ${p.other}`,
};

/** What KubeDB makes beside a database of the same namespace, by the end of its name. */
const objects = {
  pods: 'the service of the replicas',
  standby: 'the service of the standbys',
  stats: 'the service of the metrics',
  arbiter: 'the arbiter',
  maxscale: 'the proxy',
  rr: 'the read replicas',
} as const;

type Ending = keyof typeof objects;

interface Named {
  readonly name: string;
  /** Whatever lets two databases meet: their API server and namespace. */
  readonly place: string;
  readonly span: Span;
  /** What KubeDB makes for it. */
  readonly endings: readonly Ending[];
}

/** No database is called like something that KubeDB makes for another one of its namespace. */
export const derivedNames = defineRule({
  id: 'kubedb/derived-names',
  severity: 'error',
  why: 'both databases own one service or set of pods, and the operator rewrites it for each in turn: clients of one reach the other',
  source: 'kubedb/apimachinery apis/kubedb/v1/mariadb_helpers.go, apis/kubedb/v1/postgres_helpers.go',
  messages,
  checkProgram(plans, report) {
    const named = plans.flatMap(({ databases }) =>
      databases.map(({ name, namespace, home, source, replicas }): Named => {
        const endings: Ending[] = replicas > 1 ? ['pods', 'standby'] : ['pods'];
        return { name, place: `${home.name}/${namespace}`, span: valueSpan(source, 'name'), endings };
      }),
    );
    check(named, report);
  },
  checkManifests(manifests, report) {
    check(databasesAmong(manifests), report);
  },
});

function check(databases: readonly Named[], report: Report<typeof messages>): void {
  const byName = new Map<string, Named>();
  for (const database of databases) {
    const key = `${database.place}/${database.name}`;
    if (!byName.has(key)) byName.set(key, database);
  }
  for (const { name, place, span } of databases) {
    const cut = name.lastIndexOf('-');
    const ending = name.slice(cut + 1) as Ending;
    const other = byName.get(`${place}/${name.slice(0, cut)}`);
    if (!other?.endings.includes(ending)) continue;
    report('derived', { database: name, other: other.name, what: objects[ending] })
      .at(span)
      .related(other.span, 'this one')
      .fix(`give it a name that does not end in -${ending}`);
  }
}

function databasesAmong(manifests: ManifestSet): Named[] {
  return (['MariaDB', 'Postgres'] as const).flatMap((kind) =>
    manifests.of(kind, 'kubedb.com').map((manifest) => {
      const { name, namespace = '', root } = manifest;
      return {
        name,
        place: namespace,
        span: root.at('metadata', 'name').span,
        endings: endingsOf(manifest, kind),
      };
    }),
  );
}

function endingsOf({ root }: Manifest, kind: 'MariaDB' | 'Postgres'): Ending[] {
  const spec = root.at('spec');
  const replicas = spec.at('replicas').number ?? 1;
  const endings: Ending[] = ['pods'];
  if (replicas > 1) endings.push('standby');
  if (spec.at('monitor').given) endings.push('stats');
  if (kind === 'Postgres' && replicas % 2 === 0) endings.push('arbiter');
  if (kind === 'Postgres' && spec.at('readReplicas').items().length > 0) endings.push('rr');
  if (kind === 'MariaDB' && spec.at('topology', 'maxscale').given) endings.push('maxscale');
  return endings;
}
