import type { Field, Manifest, ManifestSet } from '../manifests/index.js';
import { serverVersionOfImage } from '../plan/index.js';
import {
  type ConfigOption,
  type ConfigPart,
  readMariadbFile,
  type ServerConfig,
  type ServerFile,
  type Surroundings,
} from '../server-options/index.js';
import { placesIn } from './file-places.js';

/** A MariaDB of mariadb-operator among the manifests. */
export interface OperatorServer {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly manifest: Manifest;
  readonly spec: Field;
  readonly replicas: number;
  readonly galera: boolean;
  /** Undefined where the image does not say it. */
  readonly version: string | undefined;
}

/** Series of the image that the operator takes when the object names none. Source: mariadb-operator 26.6.0, mariadb:11.8.8 */
const usualSeries = '11.8';

/** The databases of mariadb-operator in a set. */
export function operatorServers(manifests: ManifestSet): OperatorServer[] {
  return manifests.of('MariaDB', 'k8s.mariadb.com').map((manifest) => {
    const { name, namespace, root } = manifest;
    const spec = root.at('spec');
    const image = spec.at('image').text;
    return {
      name,
      namespace,
      manifest,
      spec,
      replicas: spec.at('replicas').number ?? 1,
      galera: spec.at('galera', 'enabled').flag === true,
      version: image ? serverVersionOfImage(image).version : usualSeries,
    };
  });
}

/** What the operator does with a server beside its options. */
function surroundingsOf({ spec, galera }: OperatorServer): Surroundings {
  const tls = spec.at('tls');
  const others = spec.at('multiCluster', 'enabled').flag === true;
  const standbys = !galera && spec.at('replication', 'enabled').flag === true;
  const readers = others ? 'clusters' : standbys ? 'replicas' : undefined;
  return {
    port: spec.at('port').number ?? 3306,
    // A list of its fields without this one turns it off.
    tls: tls.given ? tls.at('enabled').flag === true : true,
    ...(readers ? { binlogReaders: readers } : {}),
    said: saidIn(spec),
  };
}

/** Options of which the object has fields that may be left out. */
const fieldsOfOptions = [
  ['wsrep-slave-threads', 'galera.replicaThreads'],
  ['default-time-zone', 'timeZone'],
  ['sync-binlog', 'replication.syncBinlog'],
  ['gtid-strict-mode', 'replication.gtidStrictMode'],
] as const;

function saidIn(spec: Field): NonNullable<Surroundings['said']> {
  const said = new Map<string, { field: string; value: string }>();
  for (const [key, field] of fieldsOfOptions) {
    const { given, value } = spec.at(...field.split('.'));
    // What is neither text nor a number is the schema's to refuse.
    if (given && (typeof value !== 'object' || value === null))
      said.set(key, { field, value: String(value) });
  }
  return said;
}

function configOf(server: OperatorServer): Omit<ServerConfig, 'options'> {
  const { name, version, galera } = server;
  return {
    engine: 'mariadb',
    database: name,
    version,
    galera,
    provider: 'mariadb-operator',
    surroundings: surroundingsOf(server),
  };
}

/** The option files of a server and the options that are fields of it; undefined when a file is not among the manifests. */
export type OperatorFiles = (server: OperatorServer) => readonly ServerFile[] | undefined;

/** Reads the files of servers from the objects and the ConfigMaps of a set. */
export function operatorFilesOf(manifests: ManifestSet): OperatorFiles {
  const maps = new Map(
    manifests.of('ConfigMap', '').map((map) => [`${map.namespace ?? ''}/${map.name}`, map]),
  );
  return (server) => {
    const { spec, namespace } = server;
    const reference = spec.at('myCnfConfigMapKeyRef');
    const inline = spec.at('myCnf');
    const fields = providerFile(server);
    // The operator puts what stands in the object in the place of what the ConfigMap has.
    if (inline.text !== undefined) {
      const key = reference.at('key');
      const place = key.given ? key : inline;
      return [textFile(server, key.text ?? 'my.cnf', 'inline', inline, place), ...fields];
    }
    if (!reference.given) return fields;
    const key = reference.at('key').text ?? '';
    const map = maps.get(`${namespace ?? ''}/${reference.at('name').text ?? ''}`);
    const text = map?.root.at('data', key);
    if (text?.text === undefined) return undefined;
    return [textFile(server, key, 'configMap', text, reference.at('key')), ...fields];
  };
}

/** The files of all servers that are among the manifests, a ConfigMap of several servers once. */
export function operatorFilesIn(manifests: ManifestSet): ServerFile[] {
  const filesOf = operatorFilesOf(manifests);
  const used = new Set<string>();
  return operatorServers(manifests).flatMap((server) => {
    const files = filesOf(server);
    if (files === undefined) return providerFile(server);
    return files.filter(({ carrier, key }) => {
      if (carrier !== 'configMap') return true;
      const name = server.spec.at('myCnfConfigMapKeyRef', 'name').text ?? '';
      const identity = `${server.namespace ?? ''}/${name}/${key}`;
      if (used.has(identity)) return false;
      used.add(identity);
      return true;
    });
  });
}

function textFile(
  server: OperatorServer,
  key: string,
  carrier: ServerFile['carrier'],
  field: Field,
  name: Field,
): ServerFile {
  const { options, unreadable } = readMariadbFile(field.text ?? '', placesIn(field), server.version);
  const keySpan = carrier === 'inline' && name === field ? field.keySpan : name.span;
  return { ...configOf(server), options, unreadable, key, carrier, keySpan };
}

/** The options of Galera's library, as the one string that the operator makes of them. */
function providerFile(server: OperatorServer): ServerFile[] {
  const field = server.spec.at('galera', 'providerOptions');
  const parts = new Map<string, ConfigPart>();
  for (const [key, { value, span, keySpan }] of field.entries()) {
    if (typeof value === 'object' || value === undefined) continue;
    parts.set(key, { value: String(value), nameSpan: keySpan, valueSpan: span });
  }
  if (parts.size === 0 || !server.galera) return [];
  const option: ConfigOption = {
    name: 'wsrep_provider_options',
    value: [...parts]
      .filter(([key, { value }]) => standsInString(key) && !key.includes('=') && standsInString(value))
      .map(([key, { value }]) => `${key}=${value}`)
      .join(';'),
    nameSpan: field.keySpan,
    valueSpan: field.span,
    secret: false,
    parts,
  };
  return [
    {
      ...configOf(server),
      options: [option],
      unreadable: [],
      key: 'providerOptions',
      carrier: 'map',
      keySpan: field.keySpan,
    },
  ];
}

/** True for what the operator can put between semicolons on a line in quotes, which it does as it stands. */
export function standsInString(text: string): boolean {
  return /^[^;"\\\r\n]+$/.test(text) && text.trim() !== '';
}
