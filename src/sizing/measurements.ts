/** One server under a hard memory limit, all its connections busy with queries chosen for their memory. */
export interface FloodResult {
  readonly engine: 'mariadb' | 'postgres';
  /** Version of the server as it prints it. */
  readonly version: string;
  /** `cluster`: with the Galera provider loaded, as one node or as three, each under its own limit. */
  readonly form: 'single' | 'cluster';
  /** Memory limit of the cgroup in MiB. */
  readonly memory: number;
  /** Connections busy at once, on each node. */
  readonly connections: number;
  /** `innodb_buffer_pool_size` or `shared_buffers` in MiB; filled before the flood begins. */
  readonly buffer: number;
  /**
   * Most memory in MiB that the kernel could not take back (anonymous, shared and kernel memory; no page cache), at one
   * instant, ten samples a second. Of a killed server: the most in the phase before the fatal one, undefined when not kept.
   */
  readonly peak: number | undefined;
  /** `killed`: by the kernel, for want of memory. */
  readonly outcome: 'survived' | 'killed';
  /** What sets this run apart. */
  readonly note: string;
}

/** What the runs of one server have in common. */
type Server = Pick<FloodResult, 'engine' | 'version' | 'form'>;
type Run = Omit<FloodResult, keyof Server>;

function runsOf(server: Server, runs: readonly Run[]): FloodResult[] {
  return runs.map((run) => ({ ...server, ...run }));
}

function survived(memory: number, connections: number, buffer: number, peak: number, note: string): Run {
  return { memory, connections, buffer, peak, outcome: 'survived', note };
}

function killed(
  memory: number,
  connections: number,
  buffer: number,
  peak: number | undefined,
  note: string,
): Run {
  return { memory, connections, buffer, peak, outcome: 'killed', note };
}

const mariadb10: Server = { engine: 'mariadb', version: '10.11.19', form: 'single' };
const mariadb11: Server = { engine: 'mariadb', version: '11.8.6', form: 'single' };

/**
 * Floods run on real servers (Debian builds, x86-64, two cores, control groups v1) while the formulas of this folder were
 * fitted, and after. Unless the note says otherwise a run used the reference formula's own file and number of malloc arenas.
 */
