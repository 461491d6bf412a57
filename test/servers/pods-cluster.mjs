// A cluster of imitated pods, in the words of the scenarios.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from './pods-container.mjs';
import { crash, createPod, deletePod, emptyClaims, logOf, losePod } from './pods-kubelet.mjs';
import { cut, heal } from './pods-network.mjs';
import { pace } from './pods-pace.mjs';
import { account, accountPassword, startWriter } from './pods-writer.mjs';
import { until } from './processes.mjs';

const dataFolder = '/var/lib/mysql';

/** Pods of a set that are not there yet. `password` is what the suite gives for every Secret. */
export function newCluster(world, set, password) {
  return {
    world,
    set,
    password,
    /** By ordinal; undefined: there is no such pod. */
    pods: new Array(set.replicas).fill(undefined),
    addresses: new Map(),
    writers: new Set(),
    acknowledged: new Set(),
    lastRow: 0,
    identity: undefined,
    endpoints() {
      return this.pods.filter((pod) => pod?.listed);
    },
  };
}

export function everyOrdinal({ set }) {
  return Array.from({ length: set.replicas }, (_, ordinal) => ordinal);
}

/** Creates pods, all at once as a Parallel set does, or one after the other. */
export async function create(cluster, ordinals = everyOrdinal(cluster)) {
  const { world, set, pods } = cluster;
  for (const ordinal of ordinals) {
    const pod = await createPod(world, set, ordinal);
    pods[ordinal] = pod;
    cluster.addresses.set(pod.address, ordinal);
    if (!set.parallel) await until(() => pod.ready, { seconds: 600 });
  }
}

/** Deletes pods at the same moment. */
export async function remove(cluster, ordinals = everyOrdinal(cluster)) {
  await Promise.all(
    ordinals.map(async (ordinal) => {
      await deletePod(cluster.pods[ordinal]);
      cluster.pods[ordinal] = undefined;
    }),
  );
}

export async function lose(cluster, ordinals) {
  for (const ordinal of ordinals) {
    if (cluster.pods[ordinal] !== undefined) await losePod(cluster.pods[ordinal]);
    cluster.pods[ordinal] = undefined;
  }
}

export function crashMembers(cluster, ordinals = everyOrdinal(cluster)) {
  crash(ordinals.map((ordinal) => cluster.pods[ordinal]));
}

export function newVolume({ world, set }, ordinal) {
  emptyClaims(world, set, `${set.name}-${ordinal}`);
}

export async function partition(cluster, one, other) {
  const sideOf = (ordinals) => ordinals.map((ordinal) => cluster.pods[ordinal]);
  await cut(sideOf(one), sideOf(other));
  cluster.world.tell(`no packets between ${one.join(' ')} and ${other.join(' ')}`);
}

export async function healPartition({ world }) {
  await heal(world.network);
  world.tell('packets pass again');
}

/** Ends everything, and forgets the volumes. */
export async function tearDown(cluster) {
  for (const writer of cluster.writers) await writer.stop();
  await lose(cluster, everyOrdinal(cluster));
  for (const ordinal of everyOrdinal(cluster)) newVolume(cluster, ordinal);
}

/** Rows of a statement that root makes in a pod, or undefined. */
export async function ask(cluster, ordinal, statement, timeout = 10) {
  const pod = cluster.pods[ordinal];
  if (pod === undefined) return undefined;
  const { code, stdout, stderr } = await execute(
    pod,
    pod.main,
    ['mariadb', '--no-defaults', '--user=root', `--socket=${socketOf(pod)}`, '-N', '-B'],
    { timeout, input: statement, environment: { MYSQL_PWD: cluster.password } },
  );
  if (code !== 0) {
    pod.lastError = stderr.trim();
    return undefined;
  }
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
}

function socketOf({ main }) {
  return main.environment['SOCKET'] ?? '/run/mysqld/mysqld.sock';
}

const statusNames = ['wsrep_cluster_size', 'wsrep_cluster_status', 'wsrep_local_state_comment'];

/** "3/Primary/Synced" */
export async function stateOf(cluster, ordinal) {
  const list = statusNames.map((name) => `'${name}'`).join();
  const rows = await ask(cluster, ordinal, `SHOW GLOBAL STATUS WHERE variable_name IN (${list})`);
  if (rows === undefined) return 'no answer';
  const values = new Map(rows);
  return statusNames.map((name) => values.get(name)).join('/');
}

export async function identityOf(cluster, ordinal) {
  const rows = await ask(cluster, ordinal, "SHOW GLOBAL STATUS LIKE 'wsrep_cluster_state_uuid'");
  return rows?.[0]?.[1];
}

/** Waits until every pod is ready and every member synced, and says how long it took. */
export async function whole(cluster, seconds) {
  const started = performance.now();
  const wanted = `${cluster.set.replicas}/Primary/Synced`;
  const isWhole = async () => {
    if (cluster.pods.some((pod) => !pod?.ready)) return false;
    for (const ordinal of everyOrdinal(cluster)) {
      if ((await stateOf(cluster, ordinal)) !== wanted) return false;
    }
    return true;
  };
  const done = await until(isWhole, { seconds, every: 500 });
  const taken = (performance.now() - started) / 1000;
  return done ? { seconds: taken } : { seconds: taken, instead: await statesOf(cluster) };
}

