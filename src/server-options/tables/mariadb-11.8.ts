// Printed by the server: npm run server-options -- mariadb. Do not edit.
import type { OptionTable } from '../option-table.js';

export const mariadb11_8: OptionTable = {
  version: '11.8',
  server: 'mariadbd 11.8.6-MariaDB-0+deb13u1 from Debian',
  asked: '2026-11-21',
  rows: `\
binlog-gtid-index|b|ON
binlog-gtid-index-page-size|u|4096|64|16777216
binlog-gtid-index-span-min|u|65536|1|1073741824
binlog-large-commit-threshold|u|134217728|10485760
binlog-legacy-event-pos|b|OFF
binlog-row-event-max-size|u|8192|256|4294967040
binlog-row-image|e|FULL|||MINIMAL,NOBLOB,FULL,FULL_NODUP
binlog-space-limit|u|0|0
block-encryption-mode|e|aes-128-ecb|||aes-128-ecb,aes-192-ecb,aes-256-ecb,aes-128-cbc,aes-192-cbc,aes-256-cbc,aes-128-ctr,aes-192-ctr,aes-256-ctr
character-set-collations||utf8mb3=uca1400_ai_ci,utf8mb4=uca1400_ai_ci,ucs2=uca1400_ai_ci,utf16=uca1400_ai_ci,utf32=uca1400_ai_ci
character-set-server|e|utf8mb4
collation-server|e|utf8mb4_uca1400_ai_ci
-date-format
-datetime-format
-debug-no-thread-alarm
group-concat-max-len|u|1048576|4|4294967295
histogram-type|e|JSON_HB|||SINGLE_PREC_HB,DOUBLE_PREC_HB,JSON_HB
innodb-adaptive-hash-index-cells|u|16381|16381|4294967295
-innodb-buffer-pool-in-core-dump
innodb-buffer-pool-size-max|u|0|0
-innodb-change-buffer-max-size
-innodb-change-buffering
innodb-data-file-buffering|b|OFF
innodb-data-file-write-through|b|OFF
-innodb-defragment
-innodb-defragment-fill-factor
-innodb-defragment-fill-factor-n-recs
-innodb-defragment-frequency
-innodb-defragment-n-pages
-innodb-defragment-stats-accuracy
innodb-doublewrite|e|ON|||OFF,ON,fast
innodb-log-file-write-through|b|OFF
innodb-prefix-index-cluster-optimization|b|OFF
innodb-snapshot-isolation|b|ON
innodb-truncate-temporary-tablespace-now|b|OFF
innodb-undo-tablespaces|u|3|0|127
log-slow-always-query-time|d|31536000|0|31536000
max-binlog-total-size|u|0|0
max-tmp-session-space-usage|u|1099511627776|0
-max-tmp-tables
max-tmp-total-space-usage|u|1099511627776|0
mhnsw-default-distance|e|euclidean|||euclidean,cosine
mhnsw-default-m|u|6|3|200
mhnsw-ef-search|u|20|1|10000
mhnsw-max-cache-size|u|16777216|1048576
new-mode|s||||FIX_DISK_TMPTABLE_COSTS,FIX_INDEX_STATS_FOR_ALL_NULLS,FIX_INDEX_LOOKUP_COST
-old-alter-table
old-mode|s|UTF8_IS_UTF8MB3|||NO_DUP_KEY_WARNINGS_WITH_IGNORE,NO_PROGRESS_INFO,ZERO_DATE_TIME_CAST,UTF8_IS_UTF8MB3,IGNORE_INDEX_ONLY_FOR_JOIN,COMPAT_5_1_CHECKSUM,NO_NULL_COLLATION_IDS,LOCK_ALTER_TABLE_COPY,OLD_FLUSH_STATUS,SESSION_USER_IS_USER
optimizer-adjust-secondary-key-costs|u|0|0|2
optimizer-disk-read-cost|d|10.24|0|10000
optimizer-disk-read-ratio|d|0.02|0|1
optimizer-index-block-copy-cost|d|0.0356|0|1000
optimizer-key-compare-cost|d|0.011361|0|1000
optimizer-key-copy-cost|d|0.015685|0|1000
optimizer-key-lookup-cost|d|0.435777|0|1000
optimizer-key-next-find-cost|d|0.082347|0|1000
optimizer-row-copy-cost|d|0.060866|0|1000
optimizer-row-lookup-cost|d|0.130839|0|1000
optimizer-row-next-find-cost|d|0.045916|0|1000
optimizer-rowid-compare-cost|d|0.002653|0|1000
optimizer-rowid-copy-cost|d|0.002653|0|1000
optimizer-scan-setup-cost|d|10|0|100000000
optimizer-switch|s|index_merge=on,index_merge_union=on,index_merge_sort_union=on,index_merge_intersection=on,index_merge_sort_intersection=off,index_condition_pushdown=on,derived_merge=on,derived_with_keys=on,firstmatch=on,loosescan=on,materialization=on,in_to_exists=on,semijoin=on,partial_match_rowid_merge=on,partial_match_table_scan=on,subquery_cache=on,mrr=off,mrr_cost_based=off,mrr_sort_keys=off,outer_join_with_cache=on,semijoin_with_cache=on,join_cache_incremental=on,join_cache_hashed=on,join_cache_bka=on,optimize_join_buffer_size=on,table_elimination=on,extended_keys=on,exists_to_in=on,orderby_uses_equalities=on,condition_pushdown_for_derived=on,split_materialized=on,condition_pushdown_for_subquery=on,rowid_filter=on,condition_pushdown_from_having=on,not_null_range_scan=off,hash_join_cardinality=on,cset_narrowing=on,sargable_casefold=on|||index_merge,index_merge_union,index_merge_sort_union,index_merge_intersection,index_merge_sort_intersection,index_condition_pushdown,derived_merge,derived_with_keys,firstmatch,loosescan,materialization,in_to_exists,semijoin,partial_match_rowid_merge,partial_match_table_scan,subquery_cache,mrr,mrr_cost_based,mrr_sort_keys,outer_join_with_cache,semijoin_with_cache,join_cache_incremental,join_cache_hashed,join_cache_bka,optimize_join_buffer_size,table_elimination,extended_keys,exists_to_in,orderby_uses_equalities,condition_pushdown_for_derived,split_materialized,condition_pushdown_for_subquery,rowid_filter,condition_pushdown_from_having,not_null_range_scan,hash_join_cardinality,cset_narrowing,sargable_casefold
optimizer-where-cost|d|0.032|0|100000
performance-schema-max-statement-classes|u|223|0|256
redirect-url
session-track-system-variables||autocommit,character_set_client,character_set_connection,character_set_results,redirect_url,time_zone
slave-abort-blocking-timeout|d|31536000|0|31536000
slave-connections-needed-for-purge|u|1|0|4294967295
ssl||ON
-time-format
transaction-isolation|e|REPEATABLE-READ|||READ-UNCOMMITTED,READ-COMMITTED,REPEATABLE-READ,SERIALIZABLE
transaction-read-only|b|OFF
-wsrep-causal-reads
-wsrep-load-data-splitting
`,
};
