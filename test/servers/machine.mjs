// What this machine can do for the suites. Whatever is missing is one line that says so; nothing is installed.
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { atEnd, skip } from '../slow/harness.mjs';
import { memoryController, newGroup } from './cgroup.mjs';
import { endAll, start } from './processes.mjs';
import { startSampler } from './sampler.mjs';

export const mebibyte = 2 ** 20;

/** Beside what the servers may take: the load's clients and the suite itself. */
const ownNeed = 512 * mebibyte;

/**
 * A folder on disk, memory groups whose limits kill, and paths of programs, or undefined after a line that says what is
 * missing. `programs` are names or lists of paths of which one is enough.
 */
export async function workshop(name, programs) {
  if (process.platform !== 'linux') return skipped(name, `it needs Linux, this is ${process.platform}`);
  if (process.getuid() !== 0) return skipped(name, 'memory limits need root');
  const found = findPrograms(programs);
  const missing = missingAmong(found);
  if (missing.length > 0) return skipped(name, `not installed: ${missing.join(', ')}`);
  const { controller, reason } = memoryController();
  if (controller === undefined) return skipped(name, reason);
  const doubt = await doubtAbout(controller);
  if (doubt !== undefined) return skipped(name, doubt);
  const folder = diskFolder();
  if (folder === undefined)
    return skipped(name, 'no temporary folder is on a disk: in memory it would count');
  return { programs: found, folder, newGroup: (limit) => newGroup(controller, limit) };
}

/** Paths of programs, of which each is a name or a list of places of which one is enough. */
export function findPrograms(programs) {
  const found = {};
  for (const [program, places] of Object.entries(programs)) {
    found[program] = places.flatMap(candidates).find((path) => existsSync(path));
  }
  return found;
}

/** The names of those that were not found. */
export function missingAmong(found) {
  return Object.keys(found).filter((program) => found[program] === undefined);
}

function skipped(name, reason) {
  skip(name, reason);
  return undefined;
}

function candidates(place) {
  if (!place.startsWith('/')) {
    const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin'];
    return folders.map((folder) => join(folder, place));
  }
  const star = place.split('/').indexOf('*');
  if (star < 0) return [place];
  const parts = place.split('/');
  const above = parts.slice(0, star).join('/');
  if (!existsSync(above)) return [];
  const versions = readdirSync(above).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(above, version, ...parts.slice(star + 1)));
}

/** A limit is trusted after it has ended a plain process, and a group's figures after they have shown one that it lets live. */
async function doubtAbout(controller) {
  const taken = 256 * mebibyte;
  const greedy = ['-e', `globalThis.kept = Buffer.alloc(${taken}, 1); setTimeout(() => {}, 400)`];
  const tight = newGroup(controller, taken / 2);
  const { signal } = await start(process.execPath, greedy, { group: tight }).ended;
  await sleep(50);
  const kills = tight.kills();
  tight.close();
  if (signal !== 'SIGKILL' || kills === 0) {
    return `a process of 256Mi in a memory cgroup of 128Mi was not killed (ended by ${signal}, ${kills} counted)`;
  }
  const roomy = newGroup(controller, 4 * taken);
  const sampler = startSampler(roomy);
  const { code } = await start(process.execPath, greedy, { group: roomy }).ended;
  sampler.stop();
  const { hard } = sampler.peak();
  const unjust = roomy.kills();
  roomy.close();
  if (code !== 0 || unjust > 0) return 'a process of 256Mi did not survive in a memory cgroup of 1Gi';
  if (hard < taken || hard > 2 * taken) {
    return `a memory cgroup shows ${Math.round(hard / mebibyte)}Mi for a process of 256Mi`;
  }
  return undefined;
}

/** True when there is memory for servers of so many bytes in all; otherwise says so. */
export function hasMemory(name, bytes) {
  const [, available] = /^MemAvailable:\s+(\d+) kB/m.exec(readFileSync('/proc/meminfo', 'utf8')) ?? [];
  const free = Number(available) * 1024;
  if (free >= bytes + ownNeed) return true;
  skip(name, `needs ${inMebibytes(bytes + ownNeed)} of memory, ${inMebibytes(free)} are free`);
  return false;
}

const memoryFileSystems = new Set([0x01021994, 0x858458f6]);

function diskFolder() {
  const place = [tmpdir(), '/var/tmp'].find(
    (path) => existsSync(path) && !memoryFileSystems.has(statfsSync(path).type),
  );
  if (place === undefined) return undefined;
  const path = realpathSync(mkdtempSync(join(place, 'dbspan-')));
  atEnd(() => {
    // Before its folder, the server.
    endAll();
    rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  return path;
}

/** 463Mi */
export function inMebibytes(bytes) {
  return `${Math.round(bytes / mebibyte)}Mi`;
}

/** "peak 463Mi of 512Mi (90 %), budget 486Mi" */
export function peakLine(peak, plan) {
  const percent = Math.round((100 * peak.hard) / plan.limit);
  return `peak ${inMebibytes(peak.hard)} of ${inMebibytes(plan.limit)} (${percent} %), budget ${inMebibytes(plan.worst)}`;
}

/** "anonymous 440Mi, shared 0Mi, kernel 23Mi" */
export function peakParts({ anonymous, shared, kernel, usage }) {
  return `anonymous ${inMebibytes(anonymous)}, shared ${inMebibytes(shared)}, kernel ${inMebibytes(kernel)}, with page cache ${inMebibytes(usage)}`;
}
