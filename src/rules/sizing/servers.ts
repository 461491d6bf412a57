import type { Span } from '../../diagnostics/index.js';
import type { Field, ManifestSet } from '../../manifests/index.js';
import { quantity } from '../../manifests/quantity.js';
import type { DatabasePlan, Plan } from '../../plan/index.js';
import {
  type ConfigOption,
  type Engine,
  mariadbName,
  providerParts,
  type ServerFile,
  type ServerProvider,
} from '../../server-options/index.js';
import {
  cores,
  type GivenOption,
  type Mebibytes,
  mebibytes,
  type ServerSizing,
  type SizingRequest,
  sizeServer,
} from '../../sizing/index.js';
import { headSpan, valueSpan } from '../../topology/index.js';
import { type DatabaseObject, databaseObjects } from '../database-objects.js';
import { type OperatorServer, operatorFilesOf, operatorServers } from '../operator-servers.js';
import { configOf, filesByDatabase } from '../server-configs.js';
import { isLocalPath } from '../storage-classes.js';
import { amountIn } from './amount-fields.js';
import { operatorRequest } from './operator-request.js';

/** A figure that somebody asked for. */
export interface Asked {
  /** As it is written: `sizing.maxConnections`, `sort-buffer-size`. */
  readonly field: string;
  /** The option it stands for, with underscores; `data` and `wal_keep_size` for those that are none. */
  readonly key: string;
  readonly text: string;
  readonly span: Span;
  /** Name of the option it is; undefined for a field of another kind. */
  readonly option: string | undefined;
  /** True when it stands in a Secret: its value is not printed. */
  readonly secret: boolean;
}

/** An amount and where it was said. */
export interface Amount {
  readonly text: string;
  /** Undefined for a default. */
  readonly span: Span | undefined;
}

/** A server that is held against its container and its volume, of a topology or among manifests. */
export interface SizedServer {
  readonly name: string;
  readonly origin: 'topology' | 'manifests';
  readonly engine: Engine;
  readonly provider: ServerProvider;
  readonly request: SizingRequest;
  readonly sizing: ServerSizing;
  /** What was asked for, each option once: what is in force. */
  readonly asked: readonly Asked[];
  readonly memory: Amount;
  /** False for a container that may take what the node has: there is no budget to hold it against. */
  readonly limited: boolean;
  readonly volume: Amount | undefined;
  /** False where the class of the volumes gives as much as the node has, whatever is asked for. */
  readonly volumeEnforced: boolean;
  /** Where the server stands as a whole. */
  readonly span: Span;
  readonly replicas: number;
  /** True when replicas are in more than one cluster. */
  readonly spread: boolean;
  /** Names of environment variables of the container; undefined where they are not known, or dbspan's to write. */
  readonly environment: ReadonlySet<string> | undefined;
  readonly namespace: string | undefined;
  /** Connections that the provider's own accounts take: those of its exporter, its operator and its probes. */
  readonly ownConnections: number;
  /** How replicas take a full copy, as the object says it. */
  readonly fullCopies: string | undefined;
  /** Texts of its option files, as far as they stand in the object. */
  readonly texts: readonly Field[];
}

const ofPlans = new WeakMap<Plan, readonly SizedServer[]>();
const ofManifests = new WeakMap<ManifestSet, readonly SizedServer[]>();

/** The servers of a plan of which is known how much memory they may take. */
export function serversOf(plan: Plan): readonly SizedServer[] {
  return allServersOf(plan).filter(({ limited }) => limited);
}

/** The servers of a plan, each database once: its replicas are sized alike. */
export function allServersOf(plan: Plan): readonly SizedServer[] {
  const known = ofPlans.get(plan);
  if (known) return known;
  const servers = plan.databases
    .filter(isKnown)
    .map((database) => ofPlan(database, configOf(database).options));
  ofPlans.set(plan, servers);
  return servers;
}

