// A small kubelet: a pod's network, volumes and containers; their probes, restarts and graceful end.
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execute, signal, startContainer } from './pods-container.mjs';
import { podOf } from './pods-manifest.mjs';
import { connect, disconnect, must, newAddress, publishNames } from './pods-network.mjs';
import { pace, paced } from './pods-pace.mjs';
import { until } from './processes.mjs';

/**
 * A pod of the set, with a new address. `world` is the machine: its network, its folder, the claims' volumes and what happened.
 */
export async function createPod(world, set, ordinal) {
  const address = newAddress(world.network);
  const { name, containers } = podOf(set, ordinal, address);
  const folder = join(world.folder, 'pods', `${name}-${world.network.made}`);
  mkdirSync(folder, { recursive: true });
  const pod = { world, set, ordinal, name, address, folder, ready: false, listed: false, leaving: false };
  pod.placeOf = (mount) => placeOf(pod, mount);
  pod.containers = containers.map((container) => ({
    ...container,
    log: logOf(world, name, container.name),
    started: false,
    ready: false,
    running: undefined,
    starts: 0,
  }));
  pod.main = pod.containers.find(({ name: each }) => each === set.main);
  await makeVolumes(pod);
  await connect(world.network, pod);
  publishNames(world.network, set);
  world.tell(`${name}: created with ${address}`);
  pod.life = live(pod).catch((error) => world.troubles.push(error.stack));
  return pod;
}

/** Where a container of a pod prints to; a pod that is created again goes on there. */
export function logOf(world, pod, container) {
  return join(world.folder, `${pod}.${container}.log`);
}

async function makeVolumes({ folder, set, name, world }) {
  const { fsGroup } = set.security;
  for (const [volume, { kind, files, memory }] of set.volumes) {
    if (kind === 'claim') {
      const path = claimOf(world, volume, name);
      if (!existsSync(path)) makeFolder(path, fsGroup === undefined ? 0o755 : 0o2775, fsGroup);
      continue;
    }
    const path = join(folder, 'volumes', volume);
    mkdirSync(path, { recursive: true });
    if (memory) await must('mount', ['-t', 'tmpfs', 'tmpfs', path]);
    makeFolder(path, fsGroup === undefined ? 0o777 : 0o2777, fsGroup);
    for (const { path: file, mode, text } of files ?? []) {
      const place = join(path, file);
      mkdirSync(join(place, '..'), { recursive: true });
      writeFileSync(place, text);
      // The group of the volumes may read what is in them.
      chownSync(place, 0, fsGroup ?? 0);
      chmodSync(place, fsGroup === undefined ? mode : mode | 0o440);
    }
  }
}

function claimOf(world, volume, pod) {
  return join(world.folder, 'claims', `${volume}-${pod}`);
}

function makeFolder(path, mode, group = 0) {
  mkdirSync(path, { recursive: true });
  chownSync(path, 0, group);
  chmodSync(path, mode);
}

function placeOf({ folder, set, name, world }, { volume, subPath }) {
  const claim = set.volumes.get(volume).kind === 'claim';
  const path = claim ? claimOf(world, volume, name) : join(folder, 'volumes', volume);
  const place = join(path, subPath);
  if (!existsSync(place)) makeFolder(place, claim ? 0o2775 : 0o2777, set.security.fsGroup);
  return place;
}

/** Deletes what the claims of a pod hold: a new disk. */
export function emptyClaims(world, set, pod) {
  for (const [volume, { kind }] of set.volumes) {
    if (kind === 'claim') rmSync(claimOf(world, volume, pod), { recursive: true, force: true });
  }
}

async function live(pod) {
  for (const container of pod.containers) {
    if (!container.first) continue;
    while (!pod.leaving && !(await runOnce(pod, container))) await sleep(pace.backOff.first * 1000);
  }
  const lasting = pod.containers.filter(({ first }) => !first);
  await Promise.all(lasting.map((container) => keepRunning(pod, container)));
}

async function runOnce(pod, container) {
  container.running = await startContainer(pod, container);
  const { code } = await container.running.ended;
  container.ready = code === 0;
  return code === 0;
}

async function keepRunning(pod, container) {
  const title = `${pod.name}/${container.name}`;
  let wait = pace.backOff.first;
  while (!pod.leaving) {
    container.running = await startContainer(pod, container);
    container.starts += 1;
    if (pod.leaving) signal(container.running, 'SIGKILL');
    pod.world.tell(`${title}: start ${container.starts}`);
    const { running } = container;
    const probing = probe(pod, container, running);
    const { code, signal: by } = await running.ended;
    const seconds = (performance.now() - running.started) / 1000;
    container.started = false;
    container.ready = false;
    refresh(pod);
    pod.world.tell(`${title}: ended with ${by ?? code} after ${seconds.toFixed(1)} s`);
    await probing;
    if (pod.leaving) return;
    if (seconds > pace.backOff.forgottenAfter) wait = pace.backOff.first;
    await until(() => pod.leaving, { seconds: wait, every: 100 });
    wait = Math.min(2 * wait, pace.backOff.most);
  }
}

