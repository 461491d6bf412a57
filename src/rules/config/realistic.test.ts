import { describe, expect, test } from 'vitest';
import { mariadbName, settingOf } from '../../server-options/index.js';
import { database, findingsOf, goodTopology } from '../testing.js';

/** Options as people write them, by version. A tilde parts two on one line; a second value of an option belongs to another file. */
const mariadb: Readonly<Record<string, string>> = {
  '10.11.6': `
    innodb_buffer_pool_size: 4G ~ innodb_log_file_size: 1G ~ innodb_flush_log_at_trx_commit: 2
    innodb_flush_method: O_DIRECT ~ innodb_file_per_table: 1 ~ innodb_io_capacity: 2000 ~ innodb_io_capacity_max: 4000
    innodb_read_io_threads: 8 ~ innodb_write_io_threads: 8 ~ innodb_log_buffer_size: 64M ~ innodb_lock_wait_timeout: 50
    innodb_print_all_deadlocks: ON ~ innodb_stats_on_metadata: OFF ~ innodb_open_files: 4000 ~ innodb_purge_threads: 4
    innodb_strict_mode: ON ~ innodb_flush_neighbors: 0 ~ innodb_adaptive_hash_index: 0 ~ innodb_doublewrite: 1
    innodb_max_dirty_pages_pct: 75 ~ innodb_autoinc_lock_mode: 2 ~ innodb_rollback_on_timeout: 1
    innodb_data_file_path: "ibdata1:12M:autoextend" ~ innodb_temp_data_file_path: "ibtmp1:12M:autoextend:max:5G"
    innodb_undo_tablespaces: 3 ~ innodb_undo_log_truncate: 1 ~ innodb_sort_buffer_size: 4M
    innodb_ft_min_token_size: 2 ~ innodb_default_row_format: dynamic ~ innodb_buffer_pool_dump_at_shutdown: 1
    innodb_buffer_pool_load_at_startup: 1 ~ innodb_buffer_pool_chunk_size: 128M ~ innodb_change_buffering: none
    innodb_checksum_algorithm: crc32 ~ innodb_compression_algorithm: zlib ~ innodb_page_size: 16k
    innodb_monitor_enable: all ~ innodb_use_native_aio: 1 ~ innodb_snapshot_isolation: OFF ~ performance_schema: ON
    performance-schema-instrument: "stage/%=ON" ~ performance_schema_consumer_events_statements_history: ON
    performance_schema_consumer_events_stages_current: ON ~ performance_schema_max_table_instances: 1000
    performance_schema_digests_size: 10000 ~ performance_schema_max_digest_length: 2048 ~ slow_query_log: 1
    slow_query_log_file: /var/lib/mysql/slow.log ~ long_query_time: 0.5 ~ log_queries_not_using_indexes: 0
    log_slow_verbosity: query_plan,explain ~ log_slow_rate_limit: 10 ~ log_slow_admin_statements: 1
    min_examined_row_limit: 100 ~ log_output: FILE ~ general_log: 0 ~ log_error: /var/lib/mysql/error.log
    log_warnings: 2 ~ log_slow_query: ON ~ log_slow_query_time: 2 ~ log_slow_min_examined_row_limit: 0
    log_slow_filter: admin,filesort,filesort_on_disk,full_join,full_scan,query_cache,query_cache_miss,tmp_table,tmp_table_on_disk
    log_output: TABLE,FILE ~ innodb_max_undo_log_size: 1G ~ innodb_spin_wait_delay: 6 ~ innodb_old_blocks_time: 1000
    innodb_online_alter_log_max_size: 1G ~ innodb_stats_persistent_sample_pages: 20 ~ innodb_deadlock_detect: ON
    innodb_deadlock_report: full ~ innodb_force_primary_key: 1 ~ innodb_ft_enable_stopword: OFF
    innodb_buffer_pool_dump_pct: 40 ~ innodb_flush_sync: 0 ~ innodb_read_ahead_threshold: 56
    innodb_adaptive_flushing_lwm: 10 ~ innodb_max_dirty_pages_pct_lwm: 10 ~ innodb_max_purge_lag: 0
    innodb_fill_factor: 100 ~ innodb_encryption_threads: 4 ~ innodb_encrypt_tables: 'ON'
    innodb_default_encryption_key_id: 1 ~ innodb_immediate_scrub_data_uncompressed: 1 ~ thread_stack: 299008
    character-set-client-handshake: FALSE ~ init-connect: "SET NAMES utf8mb4" ~ default_password_lifetime: 90
    disconnect_on_expired_password: ON ~ max_password_errors: 5 ~ delay_key_write: OFF
    ssl_ca: /etc/mysql/certs/server/ca.crt ~ ssl_cert: /etc/mysql/certs/server/tls.crt
    ssl-key: /etc/mysql/certs/server/tls.key ~ wsrep_causal_reads: ON ~ table_cache: 400`,
  '11.4.3': `
    character_set_server: utf8mb4 ~ collation_server: utf8mb4_unicode_ci ~ init_connect: SET NAMES utf8mb4
    skip_character_set_client_handshake: true ~ character_set_collations: utf8mb4=utf8mb4_uca1400_ai_ci
    sql_mode: STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION
    explicit_defaults_for_timestamp: ON ~ default_time_zone: "+00:00" ~ lower_case_table_names: 0
    skip_name_resolve: ON ~ skip-external-locking: 1 ~ skip-symbolic-links: 1 ~ symbolic-links: 0 ~ local_infile: 0
    secure_file_priv: /var/lib/mysql-files ~ max_connections: 500 ~ max_connect_errors: 100000
    max_user_connections: 0 ~ max_allowed_packet: 256M ~ wait_timeout: 28800 ~ interactive_timeout: 28800
    connect_timeout: 10 ~ net_read_timeout: 60 ~ net_write_timeout: 120 ~ thread_cache_size: 64
    thread_handling: pool-of-threads ~ thread_pool_size: 8 ~ thread_pool_max_threads: 500 ~ extra_port: 3307
    extra_max_connections: 5 ~ back_log: 512 ~ table_open_cache: 4000 ~ table_open_cache_instances: 8
    table_definition_cache: 2000 ~ open_files_limit: 65535 ~ tmp_table_size: 64M ~ max_heap_table_size: 64M
    sort_buffer_size: 2M ~ join_buffer_size: 2M ~ read_buffer_size: 1M ~ read_rnd_buffer_size: 1M
    key_buffer_size: 16M ~ query_cache_type: 0 ~ query_cache_size: 0 ~ aria_pagecache_buffer_size: 128M
    bulk_insert_buffer_size: 8M ~ group_concat_max_len: 1048576 ~ optimizer_switch: index_merge=on,mrr=on
    optimizer_search_depth: 0 ~ optimizer_disk_read_cost: 10.24 ~ transaction_isolation: READ-COMMITTED
    event_scheduler: ON ~ log_bin_trust_function_creators: 1 ~ max_statement_time: 300 ~ idle_transaction_timeout: 600
    histogram_type: JSON_HB ~ system_versioning_alter_history: KEEP ~ tls_version: TLSv1.2,TLSv1.3
    require_secure_transport: ON ~ ssl_cipher: ECDHE-RSA-AES256-GCM-SHA384 ~ userstat: 1
    eq_range_index_dive_limit: 200 ~ use_stat_tables: preferably ~ analyze_sample_percentage: 0
    default_storage_engine: InnoDB ~ concurrent_insert: 2 ~ low_priority_updates: 0 ~ lock_wait_timeout: 60
    host_cache_size: 0 ~ ft_min_word_len: 3 ~ old_mode: UTF8_IS_UTF8MB3 ~ note_verbosity: basic
    max_session_mem_used: 8G ~ collation-server: utf8mb4_uca1400_ai_ci ~ sql-mode: "" ~ sql_mode: TRADITIONAL
    sql_mode: "ONLY_FULL_GROUP_BY,STRICT_ALL_TABLES" ~ skip-name-resolve: 1 ~ transaction-isolation: REPEATABLE-READ
    innodb_buffer_pool_size: 5120M ~ innodb_defragment: 1 ~ innodb_change_buffering: all ~ innodb_flush_method: fsync
    innodb_log_write_ahead_size: 4096 ~ alter_algorithm: INPLACE ~ optimizer_adjust_secondary_key_costs: ""
    wsrep_load_data_splitting: 1 ~ tmpdir: /var/lib/mysql/tmp ~ innodb_tmpdir: /tmp ~ innodb_read_only_compressed: OFF
    max_digest_length: 4096 ~ port: 3306 ~ bind_address: "*" ~ innodb_flush_method: O_DSYNC
    myisam-recover-options: FORCE`,
  '11.8.5': `
    log_bin: mysql-bin ~ log_slave_updates: ON ~ server_id: 1 ~ gtid_strict_mode: ON ~ gtid_domain_id: 0
    expire_logs_days: 7 ~ binlog_expire_logs_seconds: 604800 ~ max_binlog_size: 512M ~ sync_binlog: 1
    binlog_format: ROW ~ binlog_row_image: FULL ~ binlog_annotate_row_events: ON ~ binlog_cache_size: 1M
    binlog_checksum: CRC32 ~ binlog_commit_wait_count: 10 ~ slave_parallel_threads: 4 ~ slave_parallel_mode: optimistic
    slave_compressed_protocol: 1 ~ slave_net_timeout: 60 ~ relay_log_recovery: 1 ~ max_binlog_total_size: 10G
    wsrep_gtid_mode: ON ~ wsrep_gtid_domain_id: 1 ~ wsrep_slave_threads: 8 ~ wsrep_retry_autocommit: 3
    wsrep_log_conflicts: ON ~ wsrep_debug: NONE ~ wsrep_mode: STRICT_REPLICATION,REQUIRED_PRIMARY_KEY
    wsrep_auto_increment_control: ON ~ wsrep_sync_wait: 1 ~ wsrep_max_ws_size: 2147483647 ~ wsrep_max_ws_rows: 0
    wsrep_OSU_method: TOI ~ wsrep_trx_fragment_size: 0 ~ wsrep_trx_fragment_unit: bytes ~ wsrep_slave_FK_checks: ON
    wsrep_slave_UK_checks: OFF ~ wsrep_ignore_apply_errors: 7 ~ wsrep_forced_binlog_format: NONE
    wsrep_status_file: wsrep.json ~ wsrep_allowlist: "" ~ innodb_flush_log_at_trx_commit: 0
    innodb_data_file_buffering: OFF ~ innodb_log_file_buffering: OFF ~ innodb_log_spin_wait_delay: 0
    innodb_alter_copy_bulk: ON ~ innodb_buffer_pool_size_max: 6G ~ tmp_memory_table_size: 64M ~ default_regex_flags: ""
    mhnsw_max_cache_size: 1G ~ mhnsw_default_m: 8 ~ new_mode: FIX_DISK_TMPTABLE_COSTS ~ max_tmp_session_space_usage: 1G
    redirect_url: "" ~ block_encryption_mode: aes-256-cbc ~ server-id: 12 ~ wsrep_debug: 0
    plugin_load_add: server_audit ~ server_audit_logging: ON ~ server_audit_events: CONNECT,QUERY_DDL
    server_audit_file_path: /var/lib/mysql/audit.log ~ server_audit_file_rotate_size: 100M
    server_audit_file_rotations: 9 ~ plugin_load_add: simple_password_check ~ simple_password_check_minimal_length: 12
    plugin_maturity: stable ~ strict_password_validation: ON`,
  '12.1.2': `
    innodb_buffer_pool_size: 4G ~ innodb_log_file_size: 1G ~ slow_query_log: 1 ~ wsrep_slave_threads: 4
    character_set_server: utf8mb4 ~ optimizer_switch: "derived_merge=off" ~ log_slow_always_query_time: 10
    performance_schema: 1 ~ max_connections: 300 ~ query_cache_type: OFF ~ innodb_flush_method: O_DIRECT
    slave_max_statement_time: 10 ~ wsrep_debug: 1 ~ thread_pool_dedicated_listener: 1 ~ aria_group_commit: none
    default_tmp_storage_engine: InnoDB ~ encrypt_binlog: 0 ~ innodb_encrypt_tables: FORCE ~ innodb_encrypt_log: 1
    big_tables: 0 ~ tls_version: TLSv1.3 ~ max_prepared_stmt_count: 65536 ~ metadata_locks_cache_size: 1024`,
};

