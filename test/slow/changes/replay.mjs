// A change replayed as people make it: `dbspan synth` of the old topology, then `dbspan synth --step` for each commit, and
// what every output on the way holds.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { parseAllDocuments } from 'yaml';
import { readTree } from '../../../scripts/trees.mjs';
import { root } from '../harness.mjs';

const { program } = createRequire(import.meta.url)(join(root, 'bin/load.js')).load();

// Each run of the program listens to signals and streams.
for (const each of [process, process.stdout, process.stderr]) each.setMaxListeners(0);

/** Far more commits than any change takes. */
const mostCommits = 40;

/**
 * The outputs from the old one to the new one, each as a map from a key of an object to it, and what stood in the way.
 *
 * @returns {Promise<{ name: string, stages: Map<string, object>[], steps: Map<string, object>[], refused: object[], plan: object, problems: string[] }>}
 */
export async function replay(name, before, after, scratch) {
  const folder = join(scratch, name);
  const problems = [];
  copyProgram(before, join(folder, 'old'));
  copyProgram(after, join(folder, 'new'));
  const made = await dbspan(['synth', 'old', '-o', 'dist'], folder);
  if (made.code !== 0) throw new Error(`${name}: the old topology does not compile: ${made.stdout}`);
  const fresh = await dbspan(['synth', 'new', '-o', 'fresh'], folder);
  if (fresh.code !== 0) throw new Error(`${name}: the new topology does not compile: ${fresh.stdout}`);
  const planned = await dbspan(['plan', 'new', '--format', 'json'], folder);
  const plan = JSON.parse(planned.stdout);

  const states = [objectsIn(join(folder, 'dist'))];
  const last = objectsIn(join(folder, 'fresh'));
  const refused = [];
  for (let number = 1; number <= mostCommits; number++) {
    const { code, stdout } = await dbspan(
      ['synth', 'new', '--step', `${number}`, '--format', 'json'],
      folder,
    );
    const { details = {}, diagnostics, problems: others, ...rest } = JSON.parse(stdout);
    if (code !== 0) {
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      refused.push(...errors);
      if (errors.length === 0) problems.push(`step ${number} ended with ${code}: ${JSON.stringify(others)}`);
      break;
    }
    states.push(objectsIn(join(folder, 'dist')));
    const step = details.step ?? rest.step;
    if (step === undefined || step.number === step.of) break;
  }
  if (refused.length === 0 && problems.length === 0) problems.push(...differences(folder));
  rmSync(folder, { recursive: true });
  return { name, states, direct: [states[0], last], refused, plan, problems };
}

/** The last step leaves what a synthesis into an empty folder gives, index and all. */
function differences(folder) {
  const [stepped, fresh] = ['dist', 'fresh'].map((name) => readTree(join(folder, name)));
  const paths = [...new Set([...stepped.keys(), ...fresh.keys()])].sort();
  return paths
    .filter((path) => String(stepped.get(path)) !== String(fresh.get(path)))
    .map((path) => `${path} is not as in a fresh output`);
}

function copyProgram(from, to) {
  if (!existsSync(from)) throw new Error(`${from} is not there`);
  if (from.endsWith('.yaml')) {
    mkdirSync(to, { recursive: true });
    cpSync(from, join(to, 'topology.yaml'));
  } else cpSync(from, to, { recursive: true });
}

/** The objects of an output by cluster and identity, in the order in which they are applied. */
function objectsIn(out) {
  const found = new Map();
  for (const cluster of readdirSync(out, { withFileTypes: true })) {
    if (!cluster.isDirectory()) continue;
    for (const [path, content] of [...readTree(join(out, cluster.name))].sort(([a], [b]) =>
      a < b ? -1 : 1,
    )) {
      if (!/^\d\d[^/]*\/[^/]+\.yaml$/.test(path) || path.endsWith('kustomization.yaml')) continue;
      for (const document of parseAllDocuments(String(content))) {
        const object = document.toJS();
        const key = `${cluster.name} ${identityOf(object)}`;
        if (found.has(key)) throw new Error(`${key} is there twice`);
        found.set(key, object);
      }
    }
  }
  return found;
}

/** Group, kind, namespace and name: an API server has one object of each. */
export function identityOf({ apiVersion, kind, metadata }) {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return `${kind}.${group} ${metadata.namespace ?? ''}/${metadata.name}`;
}

/** The program in this process: hundreds of processes would take minutes. One run at a time. */
async function dbspan(given, folder) {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map(({ write }) => write);
  const directory = process.cwd();
  let stdout = '';
  process.stdout.write = (text) => {
    stdout += text;
    return true;
  };
  process.stderr.write = () => true;
  process.chdir(folder);
  try {
    await program.main(given);
    return { code: process.exitCode, stdout };
  } finally {
    for (const [index, stream] of streams.entries()) stream.write = writes[index];
    process.chdir(directory);
    process.exitCode = undefined;
  }
}
