import type { Report, Span } from '../../diagnostics/index.js';
import { type Database, headSpan, keySpan, valueSpan } from '../../topology/index.js';
import { replicaCount } from '../databases.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

type Engine = Database['engine'];

const messages = {
  block: (p: { database: string; provider: string }) =>
    `${p.database} has a block for kubedb, but ${p.provider} runs it`,
  field: (p: { database: string; field: string }) => `${p.database} has ${p.field}, which kubedb cannot set`,
  version: (p: { database: string }) => `${p.database} has no version, which kubedb needs`,
  key: (p: { key: string }) => `kubedb reads the password under the key password, not ${p.key}`,
  replication: (p: { engine: Engine; replicas: number; replication: string }) =>
    p.replicas === 1
      ? `one replica cannot be of replication ${p.replication}`
      : `kubedb cannot run ${p.replicas} ${engineNames[p.engine]} replicas with replication ${p.replication}`,
  engine: (p: { fields: readonly string[]; of: Engine; database: string; engine: Engine }) =>
    `${firstOf(p.fields)} ${p.fields.length === 1 ? 'is a setting' : 'are settings'} of ${engineNames[p.of]}, but ${p.database} is a ${engineNames[p.engine]}`,
};

const engineNames: Readonly<Record<Engine, string>> = { mariadb: 'MariaDB', postgres: 'Postgres' };

/** Each provider is asked only for what it can do. */
export const field = defineRule({
  id: 'provider/field',
  severity: 'error',
  why: 'KubeDB would refuse the database, or drop the field and run it otherwise than the file says',
  source:
    'kubedb/apimachinery apis/kubedb/v1/mariadb_types.go, apis/kubedb/v1/postgres_types.go, pkg/webhooks/kubedb/v1/mariadb.go',
  messages,
  checkTopology({ databases }, report) {
    for (const database of databases) {
      if (database.provider !== 'kubedb') {
        checkBlock(database, report);
        continue;
      }
      checkFields(database, report);
      checkVersion(database, report);
      checkPasswordKey(database, report);
      // Settings of the other engine may mean that the engine is wrong, and then the replication is not.
      if (!checkEngine(database, report)) checkReplication(database, report);
    }
  },
});

function checkBlock(database: Database, report: Report<typeof messages>): void {
  const { name, provider } = database;
  if (!database.kubedb) return;
  report('block', { database: name, provider })
    .at(keySpan(database, 'kubedb'))
    .related(valueSpan(database, 'provider'), 'the provider')
    .fix('write provider: kubedb, or remove the block');
}

/** Versions that the catalogue of the newest release has. */
const exampleVersion = { mariadb: '11.8.5', postgres: '17.9-bookworm' } as const satisfies Record<
  Engine,
  string
>;

function checkFields(database: Database, report: Report<typeof messages>): void {
  const { name, namespace, engine } = database;
  const remedies = {
    image:
      database.version === undefined
        ? `write a version of KubeDB's catalogue instead, such as version: "${exampleVersion[engine]}"`
        : 'remove it; the version decides the image',
    probes: 'remove it; KubeDB sets the probes itself',
    service: `remove it; clients reach the service ${name}.${namespace}.svc that KubeDB makes`,
  } as const;
  for (const key of ['image', 'probes', 'service'] as const) {
    if (database[key] === undefined) continue;
    report('field', { database: name, field: key }).at(keySpan(database, key)).fix(remedies[key]);
  }
}

/** An image in its place is the same mistake, and reported already. */
function checkVersion(database: Database, report: Report<typeof messages>): void {
  if (database.version !== undefined || database.image !== undefined) return;
  report('version', { database: database.name })
    .at(headSpan(database))
    .fix(`add a version of KubeDB's catalogue, such as version: "${exampleVersion[database.engine]}"`);
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

function checkReplication(database: Database, report: Report<typeof messages>): void {
  const { engine, replication, placement } = database;
  const replicas = replicaCount(placement);
  const possible = replicas === 1 ? 'none' : engine === 'mariadb' ? 'galera' : 'primary-replica';
  if (replication === undefined || replication === possible) return;
  report('replication', { engine, replicas, replication })
    .at(valueSpan(database, 'replication'))
    .fix(`write ${possible}, or remove it`);
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
    others.length > 0 ? `write engine: ${of}, or remove them` : (substitutes[first.field] ?? 'remove it'),
  );
  return true;
}

const substitutes: Readonly<Record<string, string>> = {
  'sizing.bufferPool': 'write sharedBuffers, a size, instead',
  'sizing.sharedBuffers': 'write bufferPool, a size or a share such as 70%, instead',
};
