import type { Fact } from './fact.js';

const sheet = 'sizing';

const bySizing = 'impossible by construction: src/sizing writes it in mode guaranteed';
const counted =
  'a term of the budgets of src/sizing, which sizing/memory-exceeded and sizing/memory-risked hold';

/** What servers take of memory and volume, measured and read. */
export const sizingFacts: readonly Fact[] = [
  // What to know first.
  {
    sheet,
    id: '§0 1',
    fact: "a guide's pool of 70 % with 20 connections is killed in a flood",
    covered: ['sizing/memory-exceeded', 'sizing/memory-risked'],
  },
  {
    sheet,
    id: '§0 2',
    fact: 'a fixed share is wrong for small servers',
    covered: `${bySizing} the largest pool up to 70 % that leaves room for the rest`,
  },
  {
    sheet,
    id: '§0 3',
    fact: 'max_session_mem_used bounds a session, not below 8M',
    covered: ['sizing/sessions-unbounded', 'sizing/sessions-narrow'],
  },
  { sheet, id: '§0 4', fact: 'MALLOC_ARENA_MAX is set on the container', covered: ['sizing/arenas'] },
  {
    sheet,
    id: '§0 5',
    fact: 'caches of other engines and the performance schema eat a small server',
    covered: ['sizing/performance-schema', 'sizing/memory-exceeded', 'sizing/memory-risked'],
  },
  {
    sheet,
    id: '§0 6',
    fact: 'gcache.size is disk, unless its directory is in memory',
    covered: [
      'sizing/gcache-place',
      'sizing/volume-exceeded',
      'sizing/volume-risked',
      'sizing/data-room-smaller',
    ],
  },
  {
    sheet,
    id: '§0 7',
    fact: 'a start after a crash passes the recovered position',
    covered:
      'the start of KubeDB and of the operator does it; a start script of dbspan is a later part: provider statefulset',
  },
  {
    sheet,
    id: '§0 8',
    fact: 'an unknown key of wsrep_provider_options stops the node',
    covered: ['config/galera-options'],
  },
  {
    sheet,
    id: '§0 9',
    fact: 'the server raises max_connections below 10 to 10',
    covered: ['config/option-adjusted', 'sizing/memory-exceeded'],
  },
  {
    sheet,
    id: '§0 alert',
    fact: 'alerts look at the working set, not at all usage',
    covered: 'a matter of monitoring: nothing of a file is wrong',
  },

  // The functions.
  {
    sheet,
    id: '§1.1 session caps',
    fact: 'caps, buffers and caches by memory',
    covered: `${bySizing} (src/sizing/mariadb-tiers.ts)`,
  },
  {
    sheet,
    id: '§1.1 always',
    fact: 'sort buffers, full-text caches, query cache and other caches are small',
    covered: `${bySizing}; what config sets instead enters the budget`,
  },
  { sheet, id: '§1.1 bound', fact: 'a connection takes 0.5 MiB, its cap and a packet', covered: counted },
  {
    sheet,
    id: '§1.1 base',
    fact: 'the server takes 72 MiB, 86 from 11.6 on, and its caches',
    covered: counted,
  },
  {
    sheet,
    id: '§1.1 connections',
    fact: 'a quarter of the memory is for connections, 10 to 1000 of them',
    covered: bySizing,
  },
  {
    sheet,
    id: '§1.1 pool',
    fact: 'the pool is what is left of 95 %, in whole MiB, in 16 from 1Gi on',
    covered: bySizing,
  },
  {
    sheet,
    id: '§1.1 narrowing',
    fact: 'connections that are asked for narrow the sessions before the pool, which has at least 32M',
    covered: ['sizing/memory-exceeded', 'sizing/pool-small'],
  },
  {
    sheet,
    id: '§1.1 extra connections',
    fact: 'extra_max_connections come on top',
    covered: counted,
  },
  { sheet, id: '§1.2 appliers', fact: 'two appliers below 1Gi, else four for each core', covered: bySizing },
  {
    sheet,
    id: '§1.2 base',
    fact: 'the provider, a transfer on the donor and the appliers take memory',
    covered: counted,
  },
  {
    sheet,
    id: '§1.2 write set',
    fact: 'wsrep_max_ws_size is a sixteenth of the memory, 16 to 2047 MiB',
    covered: ['sizing/write-set-large'],
  },
  {
    sheet,
    id: '§1.2 gcache',
    fact: 'gcache.size bridges the longest absence at the write rate',
    covered: ['sizing/gcache-small', 'provider/sizing-overridden'],
  },
  {
    sheet,
    id: '§1.2 gcache alone',
    fact: 'a single server has no write-set cache',
    covered: ['sizing/gcache-unused'],
  },
  {
    sheet,
    id: '§1.2 page',
    fact: 'gcache.page_size is no larger than gcache.size, and chosen so where nobody says',
    covered: ['sizing/gcache-small'],
  },
  {
    sheet,
    id: '§1.2 volume',
    fact: 'the volume holds data, cache, pages, redo log and the scratch of a transfer; what is written during one is kept in gcache, then in pages',
    covered: ['sizing/volume-exceeded', 'sizing/volume-risked', 'sizing/transfer-outgrows-gcache'],
  },
  {
    sheet,
    id: '§1.2 data again',
    fact: 'a joiner has the data once more on its volume',
    covered:
      'it empties its data directory before a transfer, so the data are there once; the scratch beside them is counted in sizing/volume-exceeded',
  },
  {
    sheet,
    id: '§1.2 use-memory',
    fact: 'use-memory of mariadb-backup is never above the pool',
    covered: ['sizing/backup-memory'],
  },
  {
    sheet,
    id: '§1.2 fixed settings',
    fact: 'row format, autoinc mode 2 and InnoDB',
    covered: ['config/operator-owned'],
  },
  {
    sheet,
    id: '§1.2 flush',
    fact: 'innodb_flush_log_at_trx_commit 2 only where other sites hold the data',
    covered: ['sizing/flush-relaxed'],
  },
  { sheet, id: '§1.2 doublewrite', fact: 'innodb_doublewrite stays on', covered: ['config/unsafe'] },
  {
    sheet,
    id: '§1.2 transfer method',
    fact: 'mariabackup with a user of its own, not rsync',
    covered:
      'the user is made by KubeDB, and kubedb.wsrepSSTMethod chooses; in config that is config/operator-owned',
  },
  {
    sheet,
    id: '§1.2 flow control',
    fact: 'gcs.fc_limit is 16, five for each applier, 160 on a WAN; recv_q_hard_limit is left alone',
    covered: ['config/galera-values'],
  },
  {
    sheet,
    id: '§1.2 sync wait',
    fact: 'wsrep_sync_wait is 0 unless reads must be causal',
    covered: 'a choice of the application: both values work',
  },
  {
    sheet,
    id: '§1.2 engines',
    fact: 'MEMORY tables are not counted by the cap of a session',
    covered:
      'a table of the live database; enforce_storage_engine is an option of config for whoever wants it',
  },
  {
    sheet,
    id: '§1.3 shared buffers',
    fact: 'a quarter of the memory, and never all of it',
    covered: ['sizing/memory-exceeded', 'sizing/memory-risked'],
  },
  {
    sheet,
    id: '§1.3 maintenance',
    fact: 'maintenance_work_mem and autovacuum by memory',
    covered: `${bySizing}; other values enter the budget`,
  },
  {
    sheet,
    id: '§1.3 connections',
    fact: '4 to 200 connections, more clients through a pooler',
    covered: ['sizing/connections-many'],
  },
  {
    sheet,
    id: '§1.3 page tables',
    fact: 'each session has page tables for shared_buffers, so huge pages are tried from 2GB on',
    covered: counted,
  },
  {
    sheet,
    id: '§1.3 work_mem',
    fact: 'work_mem is what is left for each session, at least 0.25 MB',
    covered: ['sizing/memory-exceeded', 'sizing/work-mem-small'],
  },
  { sheet, id: '§1.3 parallel', fact: 'no parallel workers below four cores', covered: bySizing },
  {
    sheet,
    id: '§1.3 WAL',
    fact: 'max_wal_size by the volume',
    covered: ['sizing/volume-exceeded', 'sizing/volume-risked'],
  },
  {
    sheet,
    id: '§1.3 shared memory',
    fact: '/dev/shm holds the hash tables of parallel queries, and counts',
    covered: `${counted}; KubeDB mounts /dev/shm itself, and reserved mounts are kubedb/reserved-path`,
  },
  {
    sheet,
    id: '§1.3 no cap',
    fact: 'nothing bounds a session of Postgres',
    covered: `${counted}, with a reserve of 10 % instead of 5 %`,
  },

  // Hard errors and warnings.
  {
    sheet,
    id: '§3 least memory',
    fact: 'MariaDB below 192Mi, Galera below 384Mi, Postgres below 192Mi',
    covered: ['sizing/memory-exceeded'],
  },
  {
    sheet,
    id: '§3 least pool',
    fact: 'a pool below 32M after narrowing',
    covered: ['sizing/memory-exceeded'],
  },
  {
    sheet,
    id: '§3 worst',
    fact: 'explicit values whose worst case is above the memory',
    covered: ['sizing/memory-exceeded', 'sizing/memory-risked'],
  },
  {
    sheet,
    id: '§3 requests',
    fact: 'the memory request is missing or not the limit',
    covered: ['kubedb/resources'],
  },
  {
    sheet,
    id: '§3 gcache in memory',
    fact: 'gcache.dir or the data directory on a memory medium',
    covered: ['sizing/gcache-place', 'config/operator-owned'],
  },
  { sheet, id: '§3 use-memory', fact: 'use-memory above the pool', covered: ['sizing/backup-memory'] },
  { sheet, id: '§3 provider option', fact: 'an unknown provider option', covered: ['config/galera-options'] },
  {
    sheet,
    id: '§3 volume',
    fact: 'a volume below data, gcache and 1Gi',
    covered: ['sizing/volume-exceeded', 'sizing/volume-risked'],
  },
  {
    sheet,
    id: '§3 even members',
    fact: 'an even number of votes over two sites without an arbitrator',
    covered: ['kubedb/replicas', 'kubedb/quorum-in-one-cluster'],
  },
  {
    sheet,
    id: '§3 WAL volume',
    fact: 'a volume below 1.25 times max_wal_size',
    covered: ['sizing/volume-exceeded', 'sizing/volume-risked'],
  },
  {
    sheet,
    id: '§3 remedies',
    fact: 'the message names what would do',
    covered: ['sizing/memory-exceeded', 'sizing/memory-risked'],
  },
  {
    sheet,
    id: '§3 pool share',
    fact: 'a pool below 40 % because of sessions',
    covered: ['sizing/pool-small'],
  },
  {
    sheet,
    id: '§3 worst above 90 %',
    fact: 'a worst case above 90 % of the memory',
    covered:
      'the formula ends at 95 % by design, and the reserve of 5 % is part of the sum that sizing/memory-risked holds against the limit',
  },
  {
    sheet,
    id: '§3 session cap',
    fact: 'max_session_mem_used unset or below 8M',
    covered: ['sizing/sessions-unbounded', 'sizing/sessions-narrow'],
  },
  {
    sheet,
    id: '§3 packet',
    fact: 'max_allowed_packet above max_session_mem_used',
    covered: ['sizing/sessions-narrow'],
  },
  {
    sheet,
    id: '§3 performance schema',
    fact: 'performance_schema on below 2Gi',
    covered: ['sizing/performance-schema'],
  },
  { sheet, id: '§3 arenas', fact: 'no MALLOC_ARENA_MAX', covered: ['sizing/arenas'] },
  {
    sheet,
    id: '§3 MEMORY engine',
    fact: 'the MEMORY engine is allowed',
    covered: 'tables of the live database; a default engine in config is held by config/operator-owned',
  },
  {
    sheet,
    id: '§3 gcache window',
    fact: 'a window below an hour of the declared write rate is a risk where a copy takes long',
    covered: ['sizing/window-short', 'sizing/ride-out-shorter'],
  },
  {
    sheet,
    id: '§3 write set',
    fact: 'wsrep_max_ws_size above an eighth of the memory',
    covered: ['sizing/write-set-large'],
  },
  {
    sheet,
    id: '§3 flush',
    fact: 'commits that are not flushed with all replicas in one place',
    covered: ['sizing/flush-relaxed'],
  },
  {
    sheet,
    id: '§3 startup probe',
    fact: 'a startup probe shorter than the transfer',
    covered: ['sizing/start-up-probes', 'provider/field'],
  },
  {
    sheet,
    id: '§3 Postgres connections',
    fact: 'more than 200 connections without a pooler',
    covered: ['sizing/connections-many'],
  },
  { sheet, id: '§3 work_mem', fact: 'a work_mem below 1MB', covered: ['sizing/work-mem-small'] },

  // MariaDB 11.8.
  { sheet, id: '§9.1 1', fact: '14 MiB more from 11.6 on', covered: counted },
  {
    sheet,
    id: '§9.1 2',
    fact: 'collations that are loaded on first use take 1 to 4 MiB each',
    covered: 'inside the reserve: which collations are used is a matter of the live database',
  },
  {
    sheet,
    id: '§9.1 3',
    fact: 'at least 10 connections on both versions',
    covered: ['config/option-adjusted'],
  },
  {
    sheet,
    id: '§9.1 4',
    fact: "the guide's values fail on 11.8 as well",
    covered: ['sizing/memory-exceeded', 'sizing/memory-risked'],
  },
  {
    sheet,
    id: '§9.2 TLS',
    fact: 'a connection with TLS takes 0.08 MiB more',
    covered: 'inside the 0.5 MiB of a connection',
  },
  {
    sheet,
    id: '§9.2 data directory',
    fact: 'an empty data directory is 155M instead of 126M',
    covered: ['sizing/volume-exceeded', 'sizing/volume-risked'],
  },
  {
    sheet,
    id: '§9.6 pool maximum',
    fact: 'innodb_buffer_pool_size_max above the memory of the node stops the start',
    covered:
      'dbspan writes the pool, for the releases that would reserve more; what a node has is not in the files',
  },
  {
    sheet,
    id: '§9.6 vector indexes',
    fact: 'mhnsw_max_cache_size for each vector index in use',
    covered: 'indexes of the live database; a term the budget lacks as long as nobody declares them',
  },
  {
    sheet,
    id: '§9.6 temporary files',
    fact: 'max_tmp_total_space_usage bounds temporary files, and 10.11 does not start with it',
    covered: ['config/option-unknown'],
  },
  {
    sheet,
    id: '§9.6 snapshot isolation',
    fact: 'innodb_snapshot_isolation is on: updates of changed rows fail with 1020',
    covered: 'a matter of the application: the value of the server stands',
  },
  {
    sheet,
    id: '§9.7 refused',
    fact: 'options that a version refuses, so that the server does not start',
    covered: ['config/option-unknown'],
  },
  { sheet, id: '§9.7 idle', fact: 'options that do nothing any more', covered: ['config/option-doubtful'] },
  {
    sheet,
    id: '§9.7 provider values',
    fact: 'values of provider options that are refused, and pairs that must be in order',
    covered: ['config/galera-options', 'config/galera-values'],
  },
  {
    sheet,
    id: '§9.7 names',
    fact: 'hyphens, prefixes and beginnings of names',
    covered: ['config/option-unknown', 'config/option-doubtful'],
  },
];