const postgres: Readonly<Record<string, string>> = {
  '17.9-bookworm': `
    shared_buffers: 2GB ~ effective_cache_size: 6GB ~ maintenance_work_mem: 512MB ~ work_mem: 16MB
    checkpoint_completion_target: 0.9 ~ wal_buffers: 16MB ~ default_statistics_target: 100 ~ random_page_cost: 1.1
    effective_io_concurrency: 200 ~ maintenance_io_concurrency: 100 ~ huge_pages: "off" ~ min_wal_size: 1GB
    max_wal_size: 4GB ~ max_worker_processes: 4 ~ max_parallel_workers_per_gather: 2 ~ max_parallel_workers: 4
    max_parallel_maintenance_workers: 2 ~ max_connections: 200 ~ superuser_reserved_connections: 5
    reserved_connections: 3 ~ log_min_duration_statement: 500ms ~ log_checkpoints: on ~ log_connections: on
    log_disconnections: on ~ log_lock_waits: on ~ log_temp_files: 0 ~ log_autovacuum_min_duration: 10s
    log_line_prefix: "%m [%p] %q%u@%d " ~ log_statement: ddl ~ log_destination: stderr ~ logging_collector: off
    log_timezone: UTC ~ log_rotation_age: 1d ~ log_rotation_size: 100MB ~ log_directory: log
    log_filename: postgresql-%a.log ~ log_truncate_on_rotation: on ~ log_error_verbosity: verbose
    log_min_messages: warning ~ log_min_error_statement: error ~ log_duration: off ~ log_hostname: off
    log_replication_commands: on ~ log_parameter_max_length: 1024 ~ log_recovery_conflict_waits: on
    log_startup_progress_interval: 10s ~ log_statement_sample_rate: 0.1 ~ log_transaction_sample_rate: 0
    log_min_duration_sample: 100ms ~ log_file_mode: 0640 ~ autovacuum: on ~ autovacuum_max_workers: 4
    autovacuum_naptime: 30s ~ autovacuum_vacuum_scale_factor: 0.05 ~ autovacuum_analyze_scale_factor: 0.02
    autovacuum_vacuum_threshold: 50 ~ autovacuum_vacuum_insert_threshold: 1000
    autovacuum_vacuum_insert_scale_factor: 0.2 ~ autovacuum_vacuum_cost_limit: 2000 ~ autovacuum_vacuum_cost_delay: 2ms
    autovacuum_freeze_max_age: 200000000 ~ autovacuum_multixact_freeze_max_age: 400000000 ~ autovacuum_work_mem: -1
    vacuum_cost_limit: 200 ~ vacuum_cost_delay: 0 ~ vacuum_freeze_min_age: 50000000 ~ vacuum_failsafe_age: 1600000000
    vacuum_buffer_usage_limit: 2MB ~ shared_preload_libraries: pg_stat_statements,auto_explain
    pg_stat_statements.max: 10000 ~ pg_stat_statements.track: all ~ pg_stat_statements.track_utility: off
    auto_explain.log_min_duration: 1s ~ auto_explain.log_analyze: on ~ auto_explain.log_format: json
    auto_explain.log_nested_statements: on ~ pgaudit.log: "write, ddl" ~ track_io_timing: on ~ track_wal_io_timing: on
    track_functions: all ~ track_activity_query_size: 4096 ~ track_commit_timestamp: on ~ compute_query_id: auto
    idle_in_transaction_session_timeout: 10min ~ idle_session_timeout: 0 ~ statement_timeout: 30s ~ lock_timeout: 5s
    deadlock_timeout: 1s ~ transaction_timeout: 0 ~ tcp_user_timeout: 30s ~ client_connection_check_interval: 10s
    wal_compression: on ~ wal_level: logical ~ max_wal_senders: 20 ~ max_replication_slots: 20
    wal_receiver_timeout: 60s ~ wal_sender_timeout: 60s ~ hot_standby_feedback: on ~ max_standby_streaming_delay: 30s
    max_standby_archive_delay: -1 ~ max_logical_replication_workers: 8 ~ max_sync_workers_per_subscription: 2
    synchronous_commit: remote_apply ~ commit_delay: 0 ~ checkpoint_timeout: 15min ~ checkpoint_flush_after: 256kB
    bgwriter_delay: 200ms ~ bgwriter_lru_maxpages: 100 ~ bgwriter_lru_multiplier: 2.0 ~ wal_writer_delay: 200ms
    default_transaction_isolation: read committed ~ timezone: UTC ~ DateStyle: "iso, mdy" ~ IntervalStyle: postgres
    default_text_search_config: pg_catalog.english ~ search_path: "\\"$user\\", public" ~ jit: off
    max_locks_per_transaction: 256 ~ max_prepared_transactions: 100 ~ max_pred_locks_per_transaction: 64
    password_encryption: scram-sha-256 ~ ssl: on ~ ssl_min_protocol_version: TLSv1.2 ~ ssl_ciphers: "HIGH:!aNULL"
    row_security: on ~ bytea_output: hex ~ dynamic_shared_memory_type: posix ~ temp_buffers: 8MB
    temp_file_limit: 10GB ~ max_files_per_process: 1000 ~ hash_mem_multiplier: 2.0 ~ logical_decoding_work_mem: 64MB
    parallel_leader_participation: on ~ enable_partitionwise_join: on ~ enable_partitionwise_aggregate: on
    enable_partition_pruning: on ~ constraint_exclusion: partition ~ plan_cache_mode: auto ~ cursor_tuple_fraction: 0.1
    from_collapse_limit: 12 ~ join_collapse_limit: 12 ~ geqo: on ~ seq_page_cost: 1.0 ~ cpu_tuple_cost: 0.01
    min_parallel_table_scan_size: 8MB ~ jit_above_cost: 100000 ~ backend_flush_after: 0 ~ max_stack_depth: 2MB
    summarize_wal: on ~ sync_replication_slots: on ~ io_combine_limit: 128kB ~ event_triggers: on
    allow_alter_system: off ~ restart_after_crash: on ~ update_process_title: on ~ cluster_name: ledger
    unix_socket_permissions: 0777 ~ stats_fetch_consistency: cache ~ recovery_prefetch: try ~ wal_recycle: on
    wal_init_zero: on ~ wal_sync_method: fdatasync ~ archive_timeout: 5min ~ wal_receiver_status_interval: 10s
    recovery_min_apply_delay: 0 ~ huge_pages: try ~ log_min_duration_statement: 1000 ~ log_min_duration_statement: -1
    log_destination: jsonlog ~ shared_preload_libraries: "pg_stat_statements, pg_cron" ~ wal_compression: lz4
    synchronous_commit: off ~ synchronous_commit: local ~ TimeZone: Europe/Berlin ~ datestyle: ISO`,
  '14.22': `
    shared_buffers: 256MB ~ effective_cache_size: 3GB ~ log_min_duration_statement: 250 ~ random_page_cost: 1.1
    work_mem: 4MB ~ max_parallel_workers: 8 ~ idle_session_timeout: 1h ~ log_recovery_conflict_waits: on
    log_startup_progress_interval: 10s ~ compute_query_id: on ~ default_toast_compression: lz4
    track_wal_io_timing: off ~ wal_compression: zstd ~ shared_buffers: 262144`,
  '15.17': `
    effective_cache_size: 6 GB ~ log_connections: "on"
    log_line_prefix: '%t [%p]: [%l-1] user=%u,db=%d,app=%a,client=%h ' ~ log_lock_waits: true ~ jit: false
    autovacuum_vacuum_cost_delay: 2 ~ shared_memory_type: mmap ~ extra_float_digits: 1
    session_preload_libraries: auto_explain ~ local_preload_libraries: "" ~ jit_provider: llvmjit
    timezone_abbreviations: Default ~ check_function_bodies: on ~ default_tablespace: "" ~ temp_tablespaces: ""
    authentication_timeout: 1min ~ syslog_facility: LOCAL0 ~ backtrace_functions: "" ~ allow_in_place_tablespaces: off
    standard_conforming_strings: on ~ backslash_quote: safe_encoding ~ enable_async_append: on ~ enable_memoize: on
    enable_incremental_sort: on ~ recursive_worktable_factor: 10`,
  '16.13-bookworm': `
    shared_buffers: 2GB ~ reserved_connections: 2 ~ scram_iterations: 4096 ~ enable_presorted_aggregate: on
    icu_validation_level: warning ~ vacuum_buffer_usage_limit: 256kB ~ max_parallel_apply_workers_per_subscription: 2
    effective_io_concurrency: 256 ~ track_activities: on ~ track_counts: on ~ effective_io_concurrency: 1000`,
  '18.3': `
    shared_buffers: 2GB ~ io_method: io_uring ~ io_workers: 3 ~ log_connections: "receipt,authentication"
    effective_io_concurrency: 16 ~ maintenance_io_concurrency: 16 ~ autovacuum_worker_slots: 16
    autovacuum_vacuum_max_threshold: 100000000 ~ idle_replication_slot_timeout: 1d ~ log_lock_failures: on
    track_cost_delay_timing: on ~ ssl_groups: X25519:prime256v1 ~ ssl_ecdh_curve: prime256v1 ~ vacuum_truncate: on
    file_copy_method: clone ~ extension_control_path: "$system" ~ md5_password_warnings: off
    io_max_combine_limit: 128kB ~ io_max_concurrency: 64 ~ default_toast_compression: lz4
    max_notify_queue_pages: 1048576 ~ log_statement: all ~ enable_self_join_elimination: on
    autovacuum_vacuum_insert_threshold: -1 ~ autovacuum_vacuum_threshold: 50 ~ max_active_replication_origins: 10
    oauth_validator_libraries: "" ~ ssl_tls13_ciphers: "" ~ password_encryption: md5 ~ io_method: worker
    log_connections: all ~ log_connections: on`,
};

