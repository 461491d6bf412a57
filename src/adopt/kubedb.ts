import type { Field } from '../manifests/index.js';
import type { Database } from '../topology/index.js';
import { sizeOf } from './amounts.js';
import { groups } from './kinds.js';
import type { GivenObject } from './model.js';
import { put } from './origins.js';
import type { DatabaseEntry, Reading } from './reading.js';
import { readServerText, type ServerText } from './server-text.js';

/** The databases of KubeDB. With a slice dbspan distributes all of them, so that others stay outside then. */
export function readKubedb(reading: Reading, hasSlice: boolean): void {
  for (const kind of ['MariaDB', 'Postgres'] as const) {
    for (const given of reading.of(kind, groups.kubedb)) {
      const distributed = given.root.at('spec', 'distributed').flag === true;
      if (hasSlice !== distributed) continue;
      reading.entries.push(readOne(reading, given, kind === 'MariaDB' ? 'mariadb' : 'postgres', distributed));
    }
  }
}

function readOne(
  reading: Reading,
  given: GivenObject,
  engine: 'mariadb' | 'postgres',
  distributed: boolean,
): DatabaseEntry {
  const { root, name, namespace = 'default', cluster } = given;
  const spec = root.at('spec');
  const pod = spec.at('podTemplate', 'spec');
  const version = spec.at('version');
  const size = spec.at('storage', 'resources', 'requests', 'storage');
  const policyName = pod.at('podPlacementPolicy', 'name');
  const policy = distributed
    ? reading.find(
        given.cluster,
        'PlacementPolicy',
        groups.placement,
        undefined,
        policyName.text ?? 'default',
      )
    : undefined;
  const database: Database = {
    name,
    namespace,
    provider: 'kubedb',
    engine,
    placement: [],
    storage: { size: '' },
  };
  put(database, 'version', version.value === undefined ? undefined : String(version.value), version);
  put(database.storage, 'size', sizeOf(size.value) ?? '', size);
  const classes = new Map<string, string | undefined>();
  if (distributed) readPlacement(reading, database, spec, policy, classes);
  else {
    put(database, 'placement', [{ cluster, replicas: spec.at('replicas').number ?? 1 }], spec.at('replicas'));
    classes.set(cluster, spec.at('storage', 'storageClassName').text);
  }
  readSpread(database, policy);
  readResources(database, container(pod, engine));
  const policyField = spec.at('deletionPolicy');
  put(database, 'deletionPolicy', (policyField.text ?? 'Delete') as never, policyField);
  readTls(database, spec, engine);
  const secret = spec.at('authSecret', 'name');
  if (secret.text !== undefined && secret.text !== `${name}-auth`)
    put(database, 'rootPasswordSecret', { name: secret.text }, secret);
  readOwn(database, spec, engine, distributed ? policyName : undefined);
  return {
    database,
    given,
    clusters: database.placement.map((each) => each.cluster),
    storageClasses: classes,
    settings: settingsOf(spec, engine),
    fields: new Set(),
    items: [],
  };
}

function readPlacement(
  reading: Reading,
  database: Database,
  spec: Field,
  policy: GivenObject | undefined,
  classes: Map<string, string | undefined>,
): void {
  const rules = policy?.root.at('spec', 'clusterSpreadConstraint', 'distributionRules');
  if (rules && rules.items().length > 0) {
    const placement = rules.items().map((rule) => {
      const cluster = rule.at('clusterName').text ?? '';
      classes.set(cluster, rule.at('storageClassName').text || undefined);
      return {
        cluster,
        replicas: rule
          .at('replicaIndices')
          .items()
          .flatMap(({ number }) => number ?? []),
      };
    });
    put(database, 'placement', placement, rules);
    return;
  }
  const replicas = spec.at('replicas').number ?? 1;
  const members = [...reading.clusters.keys()].slice(0, Math.max(1, replicas));
  const homes = members.length > 0 ? members : [reading.gathered.home];
  database.placement = homes.map((cluster, index) => ({
    cluster,
    replicas: Array.from({ length: replicas }, (_, ordinal) => ordinal).filter(
      (ordinal) => ordinal % homes.length === index,
    ),
  }));
  for (const cluster of homes) classes.set(cluster, undefined);
  reading.assume(
    `databases[${database.name}].placement`,
    'dealt out over the members',
    'its PlacementPolicy is not among the manifests; an ordinal that moves comes up elsewhere with an empty volume',
  );
}

/** Both are said in the output, and mean DoNotSchedule where they are not in the input. */
function readSpread(database: Database, policy: GivenObject | undefined): void {
  if (!policy) return;
  const spread: NonNullable<Database['spread']> = {};
  for (const unit of ['node', 'zone'] as const) {
    const constraint = policy.root.at('spec', `${unit}SpreadConstraint`);
    const said = constraint.at('whenUnsatisfiable');
    put(spread, unit, (said.text ?? 'DoNotSchedule') as never, said);
  }
  put(database, 'spread', spread);
}

