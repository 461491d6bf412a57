import type { Field, Manifest, ManifestSet } from '../manifests/index.js';
import type { DatabasePlan, Plan } from '../plan/index.js';
import {
  type ConfigOption,
  type Engine,
  hidden,
  providerParts,
  readMariadbFile,
  readPostgresFile,
  type ServerConfig,
  type ServerFile,
} from '../server-options/index.js';
import { keySpan, valueSpan } from '../topology/index.js';
import { placesIn } from './file-places.js';
import { operatorFilesIn } from './operator-servers.js';

/** The options under `config` of every database that is compiled. */
export function configsOf({ databases }: Plan): ServerConfig[] {
  return databases.filter(({ source }) => source.config !== undefined).map(configOf);
}

/** The options under `config` of a database; none when there are none. */
export function configOf(database: DatabasePlan): ServerConfig {
  const { name, engine, version, replication, source, sizing } = database;
  const config = source.config ?? {};
  const options = Object.entries(config).map(([option, value]): ConfigOption => {
    return {
      name: option,
      value: textOf(engine, option, value),
      nameSpan: keySpan(config, option),
      valueSpan: valueSpan(config, option),
      secret: false,
    };
  });
  return {
    engine,
    database: name,
    version,
    galera: replication === 'galera',
    options,
    beside: providerBeside(sizing),
    provider: source.provider,
    ...surroundingsOf(database),
  };
}

/** What stands around the options of a provider that has fields for some of them. */
function surroundingsOf(database: DatabasePlan): Pick<ServerConfig, 'surroundings'> {
  switch (database.provider) {
    case 'kubedb':
      return {};
    case 'statefulset':
      return { surroundings: { tls: database.source.tls?.secret !== undefined } };
    case 'mariadb-operator': {
      const tls = database.tls.enabled;
      if (database.multiCluster) return { surroundings: { tls, binlogReaders: 'clusters' } };
      const replicated = database.replication === 'primary-replica';
      return { surroundings: { tls, ...(replicated ? { binlogReaders: 'replicas' } : {}) } };
    }
  }
}

/** The provider options that sizing writes, joined with those of config later. */
function providerBeside({ settings }: DatabasePlan['sizing']): ReadonlyMap<string, string> {
  const written = settings.find(({ option }) => option === 'wsrep_provider_options');
  return new Map(providerParts(String(written?.value ?? '')).map(({ key, value = '' }) => [key, value]));
}

function textOf(engine: Engine, option: string, value: string | number | boolean): string | undefined {
  if (typeof value !== 'boolean') return String(value);
  if (value && engine === 'mariadb' && /^skip[-_]/.test(option)) return undefined;
  const word = value ? 'on' : 'off';
  return engine === 'mariadb' ? word.toUpperCase() : word;
}

/** A remark where what is wrong fits together with what dbspan writes in place of the default. */
export function besideText(written: boolean): string {
  return written ? 'dbspan writes the other one' : '';
}

const filesBySet = new WeakMap<ManifestSet, readonly ServerFile[]>();

/** The configuration files of KubeDB's and mariadb-operator's databases among manifests, each once. */
export function filesIn(manifests: ManifestSet): readonly ServerFile[] {
  const known = filesBySet.get(manifests);
  if (known) return known;
  const files = readFiles(manifests);
  filesBySet.set(manifests, files);
  return files;
}

const kinds = [
  ['MariaDB', 'mariadb'],
  ['Postgres', 'postgres'],
] as const;

