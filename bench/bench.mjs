// npm run bench: what dbspan costs as a whole process, beside processes that do less or do the same otherwise. Prints a
// Markdown table and each target with its measured value. bench/README.md says what is compared with what.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { findKustomize } from '../scripts/find-kustomize.mjs';
import { differences, fastTemporaryFolder, readTree, stamps } from '../scripts/trees.mjs';
import { interleave, peakMemory } from './measure.mjs';
import { renderTable, renderTargets } from './render.mjs';
import { topologies } from './topologies.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const part = (name) => join(root, 'bench/programs', name);
const dbspan = (...given) => [process.execPath, join(root, 'bin/dbspan.js'), ...given];

const cases = { start, cdk8s, small, scale, kustomize, again, same, plan, validate, rules, survival };

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string' },
    only: { type: 'string' },
    full: { type: 'boolean', default: false },
    json: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const chosen = options.only?.split(',') ?? Object.keys(cases);
const unknown = chosen.find((name) => !Object.hasOwn(cases, name));
if (options.help || unknown !== undefined || !/^[1-9]\d*$/.test(options.runs ?? '1')) {
  const problem = unknown === undefined ? '' : `bench: there is no case ${unknown}\n`;
  const usage = `usage: npm run bench -- [--runs N] [--only CASE,…] [--full] [--json FILE]
  --runs N      N runs of every process (default: 3 to 15, fewer where one run is long)
  --only CASE   of ${Object.keys(cases).join(', ')}
  --full        kustomize for 1,000 clusters too: some minutes
  --json FILE   write all figures to FILE
`;
  process.stderr.write(problem + usage);
  process.exit(options.help ? 0 : 2);
}

/** Runs of each process: the given number, or what the case can afford. */
const rounds = (affordable) => (options.runs === undefined ? affordable : Number(options.runs));

