import { postgresSetting, postgresVersions } from './option.js';

/** Settings that came after 15, by major version; the tables say the same of 15 and 17. Source: PostgreSQL's release notes. */
const since: Readonly<Record<number, readonly string[]>> = {
  16: [
    'createrole_self_grant',
    'debug_io_direct',
    'debug_logical_replication_streaming',
    'debug_parallel_query',
    'enable_presorted_aggregate',
    'gss_accept_delegation',
    'icu_validation_level',
    'max_parallel_apply_workers_per_subscription',
    'reserved_connections',
    'scram_iterations',
    'send_abort_for_crash',
    'send_abort_for_kill',
    'vacuum_buffer_usage_limit',
  ],
  17: [
    'allow_alter_system',
    'commit_timestamp_buffers',
    'enable_group_by_reordering',
    'event_triggers',
    'io_combine_limit',
    'max_notify_queue_pages',
    'multixact_member_buffers',
    'multixact_offset_buffers',
    'notify_buffers',
    'restrict_nonsystem_relation_kind',
    'serializable_buffers',
    'subtransaction_buffers',
    'summarize_wal',
    'sync_replication_slots',
    'synchronized_standby_slots',
    'trace_connection_negotiation',
    'transaction_buffers',
    'transaction_timeout',
    'wal_summary_keep_time',
  ],
  18: [
    'autovacuum_vacuum_max_threshold',
    'autovacuum_worker_slots',
    'enable_distinct_reordering',
    'enable_self_join_elimination',
    'extension_control_path',
    'file_copy_method',
    'idle_replication_slot_timeout',
    'io_max_combine_limit',
    'io_max_concurrency',
    'io_method',
    'io_workers',
    'log_lock_failures',
    'max_active_replication_origins',
    'md5_password_warnings',
    'oauth_validator_libraries',
    'ssl_groups',
    'ssl_tls13_ciphers',
    'track_cost_delay_timing',
    'vacuum_max_eager_freeze_failure_rate',
    'vacuum_truncate',
  ],
};

/** Settings that are gone, by the first major version without them. Source: PostgreSQL's release notes. */
const until: Readonly<Record<number, readonly string[]>> = {
  12: ['standby_mode'],
  13: ['wal_keep_segments'],
  14: ['operator_precedence_warning', 'vacuum_cleanup_index_scale_factor'],
  15: ['stats_temp_directory'],
  16: ['force_parallel_mode', 'promote_trigger_file', 'vacuum_defer_cleanup_age'],
  17: ['db_user_namespace', 'old_snapshot_threshold', 'trace_recovery_messages'],
};

const substitutes: Readonly<Record<string, string>> = {
  wal_keep_segments: 'kubedb.walKeepSize, or replication.walKeepSize of the object',
  force_parallel_mode: 'debug_parallel_query',
  standby_mode: 'nothing: KubeDB makes the standbys',
  checkpoint_segments: 'max_wal_size',
  max_active_replication_origins: 'max_replication_slots',
};

/** What to write in place of a name; undefined when nothing is known. */
export function postgresSubstitute(name: string): string | undefined {
  return substitutes[name];
}

function byName(lists: Readonly<Record<number, readonly string[]>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(lists).flatMap(([major, names]) =>
      names.map((name): [string, number] => [name, Number(major)]),
    ),
  );
}

const arrival = byName(since);
const departure = byName(until);

/** How a Postgres of a major version takes a name, and the major version that decides it. */
export type PostgresStanding =
  | { readonly kind: 'known' | 'unknown' | 'unsure' | 'fixed' }
  | { readonly kind: 'later' | 'gone'; readonly major: number };

/** Names with a dot belong to extensions: Postgres keeps them without looking. */
export function postgresStanding(written: string, major: number | undefined): PostgresStanding {
  const name = written.toLowerCase();
  if (name.includes('.')) return { kind: 'known' };
  const gone = departure.get(name);
  if (gone !== undefined) {
    if (major === undefined || major < gone) return { kind: 'known' };
    return { kind: 'gone', major: gone };
  }
  const came = arrival.get(name);
  if (came !== undefined) {
    if (major === undefined || major >= came) return { kind: 'known' };
    return { kind: 'later', major: came };
  }
  const option = postgresSetting(name, major === undefined ? undefined : String(major));
  if (option?.type === 'fixed') return { kind: 'fixed' };
  if (option && major === undefined) return { kind: 'known' };
  const versions = postgresVersions();
  const series = (major ?? 0) * 1000;
  const before = versions.findLast((each) => each.series <= series);
  const after = versions.find((each) => each.series >= series);
  if (!option) return { kind: before && after ? 'unknown' : 'unsure' };
  // One that a minor version brought is in a table and in no list.
  const around = [before, after].filter((each) => each !== undefined);
  return { kind: around.every(({ options }) => options.has(name)) ? 'known' : 'unsure' };
}
