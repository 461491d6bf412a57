// Memory cgroups of version 1 and 2: a limit, the processes in it, what they hold and whether one of them was killed for it.
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { atEnd, note } from '../slow/harness.mjs';
import { killsIn, memoryMounts, memoryOfVersion1, memoryOfVersion2, ownGroup } from './cgroup-files.mjs';

let made = 0;

/** Where groups with a limit can be made, or why none can. */
export function memoryController() {
  const mounts = memoryMounts(readFileSync('/proc/self/mountinfo', 'utf8'));
  if (mounts.length === 0) return { reason: 'no memory cgroups are mounted' };
  const own = readFileSync('/proc/self/cgroup', 'utf8');
  const refusals = [];
  for (const { version, path } of mounts) {
    for (const parent of new Set([path, join(path, ownGroup(own, version) ?? '')])) {
      const refusal = whyNoGroupsIn(parent, version);
      if (refusal === undefined) return { controller: { version, parent } };
      refusals.push(`${parent}: ${refusal}`);
    }
  }
  return { reason: `no memory cgroup can be made (${refusals.join('; ')})` };
}

function whyNoGroupsIn(parent, version) {
  try {
    if (version === 2) hasMemoryBelow(parent);
    const path = join(parent, `dbspan-probe-${process.pid}`);
    mkdirSync(path);
    try {
      return existsSync(join(path, version === 1 ? 'memory.limit_in_bytes' : 'memory.max'))
        ? undefined
        : 'the memory controller is not there';
    } finally {
      rmdirSync(path);
    }
  } catch (error) {
    return error.code ?? error.message;
  }
}

/** Version 2 gives a group only the controllers that its parent hands down. */
function hasMemoryBelow(parent) {
  const words = (name) => readFileSync(join(parent, name), 'utf8').trim().split(/\s+/);
  if (!words('cgroup.controllers').includes('memory')) throw new Error('the memory controller is not there');
  if (words('cgroup.subtree_control').includes('memory')) return;
  writeFileSync(join(parent, 'cgroup.subtree_control'), '+memory');
  atEnd(() => writeFileSync(join(parent, 'cgroup.subtree_control'), '-memory'));
}

/** A fresh group with a limit in bytes, swap included where the kernel counts it. Goes away with the suite. */
export function newGroup({ version, parent }, limit) {
  made += 1;
  const path = join(parent, `dbspan-${process.pid}-${made}`);
  const text = (name) => readFileSync(join(path, name), 'utf8');
  const write = (name, value) => writeFileSync(join(path, name), `${value}`);
  const tryToWrite = (name, value) => existsSync(join(path, name)) && write(name, value);
  mkdirSync(path);
  let open = true;
  const group = {
    path,
    limit,
    read: () =>
      version === 1
        ? memoryOfVersion1({
            stat: text('memory.stat'),
            kernel: text('memory.kmem.usage_in_bytes'),
            usage: text('memory.usage_in_bytes'),
          })
        : memoryOfVersion2({ stat: text('memory.stat'), usage: text('memory.current') }),
    kills: () => killsIn(text(version === 1 ? 'memory.oom_control' : 'memory.events')),
    close: () => {
      if (open) remove(path);
      open = false;
    },
  };
  atEnd(group.close);
  if (version === 1) {
    write('memory.limit_in_bytes', limit);
    tryToWrite('memory.memsw.limit_in_bytes', limit);
  } else {
    write('memory.max', limit);
    tryToWrite('memory.swap.max', 0);
  }
  return group;
}

/** Ends what is still inside, which we have put there, and removes the group. */
function remove(path) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    for (const id of readFileSync(join(path, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean)) {
      try {
        process.kill(Number(id), 'SIGKILL');
      } catch {}
    }
    try {
      rmdirSync(path);
      return;
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  note(`could not remove ${path}`);
}
