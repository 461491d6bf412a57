import type { Span } from '../../diagnostics/index.js';
import type { Field, Manifest, ManifestSet } from '../../manifests/index.js';
import type { DatabasePlan, Plan } from '../../plan/index.js';
import { optionKey } from '../../sizing/index.js';
import { bytes, valueSpan } from '../../topology/index.js';

/** What a server keeps on its volume beside the data. */
export interface VolumeUse {
  readonly name: string;
  readonly engine: 'mariadb' | 'postgres';
  /** Bytes of the volume. */
  readonly volume: number;
  readonly volumeText: string;
  readonly span: Span;
  /** The parts of what the server keeps for itself. */
  readonly parts: readonly VolumePart[];
}

/** One of them. */
export interface VolumePart {
  /** In words: `WAL for standbys`. */
  readonly what: string;
  /** Bytes. */
  readonly size: number;
  /** Where it was said; undefined for a default. */
  readonly span: Span | undefined;
  /** True when the server may hold less of it, or the same bytes count in another part. */
  readonly atMost?: boolean;
}

const mebibyte = 2 ** 20;

/** KubeDB keeps so much WAL when nothing is said. Source: kubedb/apimachinery apis/kubedb/v1/postgres_helpers.go */
const defaultWal = 1536 * mebibyte;

/** max_wal_size of Postgres when nothing is said. */
const defaultCheckpointWal = 1024 * mebibyte;

/** Size of Galera's cache when nothing is said, as the provider 26.4.23 prints it. */
const defaultGcache = 128 * mebibyte;

/** A data directory of MariaDB with nothing in it, its redo log of 96 MiB included; measured with 10.11.19 and 11.8.6. */
const emptyDirectory = 126 * mebibyte;
const redoOfIt = 96 * mebibyte;

/** How much each server of a plan keeps for itself, as far as the topology says. */
export function volumeUses({ databases }: Plan): VolumeUse[] {
  return databases.map((database): VolumeUse => {
    const { source } = database;
    return {
      name: database.name,
      engine: database.engine,
      volume: bytes(source.storage.size),
      volumeText: source.storage.size,
      span: valueSpan(source.storage, 'size'),
      parts: database.engine === 'postgres' ? walOfPlan(database) : mariadbOfPlan(database),
    };
  });
}

function walOfPlan({ source }: DatabasePlan): VolumePart[] {
  const asked = source.kubedb?.walKeepSize;
  const config = source.config ?? {};
  const name = Object.keys(config).find((each) => each.toLowerCase() === 'max_wal_size');
  const text = name === undefined ? undefined : String(config[name]);
  return [
    {
      what: 'WAL for standbys',
      size: asked === undefined ? defaultWal : bytes(asked),
      span: asked === undefined || !source.kubedb ? undefined : valueSpan(source.kubedb, 'walKeepSize'),
    },
    {
      what: 'WAL between checkpoints',
      size: (text === undefined ? undefined : walSize(text)) ?? defaultCheckpointWal,
      span: name === undefined ? undefined : valueSpan(config, name),
      atMost: true,
    },
  ];
}

/** A plain number counts mebibytes. */
function walSize(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) * mebibyte : sizeOf(text);
}

function mariadbOfPlan(database: DatabasePlan): VolumePart[] {
  const { source, replicas } = database;
  const config = source.config ?? {};
  const names = new Map(Object.keys(config).map((name) => [optionKey(name), name]));
  const given = (key: string): { text: string; span: Span } | undefined => {
    const name = names.get(key);
    return name === undefined ? undefined : { text: String(config[name]), span: valueSpan(config, name) };
  };
  const redo = given('innodb_log_file_size');
  const redoSize = redo && sizeOf(redo.text);
  const parts: VolumePart[] = [
    {
      what: 'an empty data directory with its redo log',
      size: emptyDirectory - redoOfIt + (redoSize ?? redoOfIt),
      span: redo?.span,
    },
  ];
  if (replicas === 1) return parts;
  const own = given('wsrep_provider_options');
  const inConfig = own && gcacheOf(own.text);
  const sized = database.sizing.settings.find(({ option }) => option === 'wsrep_provider_options');
  const inSizing = sized && gcacheOf(String(sized.value));
  const size = inConfig ?? inSizing ?? defaultGcache;
  const span =
    inConfig !== undefined
      ? own?.span
      : inSizing !== undefined && source.sizing
        ? valueSpan(source.sizing, 'gcache')
        : undefined;
  return [...parts, { what: "Galera's cache of write sets", size, span }];
}

