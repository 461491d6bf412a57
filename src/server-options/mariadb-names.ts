import { mariadbOption, mariadbOptions, mariadbVersions, type ServerOption, seriesOf } from './option.js';

/** What a name in an option file stands for. */
export interface OptionName {
  /** Lower case, with hyphens, without the prefix. */
  readonly key: string;
  /** As some known version has it; undefined for a name that none has. */
  readonly option: ServerOption | undefined;
  /** `loose-` stands before it: an unknown one is a warning to the server. */
  readonly loose: boolean;
  /** `skip-`, `disable-` or `enable-` stands before it: its value is on or off. */
  readonly switched: boolean;
  /** The name is cut short, and only one option begins with it. */
  readonly shortened: boolean;
}

/** Reads a name as the server does: case, hyphens and underscores do not matter, prefixes count, a beginning is enough. */
export function mariadbName(written: string): OptionName {
  const options = mariadbOptions();
  const whole = written.toLowerCase().replaceAll('_', '-');
  const loose = whole.startsWith('loose-');
  const name = loose ? whole.slice('loose-'.length) : whole;
  const found = (key: string, switched: boolean, shortened = false): OptionName => ({
    key,
    option: options.get(key),
    loose,
    switched,
    shortened,
  });
  if (options.has(name)) return found(name, false);
  const bare = name.replace(/^(?:skip|disable|enable)-/, '');
  if (bare !== name && options.has(bare)) return found(bare, true);
  const full = onlyOneWith(name);
  if (full !== undefined) return found(full, false, true);
  return found(bare !== name ? bare : name, bare !== name);
}

function onlyOneWith(beginning: string): string | undefined {
  if (beginning.length < 4) return undefined;
  // Two options begin so, and the server takes it for this one all the same.
  if (/^max-con/.test(beginning) && 'max-connections'.startsWith(beginning)) return 'max-connections';
  let found: string | undefined;
  for (const name of mariadbOptions().keys()) {
    if (!name.startsWith(beginning)) continue;
    if (found !== undefined) return undefined;
    found = name;
  }
  return found;
}

/** Taken by every known version with the remark that it does nothing. */
const idle = new Set([
  ...[
    'buffer-pool-instances',
    'page-cleaners',
    'thread-concurrency',
    'log-files-in-group',
    'undo-logs',
    'file-format',
    'large-prefix',
    'locks-unsafe-for-binlog',
    'log-optimize-ddl',
    'scrub-log',
    'stats-sample-pages',
    'adaptive-max-sleep-delay',
  ].map((name) => `innodb-${name}`),
  'thread-concurrency',
  'multi-range-count',
  // Of MySQL, taken so that its files can be read.
  'binlog-max-flush-queue-time',
  'binlog-order-commits',
  'default-authentication-plugin',
  'end-markers-in-json',
  'log-bin-use-v1-row-events',
  'log-throttle-queries-not-using-indexes',
  'master-info-repository',
  'relay-log-info-repository',
  'server-id-bits',
  'sha256-password-private-key-path',
  'sha256-password-public-key-path',
  'slave-allow-batching',
  'slave-checkpoint-group',
  'slave-checkpoint-period',
  'slave-rows-search-algorithms',
  'validate-user-plugins',
]);

/** Of those that do nothing, what a server before 10.5 acts on. Source: MariaDB's documentation of InnoDB's system variables. */
const activeBefore105 = new Set(
  ['buffer-pool-instances', 'page-cleaners', 'thread-concurrency', 'log-files-in-group', 'undo-logs'].map(
    (name) => `innodb-${name}`,
  ),
);

/** Taken by 11.8 with the remark that it does nothing; real options of 10.11. */
const idleIn118 = new Set([
  'innodb-change-buffering',
  'innodb-defragment',
  'innodb-defragment-fill-factor',
  'innodb-defragment-fill-factor-n-recs',
  'innodb-defragment-frequency',
  'innodb-defragment-n-pages',
  'innodb-defragment-stats-accuracy',
  'date-format',
  'datetime-format',
  'time-format',
  'wsrep-causal-reads',
  'wsrep-load-data-splitting',
]);

/** Names of MySQL, of other versions and of variables that no file sets, and what to write in their place. */
const substitutes: Readonly<Record<string, string>> = {
  'tx-isolation': 'transaction_isolation',
  'time-zone': 'default_time_zone',
  'storage-engine': 'default_storage_engine',
  'wsrep-applier-threads': 'wsrep_slave_threads',
  'wsrep-strict-ddl': 'wsrep_mode = STRICT_REPLICATION',
  'wsrep-replicate-myisam': 'wsrep_mode = REPLICATE_MYISAM',
  'gtid-mode': 'nothing: MariaDB always has GTIDs',
  'enforce-gtid-consistency': 'nothing: MariaDB always has GTIDs',
  'log-replica-updates': 'log_slave_updates',
  'innodb-dedicated-server': 'innodb_buffer_pool_size',
  'innodb-redo-log-capacity': 'innodb_log_file_size',
  'innodb-additional-mem-pool-size': 'nothing: it is part of the buffer pool',
  'temptable-max-ram': 'tmp_memory_table_size',
  'internal-tmp-mem-storage-engine': 'nothing: MariaDB has MEMORY and Aria for it',
  'max-execution-time': 'max_statement_time, in seconds',
  'super-read-only': 'read_only',
  'log-error-verbosity': 'log_warnings',
  'admin-port': 'extra_port',
  'skip-replica-start': 'skip_slave_start',
  'replica-parallel-workers': 'slave_parallel_threads',
  'replica-parallel-type': 'slave_parallel_mode',
  'replica-preserve-commit-order': 'slave_parallel_mode',
  'replica-net-timeout': 'slave_net_timeout',
  'sql-require-primary-key': 'innodb_force_primary_key',
  'default-collation-for-utf8mb4': 'character_set_collations',
  'binlog-transaction-dependency-tracking': 'nothing: MariaDB applies in parallel without it',
  'transaction-write-set-extraction': 'nothing: MariaDB applies in parallel without it',
  mysqlx: 'nothing: MariaDB has no X protocol',
};

