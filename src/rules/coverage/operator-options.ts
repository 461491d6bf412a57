import type { Fact } from './fact.js';

/** Options of servers, their files and their memory, with mariadb-operator. */
export const operatorOptionsFacts: readonly Fact[] = [
  {
    sheet: 'mariadb-operator',
    id: '§1.1 version of the image',
    fact: 'the version is in the tag of the image; with a digest alone nobody knows it',
    covered: ['config/option-unknown', 'config/option-doubtful'],
  },
  {
    sheet: 'mariadb-operator',
    id: '§1.3 library keys',
    fact: 'providerOptions has keys and values that the library takes',
    covered: ['config/galera-options', 'config/galera-values'],
  },
  {
    sheet: 'mariadb-operator',
    id: '§1.4 two files',
    fact: 'of myCnf and the ConfigMap that is named beside it myCnf counts',
    covered: 'myCnf alone is read then, as the operator writes it over the ConfigMap',
  },
  {
    sheet: 'mariadb-operator',
    id: '§0 precedence',
    fact: 'the file of the user is read last and wins over every file of the operator',
    covered: ['config/operator-owned', 'config/unsafe'],
  },
  {
    sheet: 'mariadb-operator',
    id: '§3.1 members',
    fact: 'wsrep_*, binlog_format, innodb_autoinc_lock_mode, default_storage_engine of a Galera are not free',
    covered: ['config/operator-owned'],
  },
  {
    sheet: 'mariadb-operator',
    id: '§3.1 servers',
    fact: 'bind-address, datadir, socket and port are where the operator looks for them',
    covered: ['config/operator-owned'],
  },
  {
    sheet: 'mariadb-operator',
    id: '§3.1 certificates',
    fact: 'ssl_*, tls_version and require_secure_transport come from tls',
    covered: ['config/operator-owned'],
  },
  {
    sheet: 'mariadb-operator',
    id: '§3.1 readers of the binary log',
    fact: 'server_id, gtid_domain_id, log_slave_updates, rpl_semi_sync_* and skip-log-bin where others replicate from it',
    covered: ['config/operator-owned'],
  },
  {
    sheet: 'mariadb-operator',
    id: '§3.1 prepared statements',
    fact: 'max_prepared_stmt_count of 1 or less breaks the agent',
    covered: ['config/operator-owned'],
  },
  {
    sheet: 'mariadb-operator',
    id: '§3.1 default of bind-address',
    fact: 'bind-address=0.0.0.0 merely drops IPv6',
    covered: 'accepted: nothing breaks, and whether a cluster has IPv6 is not in the files',
  },
  {
    sheet: 'mariadb-operator',
    id: '§3.2 string in a file',
    fact: 'wsrep_provider_options in myCnf replaces the whole string of the operator',
    covered: ['config/operator-owned'],
  },
  {
    sheet: 'mariadb-operator',
    id: '§3.2 addresses and certificates',
    fact: 'providerOptions wins over gmcast.listen_addr and socket.* of the operator',
    covered: ['config/operator-owned'],
  },
  {
    sheet: 'mariadb-operator',
    id: '§3.2 cache of write sets',
    fact: 'no gcache option is set: 128M, on the volume',
    covered: ['sizing/volume-exceeded', 'sizing/volume-risked', 'sizing/gcache-small'],
  },
  {
    sheet: 'mariadb-operator',
    id: '§3.3 nothing from resources',
    fact: 'nothing is derived from resources: sizes that do not fit kill the server',
    covered: ['sizing/memory-exceeded', 'sizing/memory-risked', 'sizing/sessions-unbounded', 'sizing/arenas'],
  },
  {
    sheet: 'mariadb-operator',
    id: '§3.3 addresses of the pool',
    fact: 'later releases reserve 8 TiB of addresses unless innodb_buffer_pool_size_max is set',
    covered:
      'written in mode guaranteed: src/sizing/mariadb-settings.ts, as loose_ for a tag without a release',
  },
  {
    sheet: 'mariadb-operator',
    id: '§4 volume of the guide',
    fact: '100Mi hold neither the redo log and the system tables, nor the cache of write sets',
    covered: ['sizing/volume-exceeded'],
  },
  {
    sheet: 'mariadb-operator',
    id: '§5 memory of Jobs',
    fact: 'init and recovery Jobs start the server with its pool and without its resources',
    covered: ['mariadb-operator/job-memory'],
  },
  {
    sheet: 'mariadb-operator',
    id: '§6 connections',
    fact: 'exporter, operator and administrator share max_connections with the clients',
    covered: ['sizing/connections-few', 'sizing/server-smaller'],
  },
  {
    sheet: 'mariadb-operator',
    id: '§2.5 options of files',
    fact: 'nobody checks the options of myCnf and of ConfigMaps before the server starts',
    covered: ['config/option-unknown', 'config/option-value', 'config/file-form'],
  },
];