function readFiles(manifests: ManifestSet): ServerFile[] {
  const secrets = secretsOf(manifests);
  const databases = new Map<string, Manifest>();
  const used = new Set<string>();
  const files: ServerFile[] = [];
  for (const [kind, engine] of kinds) {
    for (const group of ['kubedb.com', 'gitops.kubedb.com']) {
      for (const database of manifests.of(kind, group)) {
        databases.set(`${kind}/${database.namespace ?? ''}/${database.name}`, database);
        files.push(...inlineFiles(engine, database));
        for (const key of secretKeys(database)) {
          const secret = secrets.get(key);
          if (!secret || used.has(`${engine} ${key}`)) continue;
          used.add(`${engine} ${key}`);
          files.push(...secretFiles(engine, database, secret));
        }
      }
    }
    for (const request of manifests.of(`${kind}OpsRequest`, 'ops.kubedb.com')) {
      const target = request.root.at('spec', 'databaseRef', 'name').text ?? '';
      const database = databases.get(`${kind}/${request.namespace ?? ''}/${target}`);
      const content = request.root.at('spec', 'configuration', 'applyConfig');
      files.push(...filesOf(engine, database ?? request, 'applyConfig', content, String));
    }
  }
  return [...files, ...operatorFilesIn(manifests)];
}

function secretsOf(manifests: ManifestSet): ReadonlyMap<string, Manifest> {
  const secrets = manifests.of('Secret', '');
  return new Map(secrets.map((secret) => [`${secret.namespace ?? ''}/${secret.name}`, secret]));
}

/** Namespace and name of the secrets that a database takes files from. */
function secretKeys({ namespace, root }: Manifest): string[] {
  const spec = root.at('spec');
  return [spec.at('configuration', 'secretName').text, spec.at('configSecret', 'name').text]
    .filter((name) => name !== undefined)
    .map((name) => `${namespace ?? ''}/${name}`);
}

function inlineFiles(engine: Engine, database: Manifest): ServerFile[] {
  return filesOf(engine, database, 'inline', database.root.at('spec', 'configuration', 'inline'), String);
}

function secretFiles(engine: Engine, database: Manifest, secret: Manifest): ServerFile[] {
  const place = secret.root.at('metadata', 'name').span;
  const files = [
    ...filesOf(engine, database, 'secret', secret.root.at('stringData'), String),
    ...filesOf(engine, database, 'secret', secret.root.at('data'), decoded),
  ];
  return files.map((file) => ({ ...file, ...hidden(file, place), keySpan: place }));
}

/** The files of every database of an engine, secrets first; undefined for one of which a secret is not among the manifests. */
export function filesByDatabase(
  manifests: ManifestSet,
): (engine: Engine, database: Manifest) => readonly ServerFile[] | undefined {
  const secrets = secretsOf(manifests);
  return (engine, database) => {
    const files: ServerFile[] = [];
    for (const key of secretKeys(database)) {
      const secret = secrets.get(key);
      if (!secret) return undefined;
      files.push(...secretFiles(engine, database, secret));
    }
    return [...files, ...inlineFiles(engine, database)];
  };
}

/** Text of base64; empty for what is none. */
function decoded(text: string): string {
  try {
    return new TextDecoder().decode(
      Uint8Array.from(atob(text.replace(/\s/g, '')), (letter) => letter.charCodeAt(0)),
    );
  } catch {
    return '';
  }
}

function filesOf(
  engine: Engine,
  database: Manifest,
  carrier: ServerFile['carrier'],
  map: Field,
  read: (text: string) => string,
): ServerFile[] {
  const spec = database.root.at('spec');
  const replicas = spec.at('replicas').number ?? 1;
  const mode = spec.at('topology', 'mode').text;
  return map.entries().flatMap(([key, field]): ServerFile[] => {
    if (field.text === undefined) return [];
    const text = read(field.text);
    const version = spec.at('version').text;
    const content =
      engine === 'mariadb'
        ? readMariadbFile(text, placesIn(field), version)
        : readPostgresFile(text, placesIn(field));
    return [
      {
        engine,
        database: database.name,
        version,
        galera: engine === 'mariadb' && replicas > 1 && mode !== 'MariaDBReplication',
        options: content.options,
        unreadable: content.unreadable,
        provider: 'kubedb',
        key,
        carrier,
        keySpan: field.keySpan,
      },
    ];
  });
}
