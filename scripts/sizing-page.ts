import { fileURLToPath } from 'node:url';
import { runProgram } from '../src/cli/testing.js';
import {
  chooseGcache,
  defaultGcache,
  groupOptions,
  leastSuspect,
  mostDefaultGcache,
  ringOverhead,
  suspectRoundTrips,
  usualWriteSet,
  windowReserve,
} from '../src/sizing/galera.js';
import {
  fits,
  leastMebibytes,
  plainRequest,
  type ServerSizing,
  type SizingRequest,
  sizeServer,
} from '../src/sizing/index.js';
import { linkTimes } from '../src/sizing/link.js';
import * as base from '../src/sizing/mariadb-memory.js';
import * as pools from '../src/sizing/mariadb-pool.js';
import { connectionShare, tiersFor } from '../src/sizing/mariadb-tiers.js';
import { type FloodResult, floodResults, sessionResults } from '../src/sizing/measurements.js';
import * as postgres from '../src/sizing/postgres.js';
import { replayRate, startItself, startUp, usualTransferRate } from '../src/sizing/start-up.js';
import {
  bitsPerSecond,
  bytesPerSecond,
  mebibytes,
  milliseconds,
  percent,
  seconds,
  sizeText,
} from '../src/sizing/units.js';
import * as volumes from '../src/sizing/volume.js';

// docs/sizing.md: its text stands here, its numbers come from src/sizing, its samples from the program. test/reference.test.ts holds the page against the file.

const workloads = ['oltp', 'mixed', 'analytics', 'edge'] as const;