function gcacheOf(options: string): number | undefined {
  const size = /(?:^|;)\s*gcache\.size\s*=\s*([^;\s]+)/.exec(options)?.[1];
  return size === undefined ? undefined : sizeOf(size);
}

/** A size of an option file, in powers of 1024. */
function sizeOf(text: string): number | undefined {
  const [, digits, letter] = /^(\d+)([kmgt])?/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return Number(digits) * 1024 ** (letter === undefined ? 0 : 'kmgt'.indexOf(letter.toLowerCase()) + 1);
}

/** The same for the databases among manifests, configuration files aside. */
export function volumeUsesIn(manifests: ManifestSet): VolumeUse[] {
  const uses: VolumeUse[] = [];
  for (const group of ['kubedb.com', 'gitops.kubedb.com']) {
    for (const postgres of manifests.of('Postgres', group)) {
      add(postgres, 'postgres', walOf(postgres.root.at('spec', 'replication')));
    }
    for (const mariadb of manifests.of('MariaDB', group)) {
      const spec = mariadb.root.at('spec');
      const galera =
        (spec.at('replicas').number ?? 1) > 1 && spec.at('topology', 'mode').text !== 'MariaDBReplication';
      const inline = spec
        .at('configuration', 'inline')
        .entries()
        .map(([, field]) => field);
      add(mariadb, 'mariadb', mariadbParts(galera, inline));
    }
  }
  return uses;

  function add({ name, root }: Manifest, engine: VolumeUse['engine'], parts: readonly VolumePart[]): void {
    const field = root.at('spec', 'storage', 'resources', 'requests', 'storage');
    const volume = quantityBytes(String(field.value ?? ''));
    // A size that is no size is kubedb/storage-request.
    if (volume === undefined || volume <= 0 || parts.length === 0) return;
    uses.push({ name, engine, volume, volumeText: String(field.value), span: field.span, parts });
  }
}

/** Slots keep what a standby has not read, without a limit of their own. */
function walOf(replication: Field): VolumePart[] {
  const policy = replication.at('walLimitPolicy').text ?? 'WALKeepSize';
  if (policy !== 'WALKeepSize') return [];
  const size = replication.at('walKeepSize');
  return [
    {
      what: 'WAL for standbys',
      size: size.number === undefined ? defaultWal : size.number * mebibyte,
      span: size.given ? size.span : undefined,
    },
    { what: 'WAL between checkpoints', size: defaultCheckpointWal, span: undefined, atMost: true },
  ];
}

function mariadbParts(galera: boolean, files: readonly Field[]): VolumePart[] {
  const parts: VolumePart[] = [
    { what: 'an empty data directory with its redo log', size: emptyDirectory, span: undefined },
  ];
  if (!galera) return parts;
  for (const file of files) {
    const options = /^\s*wsrep[-_]provider[-_]options\s*=\s*(.*)$/m.exec(file.text ?? '')?.[1];
    const size = gcacheOf(options?.replace(/^["']|["'].*$/g, '') ?? '');
    if (size !== undefined)
      return [...parts, { what: "Galera's cache of write sets", size, span: file.keySpan }];
  }
  return [...parts, { what: "Galera's cache of write sets", size: defaultGcache, span: undefined }];
}

const quantityUnits: Readonly<Record<string, number>> = {
  '': 1,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
};

/** Bytes of a quantity of Kubernetes; undefined for what is none. */
export function quantityBytes(text: string): number | undefined {
  const [, number, unit = ''] = /^(\d+(?:\.\d*)?|\.\d+)([A-Za-z]*)$/.exec(text.trim()) ?? [];
  const factor = quantityUnits[unit];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}

/** Bytes in all. */
export function kept(parts: readonly VolumePart[]): number {
  return parts.reduce((sum, { size }) => sum + size, 0);
}

/** The parts that are there in any case. */
export function certainParts({ parts }: VolumeUse): VolumePart[] {
  return parts.filter(({ atMost }) => !atMost);
}

/** Bytes as people say them: `1536Mi`, `2Gi`, `1.5Gi`. */
export function sizeText(size: number): string {
  const whole = size / mebibyte;
  if (whole >= 1024 && whole % 256 === 0) return `${whole / 1024}Gi`;
  return whole >= 10_240 ? `${Math.round(whole / 102.4) / 10}Gi` : `${Math.ceil(whole)}Mi`;
}

/** A volume of which what is kept takes a quarter, in whole gibibytes. */
export function roomyVolume(use: VolumeUse): string {
  return `${Math.ceil((kept(use.parts) * 4) / 2 ** 30)}Gi`;
}