/** Maps of options that differ: a second value of an option opens another. */
function configsIn(text: string): string[] {
  const maps: Map<string, string>[] = [];
  for (const line of text.trim().split(/\s*[~\n]\s*/)) {
    const name = settingOf(mariadbName((line.split(':')[0] ?? '').trim()).key);
    const free = maps.find((map) => !map.has(name)) ?? new Map<string, string>();
    if (free.size === 0) maps.push(free);
    free.set(name, `      ${line.trim()}\n`);
  }
  return maps.map((map) => [...map.values()].join(''));
}

function findingsAbout(topology: string, config: string): string[] {
  const text = `${topology}    resources: { cpu: "2", memory: 8Gi }\n    config:\n${config}`;
  return findingsOf(text.replace('size: 20Gi', 'size: 200Gi'), true).filter((each) =>
    / (?:config|schema|yaml|topology)\//.test(each),
  );
}

const members =
  'wsrep_provider_options: "gcache.size=2G; gcache.recover=yes; gcs.fc_limit=256; gcs.fc_factor=0.8; evs.keepalive_period=PT3S; evs.suspect_timeout=PT30S; evs.inactive_timeout=PT1M; evs.install_timeout=PT1M; evs.inactive_check_period=PT10S; evs.send_window=512; evs.user_send_window=256; evs.delay_margin=PT1S; gmcast.peer_timeout=PT10S; pc.recovery=true; repl.causal_read_timeout=PT90S; gcs.recv_q_hard_limit=9223372036854775807;"';

describe('nothing is said of', () => {
  const cases = Object.entries(mariadb).flatMap(([version, text]) =>
    configsIn(text).map((config, index) => [version, index, config] as const),
  );
  test.each(cases)('MariaDB %s, %i', (version, _, config) => {
    expect(findingsAbout(goodTopology.replace('11.8.5', version), config)).toEqual([]);
  });

  test('timeouts for slow links', () => {
    expect(findingsAbout(goodTopology, `      ${members}\n`)).toEqual([]);
  });

  const settings = Object.entries(postgres).flatMap(([version, text]) =>
    configsIn(text).map((config, index) => [version, index, config] as const),
  );
  test.each(settings)('Postgres %s, %i', (version, _, config) => {
    const ledger = database({ name: 'ledger', engine: 'postgres', version: `"${version}"` });
    expect(findingsAbout(goodTopology + ledger, config)).toEqual([]);
  });
});
