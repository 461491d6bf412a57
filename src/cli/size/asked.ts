import {
  type BitsPerSecond,
  type BytesPerSecond,
  bytesPerSecond,
  type GcacheRequest,
  keptWalFor,
  type Mebibytes,
  type Seconds,
  type SizingMode,
  type SizingRequest,
  seconds,
  toBytes,
  type Workload,
} from '../../sizing/index.js';
import type { Arguments } from '../command.js';
import { CannotRun } from '../io.js';
import {
  bandwidthOption,
  coresOption,
  countOption,
  durationOption,
  shareOption,
  sizeOption,
  versionOption,
} from './values.js';

type Options = Arguments['options'];

/** What is known of the links between replicas. */
export interface LinkFigures {
  readonly replicas: number;
  readonly bandwidth: BitsPerSecond | undefined;
  readonly writeRate: BytesPerSecond | undefined;
  readonly rideOut: Seconds | undefined;
  /** Replicas beyond the link; undefined counts as all but one. */
  readonly receivers?: number;
  /** What the writes of other databases take of the link. */
  readonly others?: BytesPerSecond;
}

/** Replicas that are sent every write set through the link. */
export function receiversOf({ replicas, receivers }: LinkFigures): number {
  return receivers ?? Math.max(1, replicas - 1);
}

/** What the options of the command line ask for. */
export interface Asked {
  /** The request but for its memory. */
  readonly request: Omit<SizingRequest, 'memory'>;
  readonly memory: Mebibytes | undefined;
  readonly figures: LinkFigures;
}

const mariadbAlone = ['galera', 'pool', 'gcache'] as const;
const postgresAlone = ['shared-buffers', 'work-mem'] as const;

/**
 * Reads what `dbspan size --engine` is asked for.
 *
 * @throws CannotRun for a value that is none, or an option that does not go with the others
 */
export function readAsked(options: Options): Asked {
  const engine = options['engine'] === 'postgres' ? 'postgres' : 'mariadb';
  refuseOthers(options, engine);
  const replicasGiven = countOption(options, 'replicas', 1, 100);
  const galera = engine === 'mariadb' && (options['galera'] === true || (replicasGiven ?? 1) > 1);
  const replicas = replicasGiven ?? (galera ? 3 : 1);
  const volume = sizeOption(options, 'volume');
  const data = sizeOption(options, 'data');
  const roundTrip = durationOption(options, 'rtt');
  const bandwidth = bandwidthOption(options, 'bandwidth');
  if (bandwidth !== undefined && data === undefined && volume === undefined) {
    throw new CannotRun(
      '--bandwidth says how long a copy takes, and nothing says how much is copied',
      'add --data, what each replica will hold, or --volume',
    );
  }
  const rate = sizeOption(options, 'write-rate');
  const writeRate = rate === undefined ? undefined : bytesPerSecond(toBytes(rate));
  const absence = durationOption(options, 'ride-out');
  const rideOut = absence === undefined ? undefined : seconds(absence / 1000);
  if (rideOut !== undefined && writeRate === undefined) {
    throw new CannotRun(
      '--ride-out needs --write-rate',
      'say how much is written each second: --write-rate 1Mi',
    );
  }
  return {
    memory: sizeOption(options, 'memory'),
    figures: { replicas, bandwidth, writeRate, rideOut },
    request: {
      engine,
      mode: (options['mode'] as SizingMode | undefined) ?? 'guaranteed',
      version: versionOption(options, 'version'),
      cores: coresOption(options, 'cpu'),
      workload: (options['workload'] as Workload | undefined) ?? 'oltp',
      galera,
      standbys: engine === 'postgres' && replicas > 1,
      acrossClusters:
        options['across-clusters'] === true || roundTrip !== undefined || bandwidth !== undefined,
      roundTrip,
      connections: connectionsOf(options, engine),
      pool: shareOption(options, 'pool'),
      sharedBuffers: sizeOption(options, 'shared-buffers'),
      workMem: sizeOption(options, 'work-mem'),
      gcache: gcacheOf(sizeOption(options, 'gcache'), rideOut, writeRate, galera),
      volume,
      data,
      keptWal: engine === 'postgres' && replicas > 1 && volume !== undefined ? keptWalFor(volume) : undefined,
      options: [],
    },
  };
}

function connectionsOf(options: Options, engine: SizingRequest['engine']): number | undefined {
  return engine === 'mariadb'
    ? countOption(options, 'connections', 10, 100_000, ': MariaDB makes fewer than 10 ten')
    : countOption(options, 'connections', 1, 100_000);
}

function refuseOthers(options: Options, engine: SizingRequest['engine']): void {
  const others = engine === 'mariadb' ? postgresAlone : mariadbAlone;
  for (const name of others) {
    if (options[name] === undefined) continue;
    const meant = name === 'pool' ? '--shared-buffers' : name === 'shared-buffers' ? '--pool' : undefined;
    throw new CannotRun(
      `--${name} is nothing that a ${engine === 'mariadb' ? 'MariaDB' : 'Postgres'} has`,
      meant ? `its cache is ${meant}` : 'leave it out',
    );
  }
}

function gcacheOf(
  size: Mebibytes | undefined,
  rideOut: Seconds | undefined,
  writeRate: BytesPerSecond | undefined,
  galera: boolean,
): GcacheRequest | undefined {
  if (size !== undefined && !galera) {
    throw new CannotRun('--gcache is the cache of a member of a Galera cluster', 'add --galera');
  }
  if (size !== undefined) return { size };
  if (!galera || rideOut === undefined || writeRate === undefined) return undefined;
  return { rideOut, writeRate };
}