/** What a secret says nobody here knows. In mode guaranteed what dbspan writes stands beside it. */
function isKnown({ source, sizingRequest }: DatabasePlan): boolean {
  return source.kubedb?.configurationSecret === undefined || sizingRequest.mode === 'guaranteed';
}

function ofPlan(database: DatabasePlan, options: readonly ConfigOption[]): SizedServer {
  const { name, engine, source, sizingRequest, sizing } = database;
  const { resources, storage } = source;
  // KubeDB gives memory to a container that asks for none; for the others the plan does, in mode guaranteed.
  const limited = database.provider === 'kubedb' || database.resources.memory !== undefined;
  return {
    name,
    origin: 'topology',
    engine,
    provider: source.provider,
    request: sizingRequest,
    sizing,
    asked: inForce([...askedFields(source), ...askedOptions(engine, options)]),
    memory:
      resources?.memory === undefined
        ? { text: defaultText(database), span: undefined }
        : { text: resources.memory, span: valueSpan(resources, 'memory') },
    limited,
    volume: { text: storage.size, span: valueSpan(storage, 'size') },
    // A replica of KubeDB may move to a cluster with another class.
    volumeEnforced:
      database.provider === 'kubedb' ||
      !database.placements.every(({ storageClass }) => isLocalPath(storageClass)),
    span: source.sizing?.mode === undefined ? valueSpan(source, 'name') : valueSpan(source.sizing, 'mode'),
    replicas: database.replicas,
    spread: sizingRequest.acrossClusters,
    environment: undefined,
    namespace: database.namespace,
    ownConnections: database.provider === 'mariadb-operator' ? operatorConnections(database.metrics) : 0,
    fullCopies: undefined,
    texts: [],
  };
}

/** What is said of the memory of a database that asks for none. */
function defaultText({ provider, resources }: DatabasePlan): string {
  if (provider === 'kubedb') return defaultMemoryText;
  return resources.memory === undefined ? noLimit : '1Gi, the default';
}

const defaultMemoryText = "1Gi, KubeDB's default";
const defaultMemory = mebibytes(1024);
const noLimit = 'no limit';

/** Fields of a topology and the options they stand for. */
const fields = [
  ['bufferPool', 'innodb_buffer_pool_size'],
  ['maxConnections', 'max_connections'],
  ['sharedBuffers', 'shared_buffers'],
  ['workMem', 'work_mem'],
  ['gcache', 'gcache.size'],
  ['data', 'data'],
] as const;

function askedFields({ sizing, kubedb }: DatabasePlan['source']): Asked[] {
  const asked: Asked[] = [];
  for (const [field, key] of fields) {
    const value = sizing?.[field];
    if (sizing === undefined || value === undefined) continue;
    const text = typeof value === 'object' ? `${value.rideOut} of ${value.writeRate}/s` : String(value);
    const span = typeof value === 'object' ? headSpan(value) : valueSpan(sizing, field);
    asked.push({ field: `sizing.${field}`, key, text, span, option: undefined, secret: false });
  }
  if (kubedb?.walKeepSize !== undefined) {
    asked.push({
      field: 'kubedb.walKeepSize',
      key: 'wal_keep_size',
      text: kubedb.walKeepSize,
      span: valueSpan(kubedb, 'walKeepSize'),
      option: undefined,
      secret: false,
    });
  }
  return asked;
}

/** The options of a server, those within wsrep_provider_options one by one. */
export function askedOptions(engine: Engine, options: readonly ConfigOption[]): Asked[] {
  return options.flatMap(({ name, value, valueSpan: span, secret, parts }): Asked[] => {
    const key = engine === 'mariadb' ? mariadbName(name).key.replaceAll('-', '_') : name.toLowerCase();
    if (key === 'wsrep_provider_options') {
      return providerParts(value ?? '').map((part) => {
        const text = part.value ?? '';
        const place = parts?.get(part.key)?.valueSpan ?? span;
        return { field: part.key, key: part.key, text, span: place, option: name, secret };
      });
    }
    return [{ field: name, key, text: value ?? 'ON', span, option: name, secret }];
  });
}

