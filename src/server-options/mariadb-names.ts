import { mariadbOptions, type ServerOption } from './option.js';

/** What a name in an option file stands for. */
export interface OptionName {
  /** Lower case, with hyphens, without the prefix. */
  readonly key: string;
  /** Undefined for a name that neither table has. */
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

/** Taken by both tables' servers with the remark that it does nothing. */
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
};

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

/** 10.11 as 10011, 11.8 as 11008; undefined without a version. */
export function seriesOf(version: string | undefined): number | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  return major === undefined ? undefined : Number(major) * 1000 + Number(minor);
}

/** Series between the two tables with which an option of the later came. Source: MariaDB's release notes. */
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

const first = 10_011;
const last = 11_008;

/** Judges a name for a version. Between and around the two versions that are known it is careful. */
export function standingOf({ key, option }: OptionName, version: string | undefined): Standing {
  const series = seriesOf(version);
  if (idle.has(key)) return 'idle';
  if (option?.type === 'fixed') return 'fixed';
  if (option?.only === '10.11') {
    if (series === undefined || series <= first) return 'known';
    if (idleIn118.has(key)) return series >= last ? 'idle' : 'known';
    return series >= last ? 'gone' : 'unsure';
  }
  if (option?.only === '11.8') {
    if (series === undefined || series >= (cameWith(key) ?? last)) return 'known';
    return series <= first ? 'later' : 'unsure';
  }
  if (option) return 'known';
  if (ofPlugin(key)) return 'plugin';
  const judged = series !== undefined && series >= first && series <= last;
  return judged ? 'unknown' : 'unsure';
}
