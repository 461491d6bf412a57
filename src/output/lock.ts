import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { type FileSystem, isSystemError, lookAt } from './file-system.js';
import { interrupted, Stop } from './problem.js';
import { lockPath, siblingPath } from './siblings.js';
import type { Target } from './target.js';

export interface LockOptions {
  /** How long to wait for another run, in milliseconds. */
  readonly wait: number;
  readonly signal?: AbortSignal | undefined;
}

/** A second run waits for the first: both end well, and the second compares with what the first has written. */
export const LOCK_WAIT = 10_000;
const POLL = 25;

/** A lock whose owner cannot be asked, because it is on another machine, counts until it is this old without a touch. */
const FOREIGN_LOCK_AGE = 10 * 60_000;
const TOUCH_AFTER = 30_000;

/** Locks that this process has given up, and perhaps could not remove: they look alive, but nobody holds them. */
const released = new Set<string>();

/**
 * The right to change an output directory and its siblings: a symbolic link beside it that points to who holds it.
 * A link, because it appears with its content in one step; where the file system has none, a file.
 */
export class Lock {
  readonly #fs: FileSystem;
  readonly #path: string;
  readonly #owner: string;
  #touched = Date.now();

  private constructor(fs: FileSystem, path: string, owner: string) {
    this.#fs = fs;
    this.#path = path;
    this.#owner = owner;
  }

  /**
   * Takes the lock, over the dead body of a killed run if need be.
   *
   * @throws Stop when another run keeps it for longer than `wait`.
   */
  static async take(fs: FileSystem, target: Target, options: LockOptions): Promise<Lock> {
    const path = lockPath(target);
    const owner = describeSelf(fs);
    const deadline = Date.now() + options.wait;
    while (!create(fs, path, owner)) {
      const holder = readHolder(fs, path);
      if (holder === undefined) continue;
      if (!isAlive(fs, path, holder)) removeStale(fs, path, holder, siblingPath(target, 'lock'));
      else await pollOrStop(target, path, holder, deadline, options.signal);
    }
    return new Lock(fs, path, owner);
  }

  /** Whether nobody has taken it away, which a user may do by deleting a lock believed to be stale. */
  isHeld(): boolean {
    return readHolder(this.#fs, this.#path) === this.#owner;
  }

  /** Tells other machines, now and then, that this run is alive. */
  touch(): void {
    const now = Date.now();
    if (now - this.#touched < TOUCH_AFTER) return;
    this.#touched = now;
    readOrNothing(() => {
      this.#fs.lutimesSync(this.#path, now / 1000, now / 1000);
      return '';
    });
  }

  /** What cannot be removed now is stale for the next run. */
  release(): void {
    released.add(this.#owner);
    try {
      if (!this.isHeld()) return;
      this.#fs.unlinkSync(this.#path);
      released.delete(this.#owner);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
}

async function pollOrStop(
  target: Target,
  path: string,
  holder: string,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (signal?.aborted === true) throw interrupted();
  if (Date.now() >= deadline) {
    throw new Stop({
      kind: 'system',
      path: target.named,
      message: `another dbspan is writing ${target.named} (${holder})`,
      remedy: `wait for it to end, then run again; if there is no such process, delete ${path}`,
    });
  }
  await new Promise((resolve) => setTimeout(resolve, POLL));
}

function create(fs: FileSystem, path: string, owner: string): boolean {
  try {
    fs.symlinkSync(owner, path);
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    if (!isSystemError(error, 'EPERM', 'EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP')) throw error;
  }
  try {
    fs.writeFileSync(path, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
}

function readHolder(fs: FileSystem, path: string): string | undefined {
  const stats = lookAt(fs, path);
  if (stats === undefined) return undefined;
  try {
    return stats.isSymbolicLink() ? fs.readlinkSync(path) : fs.readFileSync(path, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'EINVAL')) return undefined;
    throw error;
  }
}

/**
 * Two runs may find the same stale lock, and the slower one must not remove the faster one's fresh lock. So it is moved
 * aside first and looked at again there; a lock moved by mistake is put back.
 */
function removeStale(fs: FileSystem, path: string, holder: string, aside: string): void {
  try {
    fs.renameSync(path, aside);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return;
    throw error;
  }
  const moved = readHolder(fs, aside);
  if (moved !== undefined && moved !== holder) create(fs, path, moved);
  fs.unlinkSync(aside);
}

/** Such as `pid=12 start=3456 host=build-7 namespace=pid:[4026531836] run=0123456789ab`. */
function describeSelf(fs: FileSystem): string {
  const run = randomBytes(6).toString('hex');
  return `pid=${process.pid} start=${startOf(fs, process.pid)?.time ?? ''} ${describeMachine(fs)} run=${run}`;
}

/** Process ids mean something within one process namespace of one machine: a container has its own. */
function describeMachine(fs: FileSystem): string {
  return `host=${hostname()} namespace=${readOrNothing(() => fs.readlinkSync('/proc/self/ns/pid'))}`;
}

function isAlive(fs: FileSystem, path: string, holder: string): boolean {
  if (released.has(holder)) return false;
  const [, pid, start, machine] = /^pid=(\d+) start=(\d*) (host=.* namespace=\S*) run=/.exec(holder) ?? [];
  if (machine !== describeMachine(fs)) return isFresh(fs, path);
  return isProcessAlive(fs, Number(pid), start);
}

function isFresh(fs: FileSystem, path: string): boolean {
  const stats = lookAt(fs, path);
  return stats !== undefined && Date.now() - stats.mtimeMs < FOREIGN_LOCK_AGE;
}

/** Whether a process of this machine is running; with `start`, the one that was started then, not a later one of its id. */
export function isProcessAlive(fs: FileSystem, pid: number, start = ''): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return isSystemError(error, 'EPERM');
  }
  const found = startOf(fs, pid);
  if (found === undefined) return true;
  if (found.state === 'Z' || found.state === 'X') return false;
  return start === '' || start === found.time;
}

/** State and start time (in clock ticks since boot) of a process, on Linux. The name before them may hold anything. */
function startOf(
  fs: FileSystem,
  pid: number,
): { state: string | undefined; time: string | undefined } | undefined {
  const text = readOrNothing(() => fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (text === '') return undefined;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0], time: fields[19] };
}

function readOrNothing(read: () => string): string {
  try {
    return read();
  } catch (error) {
    if (isSystemError(error)) return '';
    throw error;
  }
}