/** Of two for the same option the later one. */
function inForce(asked: readonly Asked[]): Asked[] {
  return [...new Map(asked.map((each) => [each.key, each])).values()];
}

/** The servers among manifests of which is known how much memory they may take. */
export function serversIn(manifests: ManifestSet): readonly SizedServer[] {
  return allServersIn(manifests).filter(({ limited }) => limited);
}

/** The databases of KubeDB and of mariadb-operator among manifests, as far as their configuration is known. */
export function allServersIn(manifests: ManifestSet): readonly SizedServer[] {
  const known = ofManifests.get(manifests);
  if (known) return known;
  const filesOf = filesByDatabase(manifests);
  const servers = databaseObjects(manifests).flatMap((database) => {
    const files = filesOf(database.engine, database.manifest);
    return files === undefined ? [] : (ofObject(database, files) ?? []);
  });
  const operatorFiles = operatorFilesOf(manifests);
  for (const server of operatorServers(manifests)) {
    const files = operatorFiles(server);
    const sized = files && ofOperator(server, files);
    if (sized) servers.push(sized);
  }
  ofManifests.set(manifests, servers);
  return servers;
}

function ofOperator(server: OperatorServer, files: readonly ServerFile[]): SizedServer | undefined {
  const { name, namespace, spec, manifest, replicas } = server;
  const found = operatorRequest(server, files);
  if (!found) return undefined;
  const { request, memory, storage } = found;
  const options = files.flatMap((file) => file.options);
  const myCnf = spec.at('myCnf');
  return {
    name,
    origin: 'manifests',
    engine: 'mariadb',
    provider: 'mariadb-operator',
    request,
    sizing: sizeServer(request),
    asked: inForce(askedOptions('mariadb', options)),
    memory: memory ?? { text: noLimit, span: undefined },
    limited: memory !== undefined,
    volume: request.volume === undefined ? undefined : { text: String(storage.value), span: storage.span },
    volumeEnforced: !isLocalPath(spec.at('storage', 'storageClassName').text),
    span: manifest.root.at('metadata', 'name').span,
    replicas,
    spread: false,
    environment: operatorEnvironment(spec),
    namespace,
    ownConnections: operatorConnections(spec.at('metrics', 'enabled').flag === true),
    fullCopies: request.galera ? (spec.at('galera', 'sst').text ?? 'mariabackup') : undefined,
    texts: myCnf.text === undefined ? [] : [myCnf],
  };
}

/**
 * Connections that mariadb-operator takes itself: one of its own, one of a probe and the three that its exporter may have.
 * Source: mariadb-operator api/v1alpha1/mariadb_types.go
 */
export function operatorConnections(hasExporter: boolean): number {
  return hasExporter ? 5 : 2;
}

/** Not known where it comes from elsewhere. */
function operatorEnvironment(spec: Field): ReadonlySet<string> | undefined {
  if (spec.at('envFrom').given) return undefined;
  const entries = spec.at('env').items();
  return new Set(entries.map((each) => each.at('name').text ?? ''));
}

