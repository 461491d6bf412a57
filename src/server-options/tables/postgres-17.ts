// Printed by the server: npm run server-options -- postgres. Do not edit.
import type { OptionTable } from '../option-table.js';

export const postgres17: OptionTable = {
  version: '17',
  server: 'postgres 17.11 (Debian 17.11-0+deb13u1)',
  asked: '2026-11-21',
  rows: `\
allow_alter_system|b|on
commit_timestamp_buffers|i|0|0|131072||8kB
createrole_self_grant
-db_user_namespace
debug_io_direct
debug_logical_replication_streaming|e|buffered|||buffered,immediate
debug_parallel_query|e|off|||off,on,regress
enable_group_by_reordering|b|on
enable_presorted_aggregate|b|on
event_triggers|b|on
file_extend_method|e|posix_fallocate|||posix_fallocate,write_zeros
-force_parallel_mode
gss_accept_delegation|b|off
huge_pages_status|x
icu_validation_level|e|warning|||disabled,debug5,debug4,debug3,debug2,debug1,log,notice,warning,error
io_combine_limit|i|16|1|32||8kB
-lc_collate
-lc_ctype
maintenance_work_mem|i|65536|64|2147483647||kB
max_notify_queue_pages|i|1048576|64|2147483647
max_parallel_apply_workers_per_subscription|i|2|0|1024
multixact_member_buffers|i|32|16|131072||8kB
multixact_offset_buffers|i|16|16|131072||8kB
notify_buffers|i|16|16|131072||8kB
-old_snapshot_threshold
output_plugin_libraries||pgoutput, test_decoding
-promote_trigger_file
reserved_connections|i|0|0|262143
scram_iterations|i|4096|1|2147483647
send_abort_for_crash|b|off
send_abort_for_kill|b|off
serializable_buffers|i|32|16|131072||8kB
subtransaction_buffers|i|0|0|131072||8kB
summarize_wal|b|off
sync_replication_slots|b|off
synchronized_standby_slots
trace_connection_negotiation|b|off
-trace_recovery_messages
transaction_buffers|i|0|0|131072||8kB
transaction_timeout|i|0|0|2147483647||ms
vacuum_buffer_usage_limit|i|2048|0|16777216||kB
-vacuum_defer_cleanup_age
wal_summary_keep_time|i|14400|0|35791394||min
`,
};