async function probe(pod, container, running) {
  const { startup, readiness, liveness } = container.probes;
  const over = () => running.program.over || pod.leaving;
  if (startup !== undefined) {
    const passed = await asOftenAsItSays(pod, container, 'startup', startup, over, () => true);
    if (!passed) return;
  }
  container.started = true;
  container.ready = readiness === undefined;
  refresh(pod);
  const setReady = (ready) => {
    if (!over()) container.ready = ready;
    refresh(pod);
    return false;
  };
  const both = [];
  if (readiness !== undefined) {
    both.push(asOftenAsItSays(pod, container, 'readiness', readiness, over, setReady));
  }
  if (liveness !== undefined) {
    both.push(asOftenAsItSays(pod, container, 'liveness', liveness, over, () => false));
  }
  await Promise.all(both);
}

/** Probes until the container is over, or `heard` wants no more; a readiness probe that fails too often kills nobody. */
async function asOftenAsItSays(pod, container, kind, given, over, heard) {
  const { command, delay, period, timeout, failures, successes, gracePeriod } = paced(kind, given);
  let good = 0;
  let bad = 0;
  await until(over, { seconds: delay, every: 100 });
  while (!over()) {
    const looked = performance.now();
    const { code } = await execute(pod, container, command, { timeout });
    if (over()) return false;
    good = code === 0 ? good + 1 : 0;
    bad = code === 0 ? 0 : bad + 1;
    if (good >= successes && heard(true)) return true;
    if (bad >= failures) {
      if (kind !== 'readiness') {
        const words = `${pod.name}/${container.name} was killed by its ${kind} probe`;
        complain(pod, container, words, kind === 'liveness');
        pod.world.tell(words);
        await terminate(pod, container, gracePeriod ?? pod.set.gracePeriod);
        return false;
      }
      heard(false);
    }
    const rest = period - (performance.now() - looked) / 1000;
    await until(over, { seconds: Math.max(rest, 0.1), every: 50 });
  }
  return false;
}

/** Galera ends a transfer that failed by leaving the cluster for good, and says so; the server goes on to answer, and may not stop. */
function gaveUp({ log, running }) {
  return readFileSync(log).subarray(running.logged).includes('node restart required');
}

/** The pod is ready when all its containers are, and then an endpoint. */
function refresh(pod) {
  const ready = !pod.leaving && pod.containers.every((container) => container.ready);
  if (ready === pod.ready) return;
  pod.ready = ready;
  pod.readySince = ready ? performance.now() : undefined;
  if (!pod.leaving) pod.listed = ready;
  pod.world.tell(`${pod.name}: ${ready ? 'ready' : 'not ready'}`);
  publishNames(pod.world.network, pod.set);
}

/** Notes what must not happen; what Galera may bring about by giving up is only told. */
function complain({ world }, container, words, mayHappen) {
  (mayHappen && gaveUp(container) ? world.notes : world.troubles).push(words);
}

async function terminate(pod, container, seconds) {
  const { world, name } = pod;
  const { running } = container;
  if (running === undefined || running.program.over) return;
  signal(running, 'SIGTERM');
  if (await until(() => running.program.over, { seconds, every: 20 })) return;
  complain(pod, container, `${name}/${container.name} did not end within its grace period`, true);
  world.tell(`${name}/${container.name}: outlived its grace period`);
  signal(running, 'SIGKILL');
  await running.ended;
}

/** Takes a pod away as a rolling update or a smaller number of replicas does; its volumes stay. */
export async function deletePod(pod) {
  const { world, set } = pod;
  world.tell(`${pod.name}: is deleted`);
  const asked = performance.now();
  pod.leaving = true;
  setTimeout(() => {
    pod.listed = false;
  }, pace.endpointLag * 1000);
  await Promise.all(
    pod.containers.map(async (container) => {
      if (container.preStop !== undefined) {
        const { code, stderr } = await execute(pod, container, container.preStop, {
          timeout: set.gracePeriod,
        });
        if (code !== 0) world.tell(`${pod.name}/${container.name}: preStop ended with ${code} ${stderr}`);
      }
      // The hook's time counts, and two seconds are left in any case.
      const left = set.gracePeriod - (performance.now() - asked) / 1000;
      await terminate(pod, container, Math.max(left, 2));
    }),
  );
  await remove(pod);
}

/** The pod's node is gone. */
export async function losePod(pod) {
  pod.world.tell(`${pod.name}: is lost`);
  pod.leaving = true;
  await remove(pod);
}

async function remove(pod) {
  pod.listed = false;
  pod.ready = false;
  for (const { running } of pod.containers) if (running !== undefined) signal(running, 'SIGKILL');
  await pod.life;
  for (const [volume, { memory }] of pod.set.volumes) {
    if (memory) await must('umount', ['--lazy', join(pod.folder, 'volumes', volume)]);
  }
  await disconnect(pod.world.network, pod);
  publishNames(pod.world.network, pod.set);
}

/** kill -9 of the main containers of pods; each starts again in its pod. */
export function crash(pods) {
  for (const pod of pods) {
    pod.world.tell(`${pod.name}: its main container is killed`);
    signal(pod.main.running, 'SIGKILL');
  }
}