/** Second names of one variable: what is given last counts, whatever the name. Tried on mariadbd 10.11.19. */
const aliases: Readonly<Record<string, string>> = {
  'tmp-table-size': 'tmp-memory-table-size',
  'table-cache': 'table-open-cache',
  'log-slow-query': 'slow-query-log',
  'log-slow-query-time': 'long-query-time',
  'log-slow-query-file': 'slow-query-log-file',
  'log-slow-min-examined-row-limit': 'min-examined-row-limit',
  'expire-logs-days': 'binlog-expire-logs-seconds',
};

/** The one name of what an option sets. */
export function settingOf(key: string): string {
  return aliases[key] ?? key;
}

/** Options that may be given again and again: each adds to what the others said. */
const adding =
  /^(?:(?:binlog|replicate)-(?:wild-)?(?:do|ignore)-(?:db|table)|replicate-rewrite-db|plugin-load-add|performance-schema-instrument|ignore-db-dirs)$/;

/** True for an option of which a second one adds to the first. */
export function addsUp(key: string): boolean {
  return adding.test(key);
}

/** What to write in place of a name that MariaDB does not take; undefined when nothing is known. */
export function substituteFor(key: string): string | undefined {
  return substitutes[key];
}

/** Beginnings of the options that plugins bring. */
const pluginPrefixes = [
  'server-audit-',
  'rocksdb-',
  'spider-',
  'connect-',
  'mroonga-',
  'oqgraph-',
  's3-',
  'columnstore-',
  'simple-password-check-',
  'cracklib-password-check-',
  'password-reuse-check-',
  'file-key-management-',
  'hashicorp-key-management-',
  'aws-key-management-',
  'rpl-semi-sync-',
  'metadata-lock-info-',
  'query-response-time-',
  'sql-error-log-',
  'gssapi-',
  'pam-',
  'handlersocket-',
  'provider-',
  'locales',
  'query-cache-info',
  'disks',
  'unix-socket',
];

/** True for an option that only a plugin that is loaded brings. */
export function ofPlugin(key: string): boolean {
  return pluginPrefixes.some((prefix) => key.startsWith(prefix));
}

/** How a server of a version takes a name. */
export type Standing = 'known' | 'idle' | 'plugin' | 'unsure' | 'unknown' | 'gone' | 'later' | 'fixed';

/** Series between 10.11 and 11.8 with which an option of the latter came. Source: MariaDB's release notes. */
const since: Readonly<Record<string, number>> = {
  'block-encryption-mode': 11_002,
  'character-set-collations': 11_002,
  'innodb-data-file-buffering': 11_000,
  'innodb-data-file-write-through': 11_000,
  'innodb-log-file-write-through': 11_000,
  'max-binlog-total-size': 11_004,
  'slave-connections-needed-for-purge': 11_004,
  'redirect-url': 11_003,
};

function cameWith(key: string): number | undefined {
  return key.startsWith('optimizer-') ? 11_000 : since[key];
}

/**
 * First patch of a series with an option that the series did not begin with; in a series that is not named it is not known.
 * Source: MariaDB's documentation of InnoDB's system variables.
 */
const sincePatch: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  'innodb-buffer-pool-size-max': { 10011: 12, 11004: 6, 11008: 2 },
};

/** True when the patch of a version may be too early for an option of its series. */
function mayBeTooEarly(key: string, version: string | undefined, series: number | undefined): boolean {
  const patches = sincePatch[key];
  if (!patches || series === undefined || series > 11_008) return false;
  const [, patch] = /^\d+\.\d+\.(\d+)/.exec(version ?? '') ?? [];
  const first = patches[series];
  return first === undefined || (patch !== undefined && Number(patch) < first);
}

/** Judges a name for a version. Between and around the versions that are known it is careful. */
export function standingOf({ key, option }: OptionName, version: string | undefined): Standing {
  const series = seriesOf(version);
  if (idle.has(key))
    return series !== undefined && series < 10_005 && activeBefore105.has(key) ? 'known' : 'idle';
  if (option) {
    const standing = standingOfKnown(key, series);
    if (standing !== 'known') return standing;
    if (mayBeTooEarly(key, version, series)) return 'unsure';
    return mariadbOption(key, version)?.type === 'fixed' ? 'fixed' : 'known';
  }
  if (ofPlugin(key)) return 'plugin';
  const [first, last] = [mariadbVersions()[0], mariadbVersions().at(-1)];
  const judged = series !== undefined && first && last && series >= first.series && series <= last.series;
  return judged ? 'unknown' : 'unsure';
}

/** Of an option that some known version has. */
function standingOfKnown(key: string, series: number | undefined): Standing {
  if (series === undefined) return 'known';
  const known = mariadbVersions();
  const has = known.map(({ options }) => options.has(key));
  // Between two known versions these are those around it; before and after all of them the nearest is both.
  const after = known.findIndex((each) => each.series >= series);
  const next = after === -1 ? known.length - 1 : after;
  const before = after === -1 || known[next]?.series === series ? next : Math.max(0, next - 1);
  if (has[before] && has[next]) return 'known';
  if (has[before]) return idleIn118.has(key) ? 'known' : 'unsure';
  if (has[next]) return series >= (cameWith(key) ?? Number.POSITIVE_INFINITY) ? 'known' : 'unsure';
  if (has.lastIndexOf(true) > next) return 'later';
  return idleIn118.has(key) ? 'idle' : 'gone';
}
