// What happens to clusters. Each scenario does something to one that is whole and says what it has seen and what was wrong;
// what must hold after all of them is looked at by the suite.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ask,
  available,
  bootstrapped,
  bootstraps,
  crashMembers,
  create,
  everyOrdinal,
  healPartition,
  lose,
  mark,
  newVolume,
  partition,
  receivesCopy,
  remove,
  stateOf,
  transfers,
  underWrites,
  whole,
} from './pods-cluster.mjs';
import { until } from './processes.mjs';

/** Seconds until a cluster must be whole: from nothing, and after a loss. */
const patience = { forming: 240, healing: 180 };

/** In the order in which they run; each finds the cluster as the one before has left it. */
export const scenarios = [
  { name: 'crash of one', run: crashOfOne },
  { name: 'crash of all while writing', run: crashOfAll },
  { name: 'scaled to zero and back', run: stopOfAll },
  { name: 'volume of pod 0 replaced while all are down', run: emptyVolume },
  { name: 'partition 2 to 1', run: partitionOfOne },
  { name: 'killed in mid-transfer', run: killedInTransfer },
  { name: 'rolling restart under writes', run: rollingRestart },
];

/** Empty volumes, all pods at once. */
export async function freshStart(cluster, found) {
  const marks = mark(cluster);
  await create(cluster);
  await mustBeWhole(cluster, found, patience.forming);
  mustBootstrap(cluster, found, marks, 1);
}

async function crashOfOne(cluster, found) {
  const last = cluster.set.replicas - 1;
  const marks = mark(cluster);
  await underWrites(cluster, async () => {
    crashMembers(cluster, [last]);
    // Long enough for the others to notice and to write on.
    await sleep(3000);
    await mustBeWhole(cluster, found, patience.healing);
  });
  mustComeBackBy(cluster, found, marks, [last], 'IST');
  mustBootstrap(cluster, found, marks, 0);
}

async function crashOfAll(cluster, found) {
  const marks = mark(cluster);
  await underWrites(cluster, async () => {
    crashMembers(cluster);
    await sleep(1000);
    await mustBeWhole(cluster, found, patience.forming);
  });
  mustBootstrap(cluster, found, marks, 1);
  mustNotCopy(cluster, found, marks);
}

async function stopOfAll(cluster, found) {
  const marks = mark(cluster);
  await underWrites(cluster, () => remove(cluster));
  await create(cluster);
  await mustBeWhole(cluster, found, patience.forming);
  mustBootstrap(cluster, found, marks, 1);
  mustNotCopy(cluster, found, marks);
}

async function emptyVolume(cluster, found) {
  const marks = mark(cluster);
  await underWrites(cluster, () => remove(cluster));
  newVolume(cluster, 0);
  await create(cluster);
  await mustBeWhole(cluster, found, patience.forming);
  if (bootstrapped(cluster, marks, 0)) found.wrong('the empty pod 0 has started a cluster');
  mustBootstrap(cluster, found, marks, 1);
  mustComeBackBy(cluster, found, marks, [0], 'SST');
}

