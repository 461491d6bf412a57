import type { Report, Span } from '../../diagnostics/index.js';
import { valueSpan } from '../../topology/index.js';
import { meetingsOf, objectKey, type PlannedDatabase } from '../database-meetings.js';
import { type DatabaseObject, databaseObjects, identityOf, mariadbModeOf } from '../database-objects.js';
import { kubedbDatabases, replicaCount } from '../databases.js';
import { defineRule } from '../rule.js';

const messages = {
  elsewhere: (p: { database: string; other: string; file: string }) =>
    `${p.database} is called like a service that KubeDB makes for ${p.other}, one of the two in ${p.file}`,
  derived: (p: { database: string; what: string; other: string }) =>
    `${p.database} is called like ${p.what} of ${p.other}`,
  secret: (p: { database: string; secret: string; other: string }) =>
    `${p.database} takes the secret ${p.secret}, which KubeDB makes for ${p.other}`,
};

/** No database is called like what KubeDB makes for another of its namespace, nor takes the secret made for another. */
export const derivedNames = defineRule({
  id: 'kubedb/derived-names',
  severity: 'error',
  why: 'KubeDB calls services, pod sets and secrets after the database, so two databases would claim one object and each would overwrite the other’s',
  source: 'kubedb/apimachinery apis/kubedb/v1/mariadb_helpers.go, apis/kubedb/v1/postgres_helpers.go',
  messages,
  checkTopology(topology, report) {
    const parties = kubedbDatabases(topology).map((database): Party => {
      const { name, namespace, engine, placement, rootPasswordSecret } = database;
      const home = topology.slice ? 'hub' : (placement[0]?.cluster ?? '');
      const even = replicaCount(placement) % 2 === 0;
      return {
        identity: `${home}/${namespace}/${name}`,
        name,
        place: `${home}/${namespace}`,
        nameSpan: valueSpan(database, 'name'),
        derived: [...services, ...(engine === 'postgres' && even ? [arbiter] : [])],
        secret: rootPasswordSecret && {
          name: rootPasswordSecret.name,
          span: valueSpan(rootPasswordSecret, 'name'),
        },
      };
    });
    check(parties, report);
  },
  checkProgram(plans, report) {
    for (const { here, there } of meetingsOf(plans, namesBeside, takenBy)) {
      const [database, maker] = byLength(here.database.name, there.database.name);
      report('elsewhere', { database, other: maker, file: there.plan.file.name })
        .at(valueSpan(here.database.source, 'name'))
        .related(valueSpan(there.database.source, 'name'), 'the other')
        .fix(`give ${database} a name that does not end in -${database.slice(maker.length + 1)}`);
    }
  },
  checkManifests(manifests, report) {
    check(databaseObjects(manifests).map(partyOf), report);
  },
});

interface Derived {
  readonly suffix: string;
  readonly what: string;
}

const services: readonly Derived[] = [
  { suffix: 'pods', what: 'the service for the pods' },
  { suffix: 'standby', what: 'the service for the standbys' },
];
const arbiter: Derived = { suffix: 'arbiter', what: 'the arbiter' };

interface Party {
  /** Two of the same are one database written twice. */
  readonly identity: string;
  readonly name: string;
  /** The namespace, and the cluster whose API server has the object. */
  readonly place: string;
  readonly nameSpan: Span;
  readonly derived: readonly Derived[];
  /** The secret it is given; undefined when KubeDB makes one. */
  readonly secret: { readonly name: string; readonly span: Span } | undefined;
}

function partyOf(database: DatabaseObject): Party {
  const { name, namespace = '', manifest, spec } = database;
  const field = spec.at('authSecret', 'name');
  return {
    identity: identityOf(database),
    name,
    place: namespace,
    nameSpan: manifest.root.at('metadata', 'name').span,
    derived: [...services, ...furtherObjects(database)],
    secret: field.text ? { name: field.text, span: field.span } : undefined,
  };
}

function furtherObjects(database: DatabaseObject): Derived[] {
  const { kind, spec } = database;
  const derived: Derived[] = [];
  if (spec.at('monitor').given) derived.push({ suffix: 'stats', what: 'the service for the metrics' });
  if (kind === 'MariaDB') {
    if (mariadbModeOf(database) === 'MariaDBReplication')
      derived.push({ suffix: 'maxscale', what: 'the MaxScale' });
    return derived;
  }
  if (spec.at('arbiter').given || database.replicas % 2 === 0) derived.push(arbiter);
  const readReplicas = spec.at('readReplicas').items();
  if (readReplicas.length > 0) derived.push({ suffix: 'rr', what: 'the service for the read replicas' });
  for (const group of readReplicas) {
    const suffix = group.at('name').text;
    if (!suffix) continue;
    derived.push({ suffix, what: `the read replicas ${suffix}` });
    derived.push({ suffix: `rr-${suffix}`, what: `the service for the read replicas ${suffix}` });
  }
  return derived;
}

function check(parties: readonly Party[], report: Report<typeof messages>): void {
  const byName = new Map(parties.map((party) => [`${party.place}/${party.name}`, party]));
  const reported = new Set<string>();
  for (const party of parties) {
    for (const { suffix, what } of party.derived) {
      const other = byName.get(`${party.place}/${party.name}-${suffix}`);
      if (!other || reported.has(other.identity)) continue;
      reported.add(other.identity);
      report('derived', { database: other.name, what, other: party.name })
        .at(other.nameSpan, 'the same name')
        .related(party.nameSpan, `KubeDB makes ${other.name} for it`)
        .fix(`give it a name that does not end in -${suffix}`);
    }
    const { secret } = party;
    if (!secret?.name.endsWith('-auth')) continue;
    const maker = byName.get(`${party.place}/${secret.name.slice(0, -'-auth'.length)}`);
    if (!maker || maker.secret || maker.identity === party.identity) continue;
    report('secret', { database: party.name, secret: secret.name, other: maker.name })
      .at(secret.span, 'it goes when the other is wiped out')
      .related(maker.nameSpan, 'the secret is made for this one')
      .fix('give each database a secret of its own');
  }
}

/** The names that a database must not have beside one of another file. */
function* namesBeside({ database }: PlannedDatabase): Generator<{ readonly text: string }> {
  const { name } = database;
  for (const { suffix } of services) {
    const ending = `-${suffix}`;
    yield { text: objectKey(database, name + ending) };
    if (name.endsWith(ending)) yield { text: objectKey(database, name.slice(0, -ending.length)) };
  }
}

function takenBy({ database }: PlannedDatabase): string[] {
  return [objectKey(database, database.name)];
}

/** The longer of two names first. */
function byLength(a: string, b: string): readonly [longer: string, shorter: string] {
  return a.length > b.length ? [a, b] : [b, a];
}
