import { describe, expect, test } from 'vitest';
import {
  countersIn,
  killsIn,
  memoryMounts,
  memoryOfVersion1,
  memoryOfVersion2,
  ownGroup,
} from './cgroup-files.mjs';

describe('files of memory cgroups', () => {
  test('counters are lines of a name and a number', () => {
    expect(countersIn('cache 12\nrss 0\nhierarchical_memory_limit 9007199254740991\n\nodd x\n')).toEqual({
      cache: 12,
      rss: 0,
      hierarchical_memory_limit: 9007199254740991,
    });
  });

  test('version 1 counts groups below in its totals', () => {
    const stat = 'cache 900\nrss 1\nshmem 2\ntotal_cache 900\ntotal_rss 100\ntotal_shmem 20\n';
    expect(memoryOfVersion1({ stat, kernel: '7\n', usage: '1500\n' })).toEqual({
      anonymous: 100,
      shared: 20,
      kernel: 7,
      usage: 1500,
      hard: 127,
    });
  });

  test('version 2 has one sum for the kernel, or its parts', () => {
    const usage = '2000\n';
    expect(memoryOfVersion2({ stat: 'anon 100\nfile 50\nkernel 30\nshmem 20\nslab 25\n', usage }).hard).toBe(
      150,
    );
    const old = 'anon 100\nfile 50\nkernel_stack 3\npagetables 4\npercpu 1\nsock 2\nshmem 20\nslab 25\n';
    expect(memoryOfVersion2({ stat: old, usage })).toMatchObject({ kernel: 35, hard: 155, usage: 2000 });
  });

  test('kills stand in either file', () => {
    expect(killsIn('oom_kill_disable 0\nunder_oom 0\noom_kill 2\n')).toBe(2);
    expect(killsIn('low 0\nhigh 0\nmax 31\noom 3\noom_kill 1\noom_group_kill 0\n')).toBe(1);
    expect(killsIn('oom_kill_disable 0\nunder_oom 0\n')).toBe(0);
  });

  test('a mount is of one version or the other', () => {
    const mounts = [
      '30 24 0:26 / /sys/fs/cgroup ro,nosuid shared:9 - tmpfs tmpfs ro,mode=755',
      '36 30 0:32 / /sys/fs/cgroup/memory rw,relatime shared:16 - cgroup cgroup rw,memory',
      '37 30 0:33 / /sys/fs/cgroup/cpu,cpuacct rw,relatime - cgroup cgroup rw,cpu,cpuacct',
      '31 30 0:27 / /sys/fs/cgroup/unified rw,relatime shared:10 - cgroup2 cgroup2 rw,nsdelegate',
      '',
    ];
    expect(memoryMounts(mounts.join('\n'))).toEqual([
      { version: 1, path: '/sys/fs/cgroup/memory' },
      { version: 2, path: '/sys/fs/cgroup/unified' },
    ]);
  });

  test('the own group is found in either list', () => {
    const both = '9:name=systemd:/a\n4:memory:/b/c:d\n1:cpu,cpuacct:/\n0::/e\n';
    expect(ownGroup(both, 1)).toBe('/b/c:d');
    expect(ownGroup(both, 2)).toBe('/e');
    expect(ownGroup('0::/\n', 1)).toBeUndefined();
  });
});