function request(change: Partial<SizingRequest>): SizingRequest {
  return plainRequest('mariadb', mebibytes(1024), change);
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const short = (value: number): string => String(Math.round(value * 100) / 100);

function written({ settings }: ServerSizing, option: string): string {
  return String(settings.find((setting) => setting.option === option)?.value ?? '');
}

const shown = [256, 384, 512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536];

function postgresResult(memory: number, version: string | undefined): string {
  const server = sizeServer(request({ engine: 'postgres', memory: mebibytes(memory), version }));
  return `${written(server, 'shared_buffers')}, ${server.connections}, ${written(server, 'work_mem')}`;
}

/** The least memory that holds a Postgres server. */
function leastPostgres(change: Partial<SizingRequest>): string {
  const { problem } = sizeServer(request({ engine: 'postgres', memory: mebibytes(1), ...change }));
  return sizeText(problem?.memory ?? mebibytes(0));
}

function results(): string {
  const mariadb = (memory: number, version: string | undefined, galera: boolean): string => {
    const sized = sizeServer(request({ memory: mebibytes(memory), version, galera }));
    if (sized.problem) return `needs ${sizeText(sized.problem.memory ?? mebibytes(0))}`;
    return `${sized.pool}M (${percent(sized.pool / memory)}), ${sized.connections}`;
  };
  const rows = shown.map((memory) => {
    return [
      sizeText(mebibytes(memory)),
      mariadb(memory, undefined, false),
      mariadb(memory, undefined, true),
      mariadb(memory, '10.11', false),
      mariadb(memory, '10.11', true),
      postgresResult(memory, undefined),
      postgresResult(memory, '15'),
    ];
  });
  return table(
    [
      'memory',
      'MariaDB 11.6 and later',
      'Galera 11.6 and later',
      'MariaDB 10.11',
      'Galera 10.11',
      'Postgres 16 and later',
      'Postgres 15',
    ],
    rows,
  );
}

function tiers(): string {
  const size = (value: number): string => (value < 1 ? `${value * 1024}K` : `${value}M`);
  return table(
    [
      'memory from',
      '`max_session_mem_used`',
      '`max_allowed_packet`',
      'temporary tables',
      '`sort_buffer_size`',
      '`join_buffer_size`',
      '`table_open_cache`',
      '`innodb_log_buffer_size`',
      '`aria_pagecache_buffer_size`',
      '`MALLOC_ARENA_MAX`',
    ],
    tiersFor('oltp').map((tier) => [
      tier.start === 0 ? sizeText(mebibytes(pools.leastMemory.single)) : sizeText(mebibytes(tier.start)),
      size(tier.sessionCap),
      size(tier.packet),
      size(tier.temporaryTable),
      size(tier.sortBuffer),
      size(tier.joinBuffer),
      tier.tableOpenCache,
      size(tier.logBuffer),
      size(tier.ariaCache),
      tier.arenas,
    ]),
  );
}

function floods(): string {
  return table(
    ['server', 'limit', 'connections', 'buffer', 'most memory', 'outcome', 'remarks'],
    floodResults.map((run: FloodResult) => [
      `${run.engine === 'mariadb' ? 'MariaDB' : 'Postgres'} ${run.version}${run.form === 'cluster' ? ', Galera' : ''}`,
      sizeText(mebibytes(run.memory)),
      run.connections,
      `${run.buffer}M`,
      run.peak === undefined ? '' : `${run.peak}Mi (${percent(run.peak / run.memory)})`,
      run.outcome === 'killed' ? '**killed**' : 'survived',
      run.note,
    ]),
  );
}

function sessions(): string {
  const rows = sessionResults.map(({ version, jit, workMem, buffers, each }) => {
    const counted = postgres.perSession({
      sharedBuffers: buffers,
      connections: 20,
      workMem,
      hashMultiplier: postgres.hashMultiplierOf(version),
      wideHashes: postgres.hasWideHashes(version),
      maintenance: 0,
      autovacuumWorkers: 0,
      autovacuumWorkMem: 0,
      jit,
      parallel: 0,
      parallelWorkers: 0,
      temporaryBuffers: 0,
      walBuffers: 0,
    });
    return [`Postgres ${version}`, jit ? 'on' : 'off', `${workMem}MB`, each, short(counted)];
  });
  return table(['server', '`jit`', '`work_mem`', 'each session took, Mi', 'budget counts, Mi'], rows);
}

/** A command and what it prints, as test/docs.test.ts runs it. */
async function sample(command: string): Promise<string> {
  const directory = fileURLToPath(new URL('..', import.meta.url));
  const { stdout, stderr } = await runProgram(command.split(' ').slice(2), { directory });
  return `\`\`\`console\n$ ${command}\n${stderr}${stdout}\`\`\``;
}

function budget(sized: ServerSizing): string {
  const { parts, total, limit } = sized.memory;
  return table(
    ['part', 'Mi', 'how'],
    [
      ...parts.map(({ part, size, how }) => [part, short(size), how]),
      [`**total** of ${sizeText(limit)}`, short(total), ''],
    ],
  );
}

function volumeExamples(): string {
  const rows = [1, 5, 10, 20, 50, 100, 500].map((gibibytes) => {
    const volume = mebibytes(gibibytes * 1024);
    const memory = mebibytes(2048);
    const member = sizeServer(request({ volume, memory, galera: true }));
    const standby = sizeServer(
      request({ volume, memory, engine: 'postgres', standbys: true, keptWal: volumes.keptWalFor(volume) }),
    );
    const room = (sized: ServerSizing): string =>
      sized.volume && fits(sized.volume) ? sizeText(mebibytes(Math.floor(sized.volume.room))) : 'too small';
    return [
      `${gibibytes}Gi`,
      written(member, 'innodb_log_file_size'),
      `${member.gcache}M`,
      room(member),
      written(standby, 'max_wal_size'),
      `${volumes.keptWalFor(volume)}MB`,
      room(standby),
    ];
  });
  return table(
    ['volume', 'redo log', 'gcache', 'data, Galera', '`max_wal_size`', 'WAL kept', 'data, Postgres'],
    rows,
  );
}

function durationText(time: number): string {
  if (time < 120) return `${Math.ceil(time)} s`;
  return time < 7200 ? `${Math.ceil(time / 60)} min` : `${Math.ceil(time / 3600)} h`;
}

function linkExamples(): string {
  const rows = [10, 100, 1000].map((megabits) => {
    const times = linkTimes({
      bandwidth: bitsPerSecond(megabits * 1e6),
      data: mebibytes(10_240),
      writeRate: bytesPerSecond(2 ** 20),
      rideOut: seconds(1800),
      receivers: 1,
    });
    const time = (value: number | undefined): string =>
      value === undefined ? '' : Number.isFinite(value) ? durationText(value) : 'never';
    return [`${megabits} Mbit/s`, time(times.fullTransfer), time(times.catchUp)];
  });
  return table(['link', 'full copy of 10Gi', 'catching up 30 min'], rows);
}

function startExamples(): string {
  const rows = [1, 20, 100, 500].map((gibibytes) => {
    const { total, probe } = startUp({
      data: mebibytes(gibibytes * 1024),
      transferRate: usualTransferRate,
      recoveryLog: mebibytes(1024),
      transfers: true,
    });
    return [
      `${gibibytes}Gi`,
      `${Math.ceil(total)} s`,
      `${probe.failureThreshold} x ${probe.periodSeconds} s`,
    ];
  });
  return table(['data', 'longest start', 'startup probe'], rows);
}

const share = (workload: (typeof workloads)[number]): string => `${short(100 * connectionShare[workload])} %`;

/** docs/sizing.md */
export async function sizingPage(): Promise<string> {
  const gibibyte = sizeServer(request({ galera: true }));
  const guide = request({ mode: 'target', memory: mebibytes(512), connections: 20, version: '10.11' });
  const asItIs = sizeServer({ ...guide, pool: { size: mebibytes(358) } });
  const unbounded = sizeServer(guide);
  const enough = leastMebibytes(512, (memory) => {
    const { problem } = sizeServer({
      ...guide,
      mode: 'guaranteed',
      memory: mebibytes(memory),
      pool: { share: pools.poolShare },
    });
    return problem === undefined;
  });
  const group = groupOptions(8, true, milliseconds(0)).options;
  const chunks = [1000, 2000, 20_000].map((pool) => `${pools.chunkOf(pool)}M`);
  return `# Sizing

<!-- Generated from src/sizing by \`npm run test:update\`: the text stands in scripts/sizing-page.ts. Do not edit. -->

How dbspan gets from \`memory: 1Gi\` to a configuration file with which the replica is not killed for want of memory, does not fill its
volume, and comes back over its links. The sizes on this page are computed by the code that sizes your databases, and the samples are its output.

## Two modes

\`sizing.mode\` of a database says which.

- **\`guaranteed\`**, the default: the buffer pool gets ${percent(pools.poolShare)} of the memory, or the largest share below it with which the budget holds. What you
  ask for under \`sizing\` or set under \`config\` stands, takes its place in the budget, and is an error when the budget breaks: the message
  names the memory that would do, the connections that would fit, and the pool that would.
- **\`target\`**: what you ask for is written as it is; ${percent(pools.poolShare)} of the memory for the buffer pool when you name none but say the memory. Nothing else is
  written, so that the manifests of the guides can be said. What breaks the budget is a warning with the same numbers.

Why not simply ${percent(pools.poolShare)}? Because sessions take memory too, and by default nothing bounds how much. A container of 512Mi with a pool of 358M and 20
connections ran well under plain load and was killed within seconds when all 20 sorted and grouped at once: three times of three. That
file needs ${sizeText(asItIs.problem?.memory ?? mebibytes(0))} as it is, and ${sizeText(unbounded.problem?.memory ?? mebibytes(0))} where its pool grows along to ${percent(pools.poolShare)}. With the caps that dbspan writes ${percent(pools.poolShare)} and 20 connections hold from
${sizeText(enough ?? mebibytes(0))} on, and ${percent(sizeServer(request({ memory: mebibytes(512), connections: 20, version: '10.11' })).pool / 512)} in 512Mi. [What is not covered](#what-is-not-covered) says where the guarantee ends.

## What comes out

Buffer pool with its share of the memory, then \`max_connections\`; for Postgres \`shared_buffers\`, \`max_connections\`, \`work_mem\`. With
workload \`oltp\`, two cores and nothing asked for. A version that is not said counts as a late one, which takes more. *Needs* stands where dbspan
refuses, with the least memory that would do.

${results()}

Every value is written with a line of comment that says where it comes from. Values that equal the server's default are written as well when
the budget counts on them: a default may change with the next release, and an image may bring an option file of its own.

## MariaDB: memory

All sizes in MiB; M is the memory limit of the container.

\`\`\`
pool      = min(${pools.poolShare} x M, (M - reserve - base - connections x each) / ${1 + base.poolBookkeeping})
reserve   = ${base.mariadbReserve} x M
each      = ${base.connectionItself} + max_session_mem_used + max_allowed_packet
            without a cap: ${base.connectionItself} + the largest of ${base.unbounded.least}, ${base.unbounded.tables} x temporary tables + sort_buffer_size + ${base.unbounded.beside}, ${base.packetHeld} x max_allowed_packet
base      = ${base.serverItself} + log buffer + Aria cache + ${base.openTable} x table_open_cache
            + ${base.collations} from 11.6 on + ${base.performanceSchema} with performance_schema
            + what config raises: key buffer above ${base.usualKeyBuffer}, query cache, full-text cache above ${base.usualFullTextCache}
Galera    + ${base.galeraProvider} + ${base.applier} x wsrep_slave_threads + ${base.stateTransfer} + gcache.mem_size
connections = as asked, else ${share('oltp')} of M / each, from ${pools.leastConnections} to ${pools.mostConnections}
appliers  = 2 below 1Gi, else 4 for each core, 2 to 64
\`\`\`

| term | where it is from |
|---|---|
| ${base.serverItself} | a filled server with small caches held 46 to 64 beyond its pool; the caches are counted apart, and a dictionary of some hundred tables added |
| ${1 + base.poolBookkeeping} | between pools of 256M and 2G the server grew by 1.015 of the pool |
| ${base.openTable} | 800 open tables took 22Mi |
| ${base.collations} | 11.8.6 against 10.11.19: the Unicode 14 collations that are loaded at start |
| ${base.performanceSchema} | \`performance_schema=ON\` took 94 to 107, whatever the pool and the connections |
| ${base.connectionItself} | thread, socket and kernel memory of a connection: 0.1 idle, more under load |
| max_session_mem_used | bounds what a session allocates; beyond it one packet. A packet larger than the cap is held as it came and as text before that is noticed: ${base.packetHeld} times its size |
| ${base.unbounded.least}, ${base.unbounded.tables}, ${base.unbounded.beside} | sessions without a cap took 23 to 40 with the server's defaults, 12.2 with small buffers, 133 with temporary tables of 64M; the next statement may take more |
| ${base.galeraProvider}, ${base.applier} | the provider took 34 to 36 idle and 10 to 40 more under load |
| ${base.stateTransfer} | mariadb-backup on the donor took 37 to 49 |
| ${percent(base.mariadbReserve)} | page tables, the processes of exec probes, what lies between two samples |
| ${pools.leastConnections} | MariaDB raises a lower \`max_connections\` to it, so that fewer are no bound |

The least memory is ${sizeText(mebibytes(pools.leastMemory.single))} for a single server and ${sizeText(mebibytes(pools.leastMemory.member))} for a member of a Galera cluster, the least pool ${pools.leastPool}M. A replica of a
Galera cluster with 1Gi, line by line:

${budget(gibibyte)}

### Sessions and caches

${tiers()}

Always: ${['key_buffer_size', 'aria_sort_buffer_size', 'myisam_sort_buffer_size', 'innodb_ft_cache_size', 'innodb_ft_total_cache_size', 'innodb_ft_result_cache_limit', 'query_cache_type', 'query_cache_size', 'read_buffer_size', 'read_rnd_buffer_size', 'performance_schema'].map((option) => `\`${option} = ${written(gibibyte, option)}\``).join(', ')}.