function ofObject(database: DatabaseObject, files: readonly ServerFile[]): SizedServer | undefined {
  const { name, namespace, engine, spec, replicas, distributed, manifest } = database;
  // pgtune of the operator writes figures of its own.
  if (spec.at('configuration', 'tuning').given) return undefined;
  const containers = spec.at('podTemplate', 'spec', 'containers').items();
  const container = containers.find((each) => each.at('name').text === engine);
  const memory = memoryOf(container);
  const storage = spec.at('storage', 'resources', 'requests', 'storage');
  const volume = amountIn(storage);
  if (memory === undefined) return undefined;
  const options = files.flatMap((file) => file.options);
  const cpu = quantity(container?.at('resources', 'limits', 'cpu').value)?.nano;
  const request: SizingRequest = {
    engine,
    mode: 'asIs',
    memory: memory.size,
    version: spec.at('version').text,
    cores: cpu === undefined ? undefined : cores(Number(cpu) / 1e9),
    workload: 'oltp',
    galera: engine === 'mariadb' && replicas > 1 && spec.at('topology', 'mode').text !== 'MariaDBReplication',
    standbys: engine === 'postgres' && replicas > 1,
    acrossClusters: distributed,
    roundTrip: undefined,
    connections: undefined,
    pool: undefined,
    sharedBuffers: undefined,
    operatorBuffers: engine === 'postgres' ? mebibytes(memory.size / 4) : undefined,
    workMem: undefined,
    gcache: undefined,
    volume,
    data: undefined,
    keptWal: engine === 'postgres' ? keptWal(spec.at('replication')) : undefined,
    options: options.map(({ name: option, value }): GivenOption => ({ name: option, value: value ?? true })),
  };
  return {
    name,
    origin: 'manifests',
    engine,
    provider: 'kubedb',
    request,
    sizing: sizeServer(request),
    asked: inForce([...askedWal(spec.at('replication')), ...askedOptions(engine, options)]),
    memory,
    limited: true,
    volume: volume === undefined ? undefined : { text: String(storage.value), span: storage.span },
    volumeEnforced: true,
    span: manifest.root.at('metadata', 'name').span,
    replicas,
    spread: distributed,
    environment: environmentOf(container, containers),
    namespace,
    ownConnections: 0,
    fullCopies: replicas > 1 ? spec.at('wsrepSSTMethod').text : undefined,
    texts: spec
      .at('configuration', 'inline')
      .entries()
      .map(([, file]) => file),
  };
}

/** Not known where another container stands in the place of the server's. */
function environmentOf(
  container: Field | undefined,
  containers: readonly Field[],
): ReadonlySet<string> | undefined {
  if (!container && containers.length > 0) return undefined;
  return new Set(
    container
      ?.at('env')
      .items()
      .map((each) => each.at('name').text ?? ''),
  );
}

/** The limit; KubeDB raises it to the request, and gives 1Gi where neither is said. Undefined for what is no amount. */
function memoryOf(container: Field | undefined): (Amount & { readonly size: Mebibytes }) | undefined {
  const said = ['limits', 'requests']
    .map((list) => container?.at('resources', list, 'memory'))
    .filter((field) => field?.given === true);
  if (said.length === 0) return { text: defaultMemoryText, span: undefined, size: defaultMemory };
  let largest: (Amount & { readonly size: Mebibytes }) | undefined;
  for (const field of said) {
    const size = field && amountIn(field);
    if (!field || size === undefined) return undefined;
    if (!largest || size > largest.size) largest = { text: String(field.value), span: field.span, size };
  }
  return largest;
}

/** MB that a WAL segment has. */
const segment = 16;

/** WAL that KubeDB makes a Postgres keep. Slots keep what a standby has not read, which nobody can tell. */
function keptWal(replication: Field): Mebibytes {
  const policy = replication.at('walLimitPolicy').text ?? 'WALKeepSize';
  if (policy === 'WALKeepSize') return mebibytes(replication.at('walKeepSize').number ?? 1536);
  if (policy === 'WALKeepSegment')
    return mebibytes((replication.at('walKeepSegment').number ?? 96) * segment);
  return mebibytes(Math.max(0, replication.at('maxSlotWALKeepSize').number ?? 0));
}

function askedWal(replication: Field): Asked[] {
  return ['walKeepSize', 'walKeepSegment', 'maxSlotWALKeepSize']
    .map((name) => [name, replication.at(name)] as const)
    .filter(([, field]) => field.number !== undefined)
    .slice(0, 1)
    .map(([name, field]) => ({
      field: `replication.${name}`,
      key: 'wal_keep_size',
      text: String(field.number),
      span: field.span,
      option: undefined,
      secret: false,
    }));
}