async function statesOf(cluster) {
  const states = [];
  for (const ordinal of everyOrdinal(cluster)) {
    const ready = cluster.pods[ordinal]?.ready ? 'ready' : 'not ready';
    states.push(`member ${ordinal}: ${await stateOf(cluster, ordinal)}, ${ready}`);
  }
  return states;
}

/** A table for the writer, an account for it, and the identity that the cluster must keep. */
export async function prepareForWriting(cluster) {
  const made = await ask(
    cluster,
    0,
    `CREATE DATABASE judge;
     CREATE TABLE judge.line (id BIGINT PRIMARY KEY, pod INT) ENGINE=InnoDB;
     CREATE USER ${account}@'%' IDENTIFIED BY '${accountPassword}';
     GRANT ALL ON judge.* TO ${account}@'%'`,
    30,
  );
  if (made === undefined) throw new Error(`no table could be made: ${cluster.pods[0]?.lastError}`);
  cluster.identity = await identityOf(cluster, 0);
}

/** Runs a writer while something happens, and lets it write on for a moment afterwards. */
export async function underWrites(cluster, happens) {
  const writer = startWriter(cluster);
  const before = await until(() => writer.rows >= 20, { seconds: 30 });
  if (!before) throw new Error(`nothing can be written: ${writer.failures[0] ?? 'there are no endpoints'}`);
  try {
    await happens(writer);
  } finally {
    await writer.stop();
  }
  return writer;
}

/** A pod is available when it has been ready for as long as the set asks. */
export function available(cluster, ordinal) {
  const pod = cluster.pods[ordinal];
  const asked = Math.min(cluster.set.minReadySeconds, pace.mostMinReady) * 1000;
  return pod.ready && performance.now() - pod.readySince >= asked;
}

function logsOf({ world, set }) {
  return everyOrdinal({ set }).map((ordinal) => logOf(world, `${set.name}-${ordinal}`, set.main));
}

function textFrom(path, position) {
  return existsSync(path) ? readFileSync(path).subarray(position).toString() : '';
}

/** The present end of the servers' logs. */
export function mark(cluster) {
  return logsOf(cluster).map((path) => (existsSync(path) ? statSync(path).size : 0));
}

/** How often a server has started a cluster of its own since. */
export function bootstraps(cluster, marks) {
  return everyOrdinal(cluster).filter((ordinal) => bootstrapped(cluster, marks, ordinal)).length;
}

export function bootstrapped(cluster, marks, ordinal) {
  return textFrom(logsOf(cluster)[ordinal], marks[ordinal]).includes('gcomm: bootstrapping new group');
}

/** How a member was brought up to date since, by what the donors were asked for: "IST", "SST", or nothing. */
export function transfers(cluster, marks, ordinal) {
  const found = [];
  for (const [index, path] of logsOf(cluster).entries()) {
    for (const line of textFrom(path, marks[index]).split('\n')) {
      const [, address] = /Running: 'wsrep_sst_\w+ --role 'donor' --address '([\d.]+):/.exec(line) ?? [];
      if (cluster.addresses.get(address) !== ordinal) continue;
      found.push(line.includes('--bypass') ? 'IST' : 'SST');
    }
  }
  return found.join(', ') || 'nothing';
}

/** True while a full copy arrives at a member: a part of it is there. */
export function receivesCopy(cluster, ordinal) {
  const pod = cluster.pods[ordinal];
  const folder = pod.placeOf(pod.main.mounts.find(({ path }) => path === dataFolder));
  const arriving = join(folder, '.sst');
  return existsSync(arriving) && readdirSync(arriving).length > 0;
}

/** What must hold after every scenario. Gives what does not. */
export async function broken(cluster) {
  const wrong = [];
  let first;
  for (const ordinal of everyOrdinal(cluster)) {
    const rows = await linesOf(cluster, ordinal);
    if (rows === undefined) {
      wrong.push(`member ${ordinal} cannot be read: ${cluster.pods[ordinal]?.lastError}`);
      continue;
    }
    const there = new Set(rows.map(([id]) => Number(id)));
    const lost = [...cluster.acknowledged].filter((row) => !there.has(row));
    if (lost.length > 0) {
      wrong.push(
        `member ${ordinal} has lost ${lost.length} of ${cluster.acknowledged.size} acknowledged rows`,
      );
    }
    const text = rows.join('\n');
    first ??= text;
    if (text !== first) wrong.push(`member ${ordinal} has other rows than the first one`);
    if ((await identityOf(cluster, ordinal)) !== cluster.identity) {
      wrong.push(`member ${ordinal} belongs to another cluster than before`);
    }
  }
  wrong.push(...cluster.world.troubles.splice(0));
  return wrong;
}

/** What the writer has written, as a member has it; no rows where even the table is gone. */
async function linesOf(cluster, ordinal) {
  const statement = 'SET SESSION wsrep_sync_wait = 1; SELECT id, pod FROM judge.line ORDER BY id';
  const rows = await ask(cluster, ordinal, statement, 60);
  return rows === undefined && /^ERROR (1049|1146) /m.test(cluster.pods[ordinal]?.lastError) ? [] : rows;
}

/** The last lines of every log, for somebody who was not there. */
export function lastLines(cluster, count = 12) {
  const events = cluster.world.events.slice(-3 * count);
  const lines = ['what happened:', ...events];
  for (const [ordinal, path] of logsOf(cluster).entries()) {
    const text = textFrom(path, 0).trimEnd().split('\n').slice(-count);
    lines.push(`member ${ordinal}:`, ...text.map((line) => line.slice(0, 300)));
  }
  return lines;
}
