import type { Report, Span } from '../../diagnostics/index.js';
import { type Database, headSpan, keySpan, valueSpan } from '../../topology/index.js';
import { replicaCount } from '../databases.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { foreignFields } from './provider-fields.js';

type Engine = Database['engine'];

const messages = {
  block: (p: { database: string; block: string; provider: string }) =>
    `${p.database} has a block for ${p.block}, but ${p.provider} runs it`,
  field: (p: { database: string; field: string; provider: string }) =>
    `${p.database} has ${p.field}, which ${p.provider} cannot set`,
  version: (p: { database: string }) => `${p.database} has no version, which kubedb needs`,
  twice: (p: { database: string }) => `${p.database} says both a version and an image`,
  key: (p: { key: string }) => `kubedb reads the password under the key password, not ${p.key}`,
  password: (p: { database: string }) => `${p.database} names no secret with the administrator's password`,
  replication: (p: { engine: Engine; provider: string; replicas: number; replication: string }) =>
    p.replicas === 1
      ? `one replica cannot be of replication ${p.replication}`
      : `${p.provider} cannot run ${p.replicas} ${engineNames[p.engine]} replicas with replication ${p.replication}`,
  engine: (p: { fields: readonly string[]; of: Engine; database: string; engine: Engine }) =>
    `${firstOf(p.fields)} ${p.fields.length === 1 ? 'is a setting' : 'are settings'} of ${engineNames[p.of]}, but ${p.database} is a ${engineNames[p.engine]}`,
  runs: (p: { database: string; engine: Engine; provider: string }) =>
    `${p.provider} runs no ${engineNames[p.engine]}: ${p.database}`,
};

const engineNames: Readonly<Record<Engine, string>> = { mariadb: 'MariaDB', postgres: 'Postgres' };

/** Each provider is asked only for what it can do. */
export const field = defineRule({
  id: 'provider/field',
  severity: 'error',
  why: 'the provider would refuse the database, or drop the field and run it otherwise than the file says',
  source:
    'kubedb/apimachinery apis/kubedb/v1/mariadb_types.go, apis/kubedb/v1/postgres_types.go, pkg/webhooks/kubedb/v1/mariadb.go; mariadb-operator/mariadb-operator api/v1alpha1/mariadb_types.go',
  messages,
  checkTopology({ databases }, report) {
    for (const database of databases) {
      // With the block of another provider that one was meant, and then nothing else is wrong.
      if (checkBlocks(database, report)) continue;
      checkFields(database, report);
      if (database.provider === 'kubedb') {
        checkVersion(database, report);
        checkPasswordKey(database, report);
      } else {
        checkImage(database, report);
        if (!checkRuns(database, report)) continue;
      }
      if (database.provider === 'statefulset') checkPassword(database, report);
      // Settings of the other engine may mean that the engine is wrong, and then the replication is not.
      if (!checkEngine(database, report)) checkReplication(database, report);
    }
  },
});

/** The block of each provider. */
const blocks = {
  kubedb: 'kubedb',
  mariadbOperator: 'mariadb-operator',
  statefulset: 'statefulset',
} as const satisfies Partial<Record<keyof Database, Database['provider']>>;

function checkBlocks(database: Database, report: Report<typeof messages>): boolean {
  const { name, provider } = database;
  let found = false;
  for (const [block, owner] of Object.entries(blocks) as [keyof typeof blocks, Database['provider']][]) {
    if (owner === provider || database[block] === undefined) continue;
    found = true;
    report('block', { database: name, block: owner, provider })
      .at(keySpan(database, block))
      .related(valueSpan(database, 'provider'), 'the provider')
      .fix(`write provider: ${owner}, or remove the block`);
  }
  return found;
}

/** Versions that the catalogue of the newest release has. */
const exampleVersion = { mariadb: '11.8.5', postgres: '17.9-bookworm' } as const satisfies Record<
  Engine,
  string
>;

function checkFields(database: Database, report: Report<typeof messages>): void {
  const { name, provider } = database;
  for (const { field: path, span, fix } of foreignFields(database, exampleVersion[database.engine])) {
    report('field', { database: name, field: path, provider }).at(span).fix(fix);
  }
}

/** An image in its place is the same mistake, and reported already. */
function checkVersion(database: Database, report: Report<typeof messages>): void {
  if (database.version !== undefined || database.image !== undefined) return;
  report('version', { database: database.name })
    .at(headSpan(database))
    .fix(`add a version of KubeDB's catalogue, such as version: "${exampleVersion[database.engine]}"`);
}