export const floodResults: readonly FloodResult[] = [
  ...runsOf(mariadb10, [
    killed(512, 20, 358, 480, 'the K3s guide: 70 % of memory, sessions without a cap; three runs of three'),
    survived(256, 6, 115, 222, 'six connections busy; the server would have let ten in'),
    killed(
      256,
      10,
      117,
      undefined,
      'sized for fewer connections than the ten that every server lets in; long IN lists',
    ),
    survived(256, 10, 80, 240, 'sized for ten connections'),
    killed(
      256,
      11,
      115,
      undefined,
      'budget exceeded by 25Mi, malloc arenas left to the C library; long IN lists',
    ),
    survived(512, 12, 282, 463, 'default connections'),
    survived(512, 20, 200, 474, 'the K3s guide’s connections, pool from the formula'),
    survived(1024, 20, 626, 897, 'default connections'),
    survived(1024, 20, 523, 904, 'the performance schema on'),
    survived(2048, 40, 1312, 1851, 'default connections'),
    survived(4096, 62, 2656, 3868, 'default connections, packets of 8 MiB on all of them at once'),
    survived(8192, 83, 5472, 6834, 'default connections, sessions capped at 16 MiB'),
  ]),
  ...runsOf({ ...mariadb10, form: 'cluster' }, [
    killed(
      1024,
      151,
      128,
      494,
      'the K3s guide’s Galera file: pool and connections left at the server’s defaults; one node',
    ),
    survived(1024, 16, 128, 841, 'the same file with a tenth of its connections busy; three nodes'),
    survived(1024, 16, 532, 754, 'three nodes, mixed flood, kill, state transfer'),
    survived(512, 8, 200, 363, 'three nodes, mixed flood, kill, state transfer'),
    survived(384, 8, 107, 268, 'three nodes, mixed flood, kill, state transfer'),
  ]),
  ...runsOf(mariadb11, [
    killed(512, 20, 358, 484, 'the K3s guide: 70 % of memory, sessions without a cap'),
    survived(256, 6, 117, 219, 'the file for 10.11, six connections busy'),
    survived(256, 10, 117, 246, 'the file for 10.11 with the ten connections the server lets in'),
    survived(256, 10, 66, 199, 'sized for 11.8'),
    survived(512, 12, 282, 434, 'the file for 10.11'),
    survived(512, 20, 200, 403, 'the file for 10.11'),
    survived(512, 20, 186, 387, 'sized for 11.8'),
    survived(1024, 20, 626, 905, 'the file for 10.11'),
    survived(2048, 40, 1312, 1796, 'the file for 10.11'),
    survived(4096, 62, 2640, 3839, 'sized for 11.8, packets of 8 MiB on all connections at once'),
  ]),
  ...runsOf({ ...mariadb11, form: 'cluster' }, [
    survived(512, 8, 190, 358, 'the file for 10.11; three nodes, mixed flood, kill, state transfer'),
    survived(1024, 16, 522, 765, 'the file for 10.11; three nodes, mixed flood, kill, state transfer'),
    survived(384, 8, 93, 247, 'sized for 11.8; three nodes, mixed flood, kill, state transfer'),
  ]),
  ...runsOf({ engine: 'postgres', version: '15', form: 'single' }, [
    survived(512, 10, 128, 502, 'work_mem 3052kB from an earlier formula: too close'),
    survived(1024, 21, 256, 1004, 'work_mem 2796kB from an earlier formula: too close'),
    survived(512, 8, 128, 427, 'work_mem 2611kB, default connections'),
    survived(1024, 16, 256, 854, 'work_mem 2672kB, default connections'),
  ]),
  ...runsOf({ engine: 'postgres', version: '15.18', form: 'single' }, [
    survived(
      2048,
      32,
      512,
      1656,
      'work_mem 2855kB, three-way joins, indexes made and autovacuum at work meanwhile',
    ),
    survived(
      2048,
      32,
      512,
      1723,
      'the same with work_mem 951kB and parallel plans of two workers, eight workers in all',
    ),
    survived(
      4096,
      64,
      1024,
      3307,
      'work_mem 2763kB, three-way joins, indexes made and autovacuum at work meanwhile',
    ),
    survived(
      4096,
      64,
      1024,
      3191,
      'the same with work_mem 921kB and parallel plans of two workers, eight workers in all',
    ),
  ]),
  ...runsOf({ engine: 'postgres', version: '17.11', form: 'single' }, [
    survived(512, 8, 128, 475, 'the file for 15, work_mem 2611kB, three-way joins: too close'),
    survived(1024, 16, 256, 950, 'the file for 15, work_mem 2672kB, three-way joins: too close'),
    survived(1024, 16, 256, 827, 'work_mem lowered to 1536kB, three-way joins'),
    survived(2048, 32, 512, 1925, 'the file for 15, work_mem 2855kB, three-way joins: too close'),
  ]),
];

/**
 * What one session took of a Postgres server: twenty at once, each with a sort, a hash aggregate, a three-way hash join and an
 * array_agg over tables without statistics, no parallel plans, all of shared_buffers touched.
 */
export interface SessionResult {
  /** Version of the server as it prints it. */
  readonly version: string;
  /** True when queries were compiled. */
  readonly jit: boolean;
  /** MiB. */
  readonly workMem: number;
  /** `shared_buffers` in MiB. */
  readonly buffers: number;
  /** Anonymous memory in MiB that each session added at the worst instant. */
  readonly each: number;
}

function session(version: string, jit: 'jit off' | 'jit on', workMem: number, each: number): SessionResult {
  return { version, jit: jit === 'jit on', workMem, buffers: 128, each };
}

/** Measured like the floods, with memory to spare. */
export const sessionResults: readonly SessionResult[] = [
  session('15.18', 'jit off', 1, 4.9),
  session('15.18', 'jit off', 4, 15.3),
  session('15.18', 'jit off', 16, 48.2),
  session('15.18', 'jit on', 4, 33.6),
  session('17.11', 'jit off', 1, 9.1),
  session('17.11', 'jit off', 4, 30.2),
  session('17.11', 'jit off', 16, 104),
  session('17.11', 'jit on', 4, 44.2),
];
