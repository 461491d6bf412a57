import { type Budget, budgetOf } from './budget.js';
import { type Mebibytes, mebibytes } from './units.js';

/** What a volume holds at worst, and what is left for data. */
export interface VolumeBudget extends Budget {
  /** MiB for data when everything else is at its largest; negative when that alone is too much. */
  readonly room: Mebibytes;
}

/** Kept free: a file system above 85 % gets slow, and people need time to act. */
export const volumeReserve = 0.15;

/** Least room for data that is worth a database. */
export const leastData = mebibytes(512);

/** What a MariaDB server keeps on its volume. Sizes in MiB. */
export interface MariadbVolume {
  /** Data that is expected; undefined when nobody says. */
  readonly data: Mebibytes | undefined;
  /** innodb_log_file_size */
  readonly redoLog: Mebibytes;
  /** gcache.size of a member of a Galera cluster. */
  readonly gcache: Mebibytes | undefined;
  /** gcache.page_size */
  readonly gcachePage: Mebibytes;
  /** wsrep_max_ws_size: a write set of that size is a page of its own. */
  readonly largestWriteSet: Mebibytes;
  /** max_binlog_size when the binary log is on. */
  readonly binlog: Mebibytes | undefined;
}

/** System tables, dictionary and empty undo tablespaces of 11.8, in MiB. */
export const emptyDirectory = 59;
export const undo = 64;

/** The volume budget of a MariaDB server. */
export function mariadbVolumeBudget(volume: Mebibytes, use: MariadbVolume): VolumeBudget {
  const { redoLog, gcache, binlog } = use;
  const parts: [string, number, string][] = [
    ['system tables', emptyDirectory, 'an empty data directory, measured'],
    ['redo log', redoLog, 'innodb_log_file_size'],
    ['undo logs', undo, 'of transactions that are open'],
    ['binary log', binlog === undefined ? 0 : 2 * binlog, 'two files of max_binlog_size'],
  ];
  if (gcache !== undefined) {
    parts.push(
      ['write-set cache', gcache, 'gcache.size'],
      [
        'its pages',
        Math.max(use.gcachePage, use.largestWriteSet),
        'one write set of wsrep_max_ws_size, or one gcache.page_size',
      ],
      ['transfer scratch', redoLog, 'redo log of a copy that is being prepared'],
    );
  }
  return volumeBudget(volume, parts, use.data);
}

/** What a Postgres server keeps on its volume. Sizes in MiB. */
export interface PostgresVolume {
  readonly data: Mebibytes | undefined;
  /** wal_keep_size or what the operator has for it; 0 for a single server. */
  readonly keptWal: Mebibytes;
  readonly maxWal: Mebibytes;
}

export const emptyCluster = 40;
/** max_wal_size is a soft limit. */
export const walOvershoot = 1.25;

/** The volume budget of a Postgres server. */
export function postgresVolumeBudget(volume: Mebibytes, use: PostgresVolume): VolumeBudget {
  return volumeBudget(
    volume,
    [
      ['system catalogs', emptyCluster, 'an empty cluster, measured'],
      ['WAL between checkpoints', use.maxWal * walOvershoot, '1.25 x max_wal_size, which is a soft limit'],
      ['WAL for standbys', use.keptWal, 'wal_keep_size'],
      ['temporary files', volume * temporaryShare, '5 % of the volume'],
    ],
    use.data,
  );
}

export const temporaryShare = 0.05;

function volumeBudget(
  volume: Mebibytes,
  parts: readonly (readonly [string, number, string])[],
  data: Mebibytes | undefined,
): VolumeBudget {
  const kept = parts.reduce((sum, [, size]) => sum + size, 0);
  const reserve = volume * volumeReserve;
  const budget = budgetOf(volume, [
    {
      part: 'data',
      size: data ?? leastData,
      how:
        data === undefined ? 'the least worth a database; sizing.data says what is expected' : 'sizing.data',
    },
    ...parts.map(([part, size, how]) => ({ part, size: mebibytes(size), how })),
    { part: 'reserve', size: mebibytes(reserve), how: '15 % of the volume' },
  ]);
  return { ...budget, room: mebibytes(volume - kept - reserve) };
}

/** innodb_log_file_size in MiB: a quarter of the pool, within a twentieth of the volume. */
export function redoLogFor(pool: number, volume: Mebibytes | undefined, edge: boolean): Mebibytes {
  const most = edge ? 96 : 4096;
  const byVolume = volume === undefined ? most : volume / 20;
  const size = Math.min(most, Math.max(48, Math.min(Math.max(96, pool / 4), byVolume)));
  return mebibytes(size < 96 ? 48 : Math.floor(size / 32) * 32);
}

/** max_wal_size in MiB: by the workload, within an eighth of the volume. */
export function maxWalFor(workload: keyof typeof walOf, volume: Mebibytes | undefined): Mebibytes {
  const wanted = walOf[workload];
  const byVolume = volume === undefined ? wanted : Math.floor(volume / 8 / 16) * 16;
  // Twice the least segment size is what Postgres takes at least.
  return mebibytes(Math.max(128, Math.min(wanted, byVolume)));
}

const walOf = { oltp: 4096, mixed: 4096, analytics: 16_384, edge: 1024 } as const;

/** WAL for standbys in MiB: KubeDB's 1536, within 15 % of the volume. */
export function keptWalFor(volume: Mebibytes): Mebibytes {
  return mebibytes(Math.max(64, Math.min(1536, Math.floor((volume * 0.15) / 16) * 16)));
}