function checkImage(database: Database, report: Report<typeof messages>): void {
  if (database.version === undefined || database.image === undefined) return;
  report('twice', { database: database.name })
    .at(valueSpan(database, 'image'))
    .related(valueSpan(database, 'version'), 'the version')
    .fix('remove one of the two: the image decides the version');
}

/** The providers beside KubeDB run MariaDB alone. */
function checkRuns(database: Database, report: Report<typeof messages>): boolean {
  const { name, engine, provider } = database;
  if (engine === 'mariadb') return true;
  report('runs', { database: name, engine, provider })
    .at(valueSpan(database, 'engine'))
    .related(valueSpan(database, 'provider'), 'the provider')
    .fix('write engine: mariadb, or provider: kubedb');
  return false;
}

function checkPasswordKey({ rootPasswordSecret }: Database, report: Report<typeof messages>): void {
  const key = rootPasswordSecret?.key ?? 'password';
  if (!rootPasswordSecret || key === 'password') return;
  report('key', { key })
    .at(valueSpan(rootPasswordSecret, 'key'))
    .fix(
      'remove it, and give the secret the type kubernetes.io/basic-auth with the keys username and password',
    );
}

/** Nobody makes the secret: there is no operator. */
function checkPassword(database: Database, report: Report<typeof messages>): void {
  const { name, rootPasswordSecret } = database;
  if (rootPasswordSecret) return;
  report('password', { database: name })
    .at(headSpan(database))
    .fix(`add rootPasswordSecret: {name: ${name}-root, key: password}, and make that secret yourself`);
}

type Replication = NonNullable<Database['replication']>;

/** What each provider can do with one replica, and with several; the usual one first. */
const several: Readonly<Record<Database['provider'], (engine: Engine) => readonly Replication[]>> = {
  kubedb: (engine) => [engine === 'mariadb' ? 'galera' : 'primary-replica'],
  'mariadb-operator': () => ['galera', 'primary-replica'],
  statefulset: () => ['galera'],
};

function checkReplication(database: Database, report: Report<typeof messages>): void {
  const { engine, replication, placement, provider } = database;
  const replicas =
    provider === 'kubedb'
      ? replicaCount(placement)
      : Math.max(...placement.map((each) => replicaCount([each])));
  const possible: readonly Replication[] = replicas === 1 ? ['none'] : several[provider](engine);
  if (replication === undefined || possible.includes(replication)) return;
  report('replication', { engine, provider, replicas, replication })
    .at(valueSpan(database, 'replication'))
    .fix(`write ${possible.join(' or ')}, or remove it`);
}

/** Settings that exist in one engine only. */
const ofEngine = {
  mariadb: { sizing: ['bufferPool', 'gcache'], kubedb: ['wsrepSSTMethod'] },
  postgres: {
    sizing: ['sharedBuffers', 'workMem'],
    kubedb: ['standbyMode', 'streamingMode', 'leaderElection', 'walKeepSize'],
  },
} as const;

/** Reports all settings of the other engine at once. True when there are any. */
function checkEngine(database: Database, report: Report<typeof messages>): boolean {
  const { name, engine, sizing, kubedb } = database;
  const of = engine === 'mariadb' ? 'postgres' : 'mariadb';
  const wrong: { readonly field: string; readonly span: Span }[] = [];
  for (const key of ofEngine[of].sizing) {
    if (sizing?.[key] !== undefined) wrong.push({ field: `sizing.${key}`, span: keySpan(sizing, key) });
  }
  for (const key of ofEngine[of].kubedb) {
    if (kubedb?.[key] !== undefined) wrong.push({ field: `kubedb.${key}`, span: keySpan(kubedb, key) });
  }
  const [first, ...others] = wrong;
  if (!first) return false;
  const open = report('engine', { fields: wrong.map(({ field }) => field), of, database: name, engine })
    .at(first.span)
    .related(valueSpan(database, 'engine'), 'the engine');
  for (const { field, span } of others) open.related(span, field);
  open.fix(
    others.length === 0
      ? (substitutes[first.field] ?? 'remove it')
      : database.provider === 'kubedb'
        ? `write engine: ${of}, or remove them`
        : 'remove them',
  );
  return true;
}

const substitutes: Readonly<Record<string, string>> = {
  'sizing.bufferPool': 'write sharedBuffers, a size, instead',
  'sizing.sharedBuffers': 'write bufferPool, a size or a share such as 70%, instead',
};