async function partitionOfOne(cluster, found) {
  const ordinals = everyOrdinal(cluster);
  const majority = ordinals.slice(0, -1);
  const alone = ordinals.at(-1);
  const pod = cluster.pods[alone];
  const starts = pod.main.starts;
  const marks = mark(cluster);
  await underWrites(cluster, async () => {
    await partition(cluster, majority, [alone]);
    const started = performance.now();
    const noticed = await until(() => !pod.ready, { seconds: 40 });
    if (!noticed) found.wrong('the minority stayed ready');
    found.fact(`minority unready after ${secondsSince(started)} s`);
    await sleep(25_000);
    if (!majority.every((ordinal) => cluster.pods[ordinal].ready)) found.wrong('the majority is not ready');
    const state = await stateOf(cluster, alone);
    if (pod.ready || !/\/non-Primary\//i.test(state)) found.wrong(`the minority is ${state}`);
    await healPartition(cluster);
    await mustBeWhole(cluster, found, patience.healing);
  });
  if (pod.main.starts !== starts) found.wrong('the minority was restarted');
  mustBootstrap(cluster, found, marks, 0);
}

async function killedInTransfer(cluster, found) {
  const joiner = cluster.set.replicas - 1;
  await fill(cluster);
  const marks = mark(cluster);
  await underWrites(cluster, async () => {
    await lose(cluster, [joiner]);
    newVolume(cluster, joiner);
    await create(cluster, [joiner]);
    const arriving = await until(() => receivesCopy(cluster, joiner), { seconds: 120, every: 20 });
    crashMembers(cluster, [joiner]);
    if (!arriving) found.wrong('no copy was seen to arrive');
    await sleep(1000);
    await mustBeWhole(cluster, found, patience.forming);
  });
  mustComeBackBy(cluster, found, marks, [joiner], 'SST, SST');
  mustBootstrap(cluster, found, marks, 0);
}

/** Enough for a copy to take its time; in write sets that a small server takes, too. */
async function fill(cluster) {
  const parts = [1, 1001, 2001, 3001, 4001, 5001, 6001, 7001].map(
    (first) =>
      `INSERT INTO fill SELECT seq, REPEAT(CHAR(65 + seq % 26), 7900) FROM seq_${first}_to_${first + 999};`,
  );
  const rows = await ask(
    cluster,
    0,
    `USE judge;
     CREATE OR REPLACE TABLE fill (id INT PRIMARY KEY, text VARBINARY(8000)) ENGINE=InnoDB;
     ${parts.join('\n')}`,
    120,
  );
  if (rows === undefined) throw new Error(`the table could not be filled: ${cluster.pods[0].lastError}`);
}

async function rollingRestart(cluster, found) {
  const marks = mark(cluster);
  const writer = await underWrites(cluster, async () => {
    for (const ordinal of everyOrdinal(cluster).reverse()) {
      await remove(cluster, [ordinal]);
      await create(cluster, [ordinal]);
      const back = await until(() => available(cluster, ordinal), { seconds: patience.healing });
      if (!back) found.wrong(`member ${ordinal} did not come back`);
    }
    await mustBeWhole(cluster, found, patience.healing);
  });
  found.fact(`${writer.rows} rows, the longest took ${writer.longest.toFixed(1)} s`);
  found.fact(`${writer.failures.length} failed commits`);
  for (const failure of writer.failures) found.wrong(failure);
  mustComeBackBy(cluster, found, marks, everyOrdinal(cluster), 'IST');
  mustBootstrap(cluster, found, marks, 0);
}

async function mustBeWhole(cluster, found, patient) {
  const { seconds, instead } = await whole(cluster, patient);
  if (instead === undefined) {
    found.fact(`whole after ${Math.round(seconds)} s`);
    return;
  }
  found.wrong(`not whole after ${Math.round(seconds)} s`);
  for (const state of instead) found.wrong(state);
}

function mustBootstrap(cluster, found, marks, wanted) {
  const count = bootstraps(cluster, marks);
  if (wanted > 0) found.fact(`${count} bootstrap${count === 1 ? '' : 's'}`);
  if (count !== wanted) found.wrong(`${count} bootstraps instead of ${wanted}`);
}

function mustComeBackBy(cluster, found, marks, ordinals, wanted) {
  const seen = ordinals.map((ordinal) => transfers(cluster, marks, ordinal));
  found.fact(`back by ${[...new Set(seen)].join(' and ')}`);
  for (const [index, way] of seen.entries()) {
    if (!isWay(way, wanted)) found.wrong(`member ${ordinals[index]} came back by ${way}, not by ${wanted}`);
  }
}

/** A member may have to catch up once more, but is copied only as often as is expected. */
function isWay(way, wanted) {
  return way.startsWith(wanted) && way.split('SST').length === wanted.split('SST').length;
}

/** All were where the most advanced one was, or near. */
function mustNotCopy(cluster, found, marks) {
  for (const ordinal of everyOrdinal(cluster)) {
    if (transfers(cluster, marks, ordinal).includes('SST')) found.wrong(`member ${ordinal} was copied anew`);
  }
}

function secondsSince(started) {
  return ((performance.now() - started) / 1000).toFixed(0);
}