A session that needs more than its cap loses the statement (error 1290, \`ER_OPTION_PREVENTS_STATEMENT\`), not the server. Below 8M even a loader that
inserts many rows at once fails, so dbspan never writes less. \`MEMORY\` tables are not counted by the cap; \`max_heap_table_size\` bounds each of them. Nor are the
results of a full-text query, one of which took 66Mi: \`innodb_ft_result_cache_limit\` bounds them, and a query that needs more fails.

**Many connections.** Sessions wider than 8M and packets larger than 4M give way before the pool falls below ${percent(pools.narrowBelow.wide)} of the memory, and packets give way down to
1M before it falls below ${percent(pools.narrowBelow.usual)}. In between the pool stays at that share.

**No step down.** More memory never gives a smaller pool or fewer connections. Where sessions get wider, or one more connection fits, the pool
is held back a little before: 2047Mi do not get more than 2Gi, and 2Gi get ${sizeServer(request({ memory: mebibytes(2048), version: '10.11' })).pool}M with 10.11 although 1312M would fit, since the next connection
comes at 2050Mi.

**Rounding.** Pools are whole MiB, from 1Gi on multiples of 16M, always rounded down. Releases before 10.11.12, 11.4.6 and 11.8.2 round a pool
*up* to chunks; for those \`innodb_buffer_pool_chunk_size\` is written with a size that divides the pool: ${chunks.join(', ')} from 1M, 1Gi and 16Gi of pool on.

**Addresses of the pool.** From 10.11.17, 11.4.11, 11.8.7 and 12.3.2 on a server reserves addresses for a pool of 8 TiB unless it is told how large the pool may
ever get; a node whose kernel has no room for that keeps it from starting. For these releases \`innodb_buffer_pool_size_max\` is written: the pool, rounded up to 8M. A
pool that is to grow is therefore changed in the topology, not while the server runs. A version that names no release, such as \`11.8\`, gets no such line: name it whole.

### The allocator

\`MALLOC_ARENA_MAX\` goes into the container's environment. Unset, glibc makes eight arenas for each core *of the node* and gives back little of
them: the same load took 282Mi with the default, 185Mi with two and 166Mi with one.

### Workloads

| workload | connections when none are asked for | sessions from 2Gi on |
|---|---|---|
| \`oltp\` | ${share('oltp')} of the memory | as in the table |
| \`mixed\` | ${share('mixed')} | caps, sorts and joins twice as large |
| \`analytics\` | ${share('analytics')} | four times as large |
| \`edge\` | ${share('edge')} | as in the table; a small redo log, replayed after every loss of power |

## Galera

\`\`\`
gcache.size      = ${windowReserve} x writeRate x (1 + ${ringOverhead} / ${usualWriteSet}) x rideOut, at least ${defaultGcache}M
                   not asked for: a twentieth of the volume, ${defaultGcache}M to ${mostDefaultGcache}M
gcache.page_size = min(gcache.size, 128M)
wsrep_max_ws_size = M / 16, 16M to 2047M
gcs.fc_limit     = 5 for each applier, 16 to 160; across clusters 160
evs timers       across clusters: suspect ${leastSuspect} s, or ${suspectRoundTrips} round trips when that is more; inactive and install four times as long
\`\`\`

A write set takes 24 bytes of the ring beside its own; ${ringOverhead} are counted, for write sets of 2 KiB (sysbench's have 1.6). The factor ${windowReserve} is for bursts, for write
sets that slow readers hold, and for what is written while the transfer runs. Measured: with 32M, 31.8 MB written while a node was away were caught up,
33.1 MB took a full copy. Half an hour at 1Mi/s: ${chooseGcache({ rideOut: seconds(1800), writeRate: bytesPerSecond(2 ** 20) }, undefined).size}M.

\`gcache.size\` is a file on the volume, not memory: a smaller one saves none. Everything for the provider is one line, \`wsrep_provider_options\`; what you set there
under \`config\` is joined with it and wins key by key. Across clusters: \`${group.map(([key, value]) => `${key}=${value}`).join('; ')}\`.

\`innodb_flush_log_at_trx_commit = 2\` is written only where members are in more than one cluster: one power cut then does not take the last second from all of them.

## Postgres: memory

\`\`\`
shared_buffers       = M / 4
maintenance_work_mem = M / ${postgres.limits.oltp.maintenance}, 16 to 2048
autovacuum           = 3 workers (1 below 1Gi, or where memory is short) x M / 64, 8 to 1024
connections          = as asked, else one for each ${postgres.limits.oltp.perConnection}Mi, ${postgres.leastConnections} to ${postgres.limits.oltp.most}
process              = ${postgres.sessionItself} + shared_buffers / 512 + ${postgres.compiledQueries} with jit
hash tables          = ${postgres.hashTables.from16} x hash_mem_multiplier x work_mem from 16 on, ${postgres.hashTables.before16} x hash_mem_multiplier x work_mem before
session              = process + hash tables x (1 + max_parallel_workers_per_gather)
parallel workers     = min(max_parallel_workers, connections x max_parallel_workers_per_gather) x process
work_mem             = what is left for each connection, ${postgres.leastWorkMem} to ${postgres.limits.oltp.workMem}
budget               = ${postgres.sharedSlope} x shared_buffers + maintenance + autovacuum + connections x session + parallel workers
                       + ${postgres.serverItself} + ${postgres.postgresReserve} x M + temp_buffers above 8 of each session and wal_buffers above 16, where config raises them
\`\`\`

${postgres.sessionItself} is what work_mem does not govern: 4.2 were measured, the rest is room. shared_buffers / 512 are the page tables of a backend that touched all of them. Compiled
queries stay with the process that ran them; \`jit\` is written \`off\`, except for \`analytics\` where the memory allows it. \`hash_mem_multiplier\` is written as 2 from 13 on, and is 1 before.

The hash tables of a parallel query are shared, lie in /dev/shm, and are as many times larger as it plans processes, whether those run or not. They count with their session;
there is no line of their own for /dev/shm. Parallel plans are for \`mixed\` and \`analytics\` from 4 cores on, and give way before work_mem falls below 1MB.

The least memory is ${leastPostgres({})}, with 15 ${leastPostgres({ version: '15' })}; for \`analytics\`, whose queries are compiled, ${leastPostgres({ workload: 'analytics' })} and ${leastPostgres({ workload: 'analytics', version: '15' })}. Three of the connections are Postgres' own
reserve for superusers: of the least, ${postgres.leastConnections}, applications get three.

What you ask for may leave less for sessions or make them take more: \`sizing.workMem\`, \`sizing.sharedBuffers\`, and \`jit\`, \`temp_buffers\` or parallel plans under \`config\`. Unless \`sizing.maxConnections\`
says how many, fewer connections are let in then.

Twenty sessions at once, each with a sort, a hash aggregate, a three-way hash join and an array_agg over tables without statistics, no parallel plans, 128MB of
shared_buffers filled. What each took is its anonymous memory; the kernel's part and page tables come on top:

${sessions()}

Postgres bounds no session. The guarantee is weaker than MariaDB's: it holds for queries like those that were measured, and ${percent(postgres.postgresReserve)} are kept free instead of ${percent(base.mariadbReserve)}.

| workload | one connection for each | at most | \`work_mem\` at most | \`maintenance_work_mem\` |
|---|---|---|---|---|
${workloads.map((name) => `| \`${name}\` | ${postgres.limits[name].perConnection}Mi | ${postgres.limits[name].most} | ${postgres.limits[name].workMem}MB | M / ${postgres.limits[name].maintenance} |`).join('\n')}

