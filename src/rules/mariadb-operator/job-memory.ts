import type { Report, Span } from '../../diagnostics/index.js';
import type { Field, Manifest, ManifestSet } from '../../manifests/index.js';
import { quantity } from '../../manifests/quantity.js';
import { type ConfigOption, mariadbName, type ServerFile } from '../../server-options/index.js';
import { fromBytes, type Mebibytes, mebibytes, plainRequest, sizeServer } from '../../sizing/index.js';
import { type OperatorServer, operatorFilesOf, operatorServers } from '../operator-servers.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

const messages = {
  little: (p: { job: string; database: string; memory: string; need: string }) =>
    `the ${p.job} of ${p.database} has ${p.memory}, and the server that it starts takes ${p.need}`,
  unsaid: (p: { jobs: readonly string[]; database: string; pool: string }) =>
    `no memory is asked for the ${listed(p.jobs)} of ${p.database}, and a server with a pool of ${p.pool} runs in ${eachOf(p.jobs)}`,
  range: (p: { jobs: readonly string[]; database: string; memory: string; range: string; need: string }) =>
    `the LimitRange ${p.range} gives the ${listed(p.jobs)} of ${p.database} ${p.memory}, and the server in ${eachOf(p.jobs)} takes ${p.need}`,
};

function eachOf(jobs: readonly string[]): string {
  return jobs.length > 1 ? 'each' : 'it';
}

/** The Jobs that initialise and recover a Galera have the memory of the server that they start. */
export const jobMemory = defineRule({
  id: 'mariadb-operator/job-memory',
  severity: 'warning',
  why: 'they start mariadbd with the options of the database and without its resources, and the cluster never begins, or never recovers, when one of them is killed',
  source: 'mariadb-operator/mariadb-operator pkg/controller/galera/init.go, issue 1399',
  messages,
  checkManifests(manifests, report) {
    const filesOf = operatorFilesOf(manifests);
    const ranges = limitRanges(manifests);
    for (const server of operatorServers(manifests)) {
      const files = filesOf(server);
      if (server.galera && files) check(server, files, ranges.get(server.namespace ?? ''), report);
    }
  },
});

/** A memory limit that containers get which name none. */
interface DefaultLimit {
  readonly range: string;
  readonly memory: Field;
}

function limitRanges(manifests: ManifestSet): ReadonlyMap<string, DefaultLimit> {
  const found = new Map<string, DefaultLimit>();
  for (const manifest of manifests.of('LimitRange', '')) {
    const memory = defaultOf(manifest);
    if (memory) found.set(manifest.namespace ?? '', { range: manifest.name, memory });
  }
  return found;
}

function defaultOf({ root }: Manifest): Field | undefined {
  for (const limit of root.at('spec', 'limits').items()) {
    const memory = limit.at('default', 'memory');
    if (limit.at('type').text === 'Container' && memory.given) return memory;
  }
  return undefined;
}

interface Job {
  readonly name: string;
  readonly field: string;
  readonly resources: Field;
}

function jobsOf({ spec }: OperatorServer): Job[] {
  const galera = spec.at('galera');
  const recovery = galera.at('recovery');
  const init: Job = {
    name: 'init Job',
    field: 'galera.initJob.resources',
    resources: galera.at('initJob', 'resources'),
  };
  // Given without enabled it is off.
  if (recovery.given && recovery.at('enabled').flag !== true) return [init];
  return [
    init,
    {
      name: 'recovery Job',
      field: 'galera.recovery.job.resources',
      resources: recovery.at('job', 'resources'),
    },
  ];
}

/** innodb_buffer_pool_size when nobody says: what a Job starts then is small. */
const usualPool = mebibytes(128);

function check(
  server: OperatorServer,
  files: readonly ServerFile[],
  limit: DefaultLimit | undefined,
  report: Report<typeof messages>,
): void {
  const { name: database, spec } = server;
  const options = files.flatMap((file) => file.options);
  const { pool, need } = startOf(server, options);
  const place = poolPlace(options);
  const needed = roundText(need);
  const unsaid: Job[] = [];
  for (const job of jobsOf(server)) {
    const memory = job.resources.at('limits', 'memory');
    if (!memory.given && !job.resources.at('requests', 'memory').given) unsaid.push(job);
    const size = amountOf(memory);
    if (size === undefined || size >= need) continue;
    const open = report('little', {
      job: job.name,
      database,
      memory: String(memory.value),
      need: needed,
    }).at(memory.span);
    if (place) open.related(place, 'its buffer pool');
    open.fix(`write ${needed}, or as much as spec.resources has`);
  }
  if (unsaid.length === 0) return;
  const jobs = unsaid.map((job) => job.name);
  const remedy = `write ${listed(unsaid.map(({ field }) => field))} with ${needed} of memory or more`;
  const given = limit && amountOf(limit.memory);
  if (limit && given !== undefined && given < need) {
    const { range, memory } = limit;
    report('range', { jobs, database, memory: String(memory.value), range, need: needed })
      .at(spec.at('galera').keySpan)
      .related(memory.span, 'what a container without a limit gets')
      .fix(remedy);
  } else if (pool > usualPool) {
    const open = report('unsaid', { jobs, database, pool: `${Math.floor(pool)}Mi` }).at(
      spec.at('galera').keySpan,
    );
    if (place) open.related(place, 'its buffer pool');
    open.fix(remedy);
  }
}

/** Lines of a budget that a server has whom nobody is connected to, and who replicates nothing. */
const taken: ReadonlySet<string> = new Set([
  'buffer pool',
  'its bookkeeping',
  'server and allocator',
  'log buffer',
  'collations',
]);

/** What a server takes that initialises or recovers: its pool, and what it has before anybody comes. */
function startOf(
  { version, galera }: OperatorServer,
  options: readonly ConfigOption[],
): { readonly pool: Mebibytes; readonly need: Mebibytes } {
  const given = options.map(({ name, value }) => ({ name, value: value ?? true }));
  const request = plainRequest('mariadb', mebibytes(1024), { mode: 'asIs', version, galera, options: given });
  const { pool, memory } = sizeServer(request);
  const parts = memory.parts.filter(({ part }) => taken.has(part));
  return { pool, need: mebibytes(parts.reduce((sum, { size }) => sum + size, 0)) };
}

function poolPlace(options: readonly ConfigOption[]): Span | undefined {
  return options.findLast(({ name }) => mariadbName(name).key === 'innodb-buffer-pool-size')?.valueSpan;
}

function amountOf(field: Field): Mebibytes | undefined {
  const nano = quantity(field.value)?.nano;
  return nano === undefined ? undefined : fromBytes(Number(nano) / 1e9);
}

/** Rounded up to 16 MiB. */
function roundText(size: Mebibytes): string {
  return `${Math.ceil(size / 16) * 16}Mi`;
}