function container(pod: Field, name: string): Field | undefined {
  return pod
    .at('containers')
    .items()
    .find((each) => each.at('name').text === name);
}

/** What a container may take at most: dbspan asks for as much. What KubeDB gives one that says nothing is left out. */
export function readResources(database: Database, from: Field | undefined): void {
  const limits = from?.at('resources', 'limits');
  const requests = from?.at('resources', 'requests');
  if (!limits || !requests) return;
  const resources: NonNullable<Database['resources']> = {};
  const isDefault =
    database.provider === 'kubedb' &&
    limits.at('memory').text === '1Gi' &&
    requests.at('cpu').text === '500m' &&
    !limits.at('cpu').given;
  if (isDefault) return;
  const memory = limits.at('memory').given ? limits.at('memory') : requests.at('memory');
  put(resources, 'memory', sizeOf(memory.value), memory);
  const cpu = limits.at('cpu');
  if (cpu.text !== undefined || cpu.number !== undefined)
    put(resources, 'cpu', cpu.text ?? String(cpu.number), cpu);
  if (Object.keys(resources).length > 0) put(database, 'resources', resources, from?.at('resources'));
}

function readTls(database: Database, spec: Field, engine: 'mariadb' | 'postgres'): void {
  const issuer = spec.at('tls', 'issuerRef');
  if (!issuer.given) return;
  const kind = issuer.at('kind').text;
  const tls: NonNullable<Database['tls']> = {
    issuer: {
      name: issuer.at('name').text ?? '',
      ...(kind === undefined || kind === 'Issuer' ? {} : { kind: kind as never }),
    },
  };
  const isRequired =
    engine === 'mariadb'
      ? spec.at('requireSSL').flag === true
      : (spec.at('sslMode').text ?? 'verify-full') === 'verify-full';
  if (!isRequired) tls.required = false;
  put(database, 'tls', tls, issuer);
}

function readOwn(
  database: Database,
  spec: Field,
  engine: 'mariadb' | 'postgres',
  policy: Field | undefined,
): void {
  const own: NonNullable<Database['kubedb']> = {};
  if (policy?.text !== undefined && policy.text !== `${database.namespace}-${database.name}`)
    put(own, 'placementPolicy', policy.text, policy);
  const secret = spec.at('configuration', 'secretName');
  const old = spec.at('configSecret', 'name');
  put(own, 'configurationSecret', secret.text ?? old.text, secret.given ? secret : old);
  if (engine === 'mariadb') {
    const method = spec.at('wsrepSSTMethod');
    if (method.text !== undefined && method.text !== 'rsync')
      put(own, 'wsrepSSTMethod', method.text as never, method);
  } else readPostgres(own, spec);
  if (Object.keys(own).length > 0) database.kubedb = own;
}

function readPostgres(own: NonNullable<Database['kubedb']>, spec: Field): void {
  const standby = spec.at('standbyMode');
  if (standby.text !== undefined && standby.text !== 'Hot')
    put(own, 'standbyMode', standby.text as never, standby);
  const streaming = spec.at('streamingMode');
  put(own, 'streamingMode', streaming.text as never, streaming);
  const kept = spec.at('replication', 'walKeepSize');
  if (kept.number !== undefined) put(own, 'walKeepSize', `${kept.number}Mi`, kept);
  const election = spec.at('leaderElection');
  if (!election.given || isUsualElection(election)) return;
  const lag = election.at('maximumLagBeforeFailover');
  const timing: NonNullable<(typeof own)['leaderElection']> = {};
  put(timing, 'period', election.at('period').text, election.at('period'));
  put(timing, 'electionTick', election.at('electionTick').number, election.at('electionTick'));
  put(timing, 'heartbeatTick', election.at('heartbeatTick').number, election.at('heartbeatTick'));
  if (lag.number !== 67108864) put(timing, 'maximumLagBeforeFailover', sizeOf(lag.value), lag);
  put(own, 'leaderElection', timing, election);
}

/** What KubeDB fills in for a block that is not there. */
function isUsualElection(election: Field): boolean {
  return (
    election.at('period').text === '300ms' &&
    election.at('electionTick').number === 10 &&
    election.at('heartbeatTick').number === 1 &&
    election.at('maximumLagBeforeFailover').number === 67108864
  );
}

function settingsOf(spec: Field, engine: 'mariadb' | 'postgres'): ServerText | undefined {
  const files = spec
    .at('configuration', 'inline')
    .entries()
    .filter(([key]) => (engine === 'mariadb' ? key.endsWith('.cnf') : key === 'user.conf'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { text }]) => text ?? '');
  return files.length === 0 ? undefined : readServerText(engine, files.map((text) => `${text}\n`).join(''));
}