**Fewer connections, more clients.** Sessions are what memory goes to. When applications open more connections than the table has, put a pooler
in front (ProxySQL or MaxScale for MariaDB, PgBouncer for Postgres) rather than raising \`maxConnections\`.

## Volume

\`\`\`
MariaDB   data + ${volumes.emptyDirectory} system tables + redo log + ${volumes.undo} undo + 2 x max_binlog_size (with log_bin)
Galera    + gcache.size + the larger of gcache.page_size and wsrep_max_ws_size + the redo log of a transfer
redo log  = pool / 4, within volume / 20, 48 to 4096 (edge: at most 96)
Postgres  data + ${volumes.emptyCluster} + ${volumes.walOvershoot} x max_wal_size + WAL kept for standbys + ${percent(volumes.temporaryShare)} of the volume for temporary files
max_wal_size = by the workload: ${workloads.map((name) => `${name} ${volumes.maxWalFor(name, undefined)}`).join(', ')}; within volume / 8
WAL kept  = 1536, within 15 % of the volume
all       + ${percent(volumes.volumeReserve)} of the volume free
\`\`\`

Without \`sizing.data\` at least ${sizeText(volumes.leastData)} must be left for data. With 2Gi of memory:

${volumeExamples()}

## Link

A link carries ${percent(linkTimes({ bandwidth: bitsPerSecond(8), data: mebibytes(0), writeRate: undefined, rideOut: undefined, receivers: 1 }).usable)} of its bandwidth as data; headers of WireGuard, IP and TCP and what is sent again take the rest. Every write set goes once to each
replica beyond it; transfers get what is left. With writes of 1Mi/s and one replica on the other side:

${linkExamples()}

## Start-up

A start takes ${startItself} s for the server, its log at ${replayRate}Mi/s after a crash and, for Galera, all data at the slower of network and volume: ${usualTransferRate}Mi/s when nobody
says. The log is as large as \`innodb_log_file_size\` or \`max_wal_size\` lets it be. The startup probe waits for all of it, and never less than 600 s.

${replayRate}Mi/s are a minute for each GiB. Measured after a crash, on two busy cores and a fast disk: 14 to 19 s for a GiB of redo log with MariaDB 10.11, 24 s for a GiB of WAL with
Postgres 15. With 1Gi of log, for Galera:

${startExamples()}

## Measured

Floods: the pool filled, then every connection busy with sorts, groupings, unions, long IN lists and large packets, under a hard limit of the kernel. *Most
memory* is what the kernel could not take back. The files of Postgres are from earlier formulas, with the \`work_mem\` that the remarks name.

${floods()}

**Alert on the working set**, not on \`memory.usage\`: the page cache fills every limit, and a healthy node shows 100 %. Memory requests and limits are written equal.

## Before it goes live

What a bounded server refuses that an unbounded one took. Each is one line under \`config\` or \`sizing\`; what it costs enters the budget.

| what | who notices | what to do |
|---|---|---|
| \`max_allowed_packet\` below the server's 16M | rows and statements larger than it, such as BLOBs and batches of a driver: "Got a packet bigger than". A dump of \`mariadb-dump\` with its defaults loads at 1M, unless one row is larger | set it to the largest row, twice that for binary columns in a dump |
| \`max_session_mem_used\` | reports, \`ALTER TABLE\`, routines with large variables: error 1290 | raise it under \`config\`; a session may raise its own, which is beyond the budget |
| \`wsrep_max_ws_size\` | imports and purges in one transaction: the statement fails with error 1105, "Maximum writeset size exceeded". \`ALTER TABLE\` is not bounded by it | commit every some thousand rows, or set it, up to 2147483647 |
| \`max_connections\` | operator, probes, exporter and backup log in with the same limit; one more is let in for an administrator | count them in \`sizing.maxConnections\`, or use a pooler |
| \`max_heap_table_size\`, \`innodb_ft_result_cache_limit\` | \`MEMORY\` tables are full, full-text queries fail | set them |
| \`performance_schema = OFF\` | monitoring that reads it | \`performance_schema: true\`, 105Mi |
| \`innodb_buffer_pool_size_max\` | \`SET GLOBAL innodb_buffer_pool_size\` stops there | change the topology, then restart |
| \`innodb_flush_log_at_trx_commit = 2\`, across clusters only | a power cut of all clusters at once loses a second | \`innodb_flush_log_at_trx_commit: 1\` |
| \`jit = off\`, no parallel plans | long queries of Postgres | \`sizing.workload: analytics\` |
| \`max_wal_size\` without a volume | \`dbspan size\` takes the workload's, up to 16384MB | \`--volume\` |

## What is not covered

- Other releases than those in the table, and other builds; arm64; more than 8Gi and 83 connections of MariaDB, more than 4Gi and 64 connections of Postgres (the formulas go on, nobody
  flooded them).
- Control groups v2, real networks and disks, TLS under load.
- What the cap of a session does not see. Stored routines with variables of megabytes: 20 sessions with 3 MB of them took 500Mi. Heavy writes to FULLTEXT indexes: 24 writers with
  24 such tables took 505Mi, although \`innodb_ft_total_cache_size\` is at its least. Explicit \`MEMORY\` tables: each is bounded, their number is not. Give a server with any of
  these more memory, or a smaller \`sizing.bufferPool\`.
- Options that dbspan does not see: in a Secret of your own (\`kubedb.configurationSecret\`), in option files of the image, and what somebody sets with \`SET GLOBAL\` or
  \`ALTER SYSTEM\`.
- Vector indexes: \`mhnsw_max_cache_size\` (16M) for each one in use is not in the budget. Spatial queries were not flooded.
- Binary logs that nothing expires, and temporary files of MariaDB, can fill a volume.
- MariaDB sessions that set \`max_session_mem_used\` themselves: every user may, without a privilege (10.11.19), and nothing bounds them then.
- Postgres sessions that set \`jit\` or \`work_mem\` themselves, or roles and databases for which somebody did: nothing bounds them. Queries with more sorts and joins at once than those
  that were measured.
- Postgres: extensions, logical replication and \`max_wal_senders\` are in the reserve.

## dbspan size

The calculator on the command line. \`--format\` prints a table, JSON, the finished configuration file (\`conf\`), or a table for a pull request (\`markdown\`);
[the command line](cli.md#dbspan-size) has all options.

${await sample('npx dbspan size --engine mariadb --memory 512Mi')}

\`--check\` judges a file that is there, here the one of a guide for K3s:

${await sample('npx dbspan size --check docs/samples/k3s-guide.cnf --memory 512Mi --version 10.11')}
`;
}
