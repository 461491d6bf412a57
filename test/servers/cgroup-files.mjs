// The files of memory cgroups, as text in and numbers out: both versions of the interface say the same in other words.

/** "name 123" lines by name. */
export function countersIn(text) {
  const counters = {};
  for (const line of text.split('\n')) {
    const [name, value] = line.split(' ');
    if (name && /^\d+$/.test(value ?? '')) counters[name] = Number(value);
  }
  return counters;
}

/** What a group of version 1 holds, in bytes. `hard` is what the kernel cannot take back without swap. */
export function memoryOfVersion1({ stat, kernel, usage }) {
  const counters = countersIn(stat);
  const own = (name) => counters[`total_${name}`] ?? counters[name] ?? 0;
  return memory(own('rss'), own('shmem'), Number(kernel), Number(usage));
}

/** The same for version 2. Kernels before 5.18 have no sum of their own memory. */
export function memoryOfVersion2({ stat, usage }) {
  const counters = countersIn(stat);
  const parts = ['kernel_stack', 'pagetables', 'sec_pagetables', 'percpu', 'slab', 'sock', 'vmalloc'];
  const kernel = counters.kernel ?? parts.reduce((sum, name) => sum + (counters[name] ?? 0), 0);
  return memory(counters.anon ?? 0, counters.shmem ?? 0, kernel, Number(usage));
}

function memory(anonymous, shared, kernel, usage) {
  return { anonymous, shared, kernel, usage, hard: anonymous + shared + kernel };
}

/** Processes that the OOM killer ended: of memory.oom_control or memory.events. */
export function killsIn(text) {
  return countersIn(text).oom_kill ?? 0;
}

/** Mounts of memory controllers in /proc/self/mountinfo: where, and which version. */
export function memoryMounts(mountinfo) {
  const mounts = [];
  for (const line of mountinfo.split('\n')) {
    const [left, right] = line.split(' - ');
    const path = left?.split(' ')[4];
    const [type, , options] = right?.split(' ') ?? [];
    if (path === undefined || options === undefined) continue;
    if (type === 'cgroup' && options.split(',').includes('memory')) mounts.push({ version: 1, path });
    if (type === 'cgroup2') mounts.push({ version: 2, path });
  }
  return mounts;
}

/** The group of this process below such a mount, of /proc/self/cgroup. */
export function ownGroup(text, version) {
  for (const line of text.split('\n')) {
    const [id, controllers, ...path] = line.split(':');
    const found =
      version === 1 ? controllers?.split(',').includes('memory') : id === '0' && controllers === '';
    if (found) return path.join(':');
  }
  return undefined;
}
