// Galera without an operator: the pods of the StatefulSet that dbspan writes, imitated on this machine from the rendered manifests
// with real servers in them, go through what clusters go through. No acknowledged row may be lost.
//   node test/servers/pods.mjs [SCENARIO…]
//   DBSPAN_PODS: a folder of rendered manifests, instead of an example's; DBSPAN_PODS_NAME: which of its StatefulSets
//   DBSPAN_PODS_LOGS: a folder for the logs of all pods
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { check, note, programs, skip, suite, synthesize } from '../slow/harness.mjs';
import { insideFolder, runInside } from './namespaces.mjs';
import { broken, lastLines, newCluster, prepareForWriting, tearDown } from './pods-cluster.mjs';
import { makeDevices } from './pods-container.mjs';
import { whyNoPods } from './pods-machine.mjs';
import { readPods } from './pods-manifest.mjs';
import { naive } from './pods-naive.mjs';
import { newNetwork } from './pods-network.mjs';
import { freshStart, scenarios } from './pods-scenarios.mjs';
import { output } from './processes.mjs';

const title = 'a Galera cluster of plain pods';
const selfCheck = 'a naive start';
const password = 'not-a-secret-either';

/** What must be found wrong with a start that decides nothing by what it sees. */
const fateOfNaive = {
  'crash of one': 'came back by SST',
  'volume of pod 0 replaced while all are down': 'has lost',
};

/** What the suite gives in the place of Secrets. */
function secret(_name, key) {
  return /user/i.test(key) ? 'app' : password;
}

if (insideFolder !== undefined) {
  await suite(inside);
  // Pods that a failure has left would be started again and again.
  process.exit();
} else {
  const reason = whyNoPods();
  if (reason === undefined) await runInside(import.meta.url);
  else await suite(async () => skip(title, reason));
}

async function inside() {
  const rendered = renderedFolder();
  if (rendered === undefined) {
    skip(title, 'no example has a database of the provider statefulset');
    return;
  }
  const chosen = chosenScenarios();
  const set = readPods(rendered, { name: process.env.DBSPAN_PODS_NAME, secret });
  const { stdout } = await output('mariadbd', ['--no-defaults', '--version']);
  note(`${set.namespace}/${set.name}: ${set.replicas} pods of ${set.image}, on ${stdout.trim()}`);
  for (const absent of set.absent) note(`not run, its image is not here: ${absent}`);
  checkServices(set);
  const world = {
    folder: insideFolder,
    network: await newNetwork(insideFolder),
    devices: await makeDevices(insideFolder),
    troubles: [],
    notes: [],
    events: [],
    tell(text) {
      world.events.push(`${new Date().toISOString().slice(11, 22)} ${text}`);
    },
  };
  try {
    await livesThrough(world, set, chosen);
    if (chosen.includes(selfCheck)) await tellsApart(world, set);
  } finally {
    keepLogs(world);
  }
}

/** Members find each other by the headless Service while they are not ready; clients have one that waits until they are. */
function checkServices({ services, serviceName }) {
  const peers = services.some(
    ({ name, headless, publishesUnready }) => name === serviceName && headless && publishesUnready,
  );
  const clients = services.some(
    ({ headless, publishesUnready, ports }) => !headless && !publishesUnready && ports.includes(3306),
  );
  check('the pods have a headless Service from the start and one for clients', peers && clients, [
    services.map((service) => JSON.stringify(service)),
  ]);
}

function chosenScenarios() {
  const names = process.argv.slice(2);
  const all = [...scenarios.map(({ name }) => name), selfCheck];
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Error(`no scenario "${unknown}": ${all.join(', ')}`);
  return names.length === 0 ? all : names;
}

/** The manifests of the first example that has such a database. */
function renderedFolder() {
  const { DBSPAN_PODS: given } = process.env;
  if (given !== undefined) return given;
  const topology = programs.find((path) =>
    /^\s*(- )?provider: statefulset\b/m.test(readFileSync(path, 'utf8')),
  );
  if (topology === undefined) return undefined;
  const out = join(insideFolder, 'rendered');
  synthesize(topology, out);
  return out;
}

async function livesThrough(world, set, chosen) {
  let cluster;
  for (const scenario of chosen.flatMap((name) => scenarios.filter((each) => each.name === name))) {
    cluster ??= await form(world, set);
    if (cluster === undefined) return;
    const { complaints, facts } = await judge(cluster, scenario.run);
    check(`${scenario.name}: ${facts}`, complaints.length === 0, [complaints, lastLines(cluster)]);
    if (complaints.length === 0) continue;
    await tearDown(cluster);
    cluster = undefined;
  }
  if (cluster !== undefined) await tearDown(cluster);
}

/** A new cluster; what it is formed from is a scenario, too. */
async function form(world, set, title = '') {
  const cluster = newCluster(world, set, password);
  const { complaints, facts } = await judge(cluster, freshStart);
  check(`${title}fresh start: ${facts}`, complaints.length === 0, [complaints, lastLines(cluster)]);
  if (complaints.length === 0) return cluster;
  await tearDown(cluster);
  return undefined;
}

async function judge(cluster, run) {
  const complaints = [];
  const facts = [];
  const found = { fact: (text) => facts.push(text), wrong: (text) => complaints.push(text) };
  const started = performance.now();
  cluster.world.troubles.length = 0;
  try {
    await run(cluster, found);
    if (cluster.identity === undefined) await prepareForWriting(cluster);
  } catch (error) {
    found.wrong(error.stack);
  }
  complaints.push(...(await broken(cluster)));
  facts.push(...cluster.world.notes.splice(0));
  if (cluster.acknowledged.size > 0) found.fact(`${cluster.acknowledged.size} rows kept`);
  found.fact(`${Math.round((performance.now() - started) / 1000)} s`);
  return { complaints, facts: facts.join(', ') };
}

/** The suite itself: a naive start must not pass. */
async function tellsApart(world, set) {
  const cluster = await form(world, naive(set), `${selfCheck} may pass: `);
  if (cluster === undefined) return;
  for (const [title, expected] of Object.entries(fateOfNaive)) {
    const { run } = scenarios.find(({ name }) => name === title);
    const { complaints } = await judge(cluster, run);
    const fate = complaints.find((each) => each.includes(expected));
    check(`${selfCheck} fails: ${title}: ${fate ?? 'nothing was found'}`, fate !== undefined, [
      complaints,
      lastLines(cluster),
    ]);
  }
  await tearDown(cluster);
}

function keepLogs({ folder, events }) {
  const { DBSPAN_PODS_LOGS: kept } = process.env;
  if (kept === undefined) return;
  mkdirSync(kept, { recursive: true });
  for (const name of readdirSync(folder))
    if (name.endsWith('.log')) cpSync(join(folder, name), join(kept, name));
  writeFileSync(join(kept, 'events.txt'), `${events.join('\n')}\n`);
}