const scratch = mkdtempSync(join(fastTemporaryFolder(), 'dbspan-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

const tables = [];
const targets = [];
/** By number of clusters. */
const cpuOfSynth = new Map();
const started = performance.now();
say(
  `node ${process.version}, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), load ${loadavg()[0]?.toFixed(1)}, in ${scratch}\n\n`,
);
for (const name of chosen) await cases[name]();
say(`${renderTargets(targets)}\n${((performance.now() - started) / 1000).toFixed(0)} s\n`);
if (options.json !== undefined) {
  const figures = { node: process.version, cpu: cpus()[0]?.model, tables, targets };
  writeFileSync(options.json, `${JSON.stringify(figures, undefined, 2)}\n`);
}

/** The default program, which spans two clusters. */
function start() {
  const topology = join(root, 'spec/topology.yaml');
  const fresh = join(scratch, 'start');
  const kept = join(scratch, 'start-kept');
  const jobs = [
    { name: 'node -e 0', command: [process.execPath, '-e', '0'] },
    { name: 'dbspan version', command: dbspan('version') },
    { name: 'dbspan synth', command: dbspan('synth', topology, '-o', fresh), prepare: () => remove(fresh) },
    { name: 'dbspan synth, nothing changed', command: dbspan('synth', topology, '-o', kept) },
    { name: 'dbspan validate', command: dbspan('validate', topology) },
  ];
  const [empty, , synth] = measure('spec/topology.yaml, 2 clusters', jobs, rounds(15), { memory: 5 });
  judge('T1', 'CPU of dbspan synth over node -e 0', synth.cpu - empty.cpu, 45, 'ms');
}

/** Through the cdk8s CLI, which starts dbspan as its app. */
function cdk8s() {
  const folder = join(scratch, 'cdk8s');
  mkdirSync(folder);
  cpSync(join(root, 'spec/topology.yaml'), join(folder, 'topology.yaml'));
  const given = ['synth', '--no-check-upgrade', '--output', 'dist', '--app'];
  const cli = [process.execPath, join(root, 'node_modules/.bin/cdk8s'), ...given];
  const environment = { npm_config_offline: 'true', npm_config_update_notifier: 'false' };
  const common = { directory: folder, environment };
  const [, app] = /^app: node (.*)$/m.exec(readFileSync(join(root, 'cdk8s.yaml'), 'utf8'));
  const ours = `node ${join(root, app)}`;
  const jobs = [
    { name: 'cdk8s synth, an empty app', command: [...cli, `node ${part('empty-app.mjs')}`], ...common },
    { name: 'cdk8s synth, dbspan', command: [...cli, ours], ...common },
    {
      name: 'npx cdk8s synth, dbspan',
      command: ['npx', '--prefix', root, 'cdk8s', ...given, ours],
      ...common,
    },
  ];
  const [empty, full] = measure('through the cdk8s CLI, 2 clusters', jobs, rounds(7));
  // npx has a second's work of its own, the same for both, and would drown the difference.
  judge('T2', 'CPU of cdk8s synth over that of an empty app', full.cpu - empty.cpu, 60, 'ms');
}

/** A few clusters in one file. */
async function small() {
  for (const clusters of [2, 10]) {
    measure(`${clusters} clusters`, await scaleJobs(clusters), rounds(7));
  }
}

/** Growth from 50 clusters to 5,000. */
async function scale() {
  const peaks = new Map();
  for (const [clusters, affordable] of [
    [50, 7],
    [100, 5],
    [500, 5],
    [1000, 5],
    [5000, 3],
  ]) {
    const jobs = await scaleJobs(clusters, { objects: clusters === 100 || clusters === 1000 });
    const memory = clusters === 1000 ? jobs.length : clusters === 5000 ? 1 : 0;
    const [ours, bytes, apps, app] = measure(`${clusters} clusters`, jobs, rounds(affordable), { memory });
    cpuOfSynth.set(clusters, ours.cpu);
    peaks.set(clusters, ours.peak);
    if (clusters === 1000) {
      judge('T3', 'CPU against writing the same bytes, 1,000 clusters', ours.cpu / bytes.cpu, 3, '×');
      judge('T3', 'CPU against App.synth, an App per cluster', ours.cpu / apps.cpu, 0.4, '×');
      judge('T3', 'CPU against App.synth, one App', ours.cpu / app.cpu, 0.15, '×');
    }
    remove(join(scratch, `${clusters}`));
  }
  const [at50, at500, at5000] = [50, 500, 5000].map((clusters) => cpuOfSynth.get(clusters));
  judge('T4', '(CPU(5000) − CPU(500)) / (CPU(500) − CPU(50))', (at5000 - at500) / (at500 - at50), 10, '');
  judge('T6', 'peak memory at 1,000 clusters', peaks.get(1000), 130, 'MB');
  judge('T6', 'peak memory at 5,000 clusters', peaks.get(5000), 250, 'MB');
}

/** One kustomize process per cluster, as a repository of overlays needs, for objects that are there already. */
async function kustomize() {
  const tool = findKustomize();
  if (!tool) {
    skip(
      'T5',
      'CPU against kustomize, one process per cluster',
      'neither kustomize 5 nor kubectl 1.27 is here',
    );
    return;
  }
  let perCluster = 0;
  for (const clusters of options.full ? [10, 100, 1000] : [10, 100]) {
    const jobs = await scaleJobs(clusters, { bytes: false });
    const overlays = join(scratch, `${clusters}`, 'overlays');
    for (const [cluster, documents] of Object.entries(await objectsOf(join(scratch, `${clusters}`, 'in')))) {
      mkdirSync(join(overlays, cluster), { recursive: true });
      writeFileSync(
        join(overlays, cluster, 'kustomization.yaml'),
        'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [all.yaml]\n',
      );
      // JSON is YAML, and the quickest to read.
      const all = documents.map((object) => JSON.stringify(object)).join('\n---\n');
      writeFileSync(join(overlays, cluster, 'all.yaml'), all);
    }
    const loop = 'folder=$1; shift; for each in "$folder"/*; do "$@" "$each" || exit; done';
    jobs.push({
      name: `${tool.version}, a process per cluster`,
      command: ['bash', '-c', loop, 'bash', overlays, ...tool.command],
    });
    const affordable = clusters === 10 ? 5 : clusters === 100 ? 3 : 1;
    const [ours, theirs] = measure(`${clusters} clusters, kustomize`, jobs, rounds(affordable));
    cpuOfSynth.set(clusters, ours.cpu);
    perCluster = theirs.cpu / clusters;
    remove(join(scratch, `${clusters}`));
  }
  if (!cpuOfSynth.has(1000)) {
    const [ours] = measure('1000 clusters', await scaleJobs(1000, { bytes: false }), rounds(3));
    cpuOfSynth.set(1000, ours.cpu);
    remove(join(scratch, '1000'));
  }
  const how = options.full ? '' : ' (kustomize: ten times its 100)';
  const what = `CPU against a kustomize per cluster, 1,000 clusters${how}`;
  judge('T5', what, cpuOfSynth.get(1000) / (1000 * perCluster), 0.03, '×');
}

/** The survival model alone: all double failures of a wide database, and the goal of many. */
function survival() {
  const folder = join(scratch, 'survival');
  mkdirSync(folder);
  const bundle = join(folder, 'model.mjs');
  buildSync({
    entryPoints: [join(root, 'src/survival/index.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: bundle,
  });
  const ask = (what) => [process.execPath, part('survival.mjs'), bundle, what];
  const jobs = [
    { name: 'the model, loaded', command: ask('load') },
    { name: '9 voters on 9 clusters, what stops writes', command: ask('doubles') },
    { name: '9 voters on 9 clusters, every outcome', command: ask('outcomes') },
    { name: '2,000 databases on 200 clusters, cluster+1', command: ask('goals') },
  ];
  const [loaded, doubles, , goals] = measure('survival', jobs, rounds(7));
  judge('T11', 'CPU of all single and double failures, 9 voters', doubles.cpu - loaded.cpu, 250, 'ms');
  judge('T11', 'CPU of the strictest goal of 2,000 databases', goals.cpu - loaded.cpu, 300, 'ms');
}

/** A second run of the same. */
function again() {
  const { folder, input } = program(1000);
  const out = join(folder, 'out');
  const command = dbspan('synth', input, '-o', out, '--format', 'json');
  measure('', [{ name: 'dbspan synth', command }], 1, { silent: true });
  const before = stamps(out);
  measure('1000 clusters, a second time', [{ name: 'dbspan synth, nothing changed', command }], rounds(3));
  const { files } = JSON.parse(readFileSync(join(scratch, 'out'), 'utf8'));
  const after = stamps(out);
  const touched = [...before].filter(([path, stamp]) => after.get(path) !== stamp).length;
  judge('T7', 'files written when nothing changed, as dbspan says', files.written, 0, '');
  judge('T7', 'files whose inode or time is another', touched + Math.abs(after.size - before.size), 0, '');
  remove(folder);
}

/** One changed line of many clusters: the plan of it against writing it. */
function plan() {
  const { folder, input } = program(1000);
  const out = join(folder, 'out');
  const name = 't025.yaml';
  const before = readFileSync(join(input, name), 'utf8');
  const after = before.replace('size: 20Gi', 'size: 30Gi');
  const command = dbspan('synth', input, '-o', out);
  const git = (...given) => [
    'git',
    '-C',
    folder,
    '-c',
    'user.name=a',
    '-c',
    'user.email=a@example.org',
    ...given,
  ];
  measure('', [{ name: 'dbspan synth', command }], 1, { silent: true });
  for (const given of [
    ['init', '--quiet'],
    ['add', 'out'],
    ['commit', '--quiet', '-m', 'x'],
  ])
    measure('', [{ name: `git ${given[0]}`, command: git(...given) }], 1, { silent: true });
  const change = () => writeFileSync(join(input, name), after);
  // Not by a synth of the old line, which would be refused: it makes a volume smaller.
  const fresh = () =>
    interleave([{ name: 'git checkout', command: git('checkout', '--quiet', '--', 'out') }], 1, scratch);
  change();
  const planned = dbspan('plan', input, '--output-dir', out);
  const jobs = [
    { name: 'dbspan synth, one line changed', command, prepare: fresh },
    { name: 'dbspan plan, the same', command: planned, prepare: fresh },
    { name: 'dbspan plan --format markdown', command: [...planned, '--format', 'markdown'], prepare: fresh },
    {
      name: 'dbspan plan --against HEAD',
      command: dbspan('plan', 'in', '--output-dir', 'out', '--against', 'HEAD'),
      directory: folder,
      prepare: change,
    },
  ];
  const [synth, ours, , revision] = measure('1000 clusters, one changed line', jobs, rounds(3), {
    memory: 2,
  });
  judge(
    'T12',
    'CPU of plan against synth, one changed line of 1,000 clusters',
    ours.cpu / synth.cpu,
    1.2,
    '×',
  );
  judge('T12', 'CPU of plan --against HEAD against synth', revision.cpu / synth.cpu, 1.3, '×');
  remove(folder);
}

/** The same bytes under another time zone, locale and folder. What else may change is in test/slow/determinism.mjs. */
function same() {
  const { folder, input } = program(100);
  const [here, there] = [join(folder, 'here'), join(folder, 'there')];
  const elsewhere = ['env', 'TZ=Pacific/Apia', 'LANG=tr_TR.UTF-8', 'LC_ALL=tr_TR.UTF-8'];
  const jobs = [
    { name: 'here', command: dbspan('synth', `${input}/`, '-o', here) },
    { name: 'there', command: [...elsewhere, ...dbspan('synth', '../in', '-o', there)], directory: input },
  ];
  measure('', jobs, 1, { silent: true });
  judge('T8', 'files that differ in other surroundings', differences(here, there).length, 0, '');
  remove(folder);
}

/** All rules on many databases, against reading the same YAML. */
function validate() {
  const ratios = [];
  const cpu = [];
  for (const files of [20, 200]) {
    const folder = join(scratch, `validate-${files}`);
    mkdirSync(folder);
    for (const [name, text] of topologies(5 * files, { perFile: 5, databases: 10 })) {
      writeFileSync(join(folder, name), text);
    }
    const jobs = [
      { name: 'node -e 0', command: [process.execPath, '-e', '0'] },
      { name: 'dbspan validate', command: dbspan('validate', folder) },
      { name: 'yaml, parsing alone', command: [process.execPath, part('parse-yaml.mjs'), folder] },
    ];
    const title = `${files} topologies of 10 databases`;
    const [empty, ours, parsing] = measure(title, jobs, rounds(3), {
      memory: files === 200 ? 3 : 0,
    });
    ratios.push(ours.cpu / parsing.cpu);
    cpu.push(ours.cpu - empty.cpu);
  }
  judge('T9', 'CPU of validate against parsing, 200 topologies', ratios[1], 2, '×');
  judge('T9', 'growth of validate from 20 to 200 topologies', cpu[1] / cpu[0], 10, '×');
}

/** Every rule, those across files too, on databases that crowd on few clusters: 200 of them over each 20. */
function rules() {
  const ratios = [];
  const cpu = [];
  for (const files of [1, 10, 50]) {
    const folder = join(scratch, `rules-${files}`);
    mkdirSync(folder);
    for (const [name, text] of topologies(20 * files, { databases: 200 }))
      writeFileSync(join(folder, name), text);
    const jobs = [
      { name: 'node -e 0', command: [process.execPath, '-e', '0'] },
      { name: 'dbspan validate', command: dbspan('validate', folder) },
      { name: 'yaml, parsing alone', command: [process.execPath, part('parse-yaml.mjs'), folder] },
    ];
    const title = `${200 * files} databases on ${20 * files} clusters`;
    const memory = files === 10 ? 3 : 0;
    const [empty, ours, parsing] = measure(title, jobs, rounds(files === 50 ? 3 : 5), { memory });
    cpu.push(ours.cpu - empty.cpu);
    ratios.push(ours.cpu / parsing.cpu);
    remove(folder);
  }
  const growth = (cpu[2] - cpu[1]) / (cpu[1] - cpu[0]);
  judge('T10', 'CPU of validate against parsing, 2,000 databases on 200 clusters', ratios[1], 2, '×');
  judge(
    'T10',
    '(CPU(10,000) − CPU(2,000)) / (CPU(2,000) − CPU(200)), by databases; linear is 4.4',
    growth,
    5.3,
    '',
  );
}

/** What compiles so many clusters, and what writes the same bytes, or with `objects` the same objects by cdk8s alone. */
async function scaleJobs(clusters, { bytes = true, objects = false } = {}) {
  const { folder, input } = program(clusters);
  const out = join(folder, 'out');
  const prepare = () => remove(out);
  const jobs = [{ name: 'dbspan synth', command: dbspan('synth', input, '-o', out), prepare }];
  if (bytes) {
    measure('', jobs, 1, { silent: true });
    const tree = join(folder, 'tree.json');
    writeFileSync(tree, JSON.stringify(Object.fromEntries(readTree(out))));
    const command = [process.execPath, part('write-bytes.mjs'), tree, out];
    jobs.push({ name: 'writing the same bytes', command, prepare });
  }
  if (objects) {
    const list = join(folder, 'objects.json');
    writeFileSync(list, JSON.stringify(await objectsOf(input)));
    for (const [mode, name] of [
      ['clusters', 'App.synth, an App per cluster'],
      ['one', 'App.synth, one App'],
      ['objects', 'App.synth, an App per cluster, a file per object'],
    ]) {
      const command = [process.execPath, part('plain-cdk8s.mjs'), list, out, mode];
      jobs.push({ name, command, prepare });
    }
  }
  return jobs;
}

/** Writes the topologies of so many clusters into a folder of their own. */
function program(clusters) {
  const folder = join(scratch, `${clusters}`);
  const input = join(folder, 'in');
  mkdirSync(input, { recursive: true });
  for (const [name, text] of topologies(clusters)) writeFileSync(join(input, name), text);
  return { folder, input };
}

/** The objects that dbspan makes, by cluster. */
async function objectsOf(input) {
  const { compile, synthesizeObjects } = await import('../lib/index.js');
  const inputs = [...readTree(input)].map(([name, content]) => ({ name, content }));
  const clusters = {};
  for (const { cluster, object } of compile(inputs).plans.flatMap(synthesizeObjects)) {
    clusters[cluster] ??= [];
    clusters[cluster].push(object);
  }
  return clusters;
}

/** Measures jobs; of so many of them the peak memory too. */
function measure(title, jobs, runs, { memory = 0, silent = false } = {}) {
  const results = interleave(jobs, runs, scratch);
  if (silent) return results;
  for (const [index, job] of jobs.slice(0, memory).entries()) results[index].peak = peakMemory(job, scratch);
  tables.push({ title, results });
  say(`${renderTable(title, results)}\n`);
  return results;
}

function judge(id, what, value, limit, unit) {
  targets.push({ id, what, value, limit, unit, met: value <= limit });
}

function skip(id, what, reason) {
  targets.push({ id, what, reason });
}

function remove(path) {
  rmSync(path, { recursive: true, force: true });
}

function say(text) {
  process.stdout.write(text);
}
