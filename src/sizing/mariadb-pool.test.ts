import { describe, expect, test } from 'vitest';
import {
  chooseMariadb,
  chunkOf,
  hasChunks,
  type MariadbRequest,
  mariadbRemedies,
  poolInForce,
} from './mariadb-pool.js';
import { cores, mebibytes } from './units.js';

const asked = (memory: number, change: Partial<MariadbRequest> = {}): MariadbRequest => ({
  memory: mebibytes(memory),
  version: '10.11',
  galera: false,
  cores: undefined,
  workload: 'oltp',
  connections: undefined,
  pool: undefined,
  fixed: {},
  ...change,
});

/** Pool, connections, session cap, packet. */
function chosen(memory: number, change: Partial<MariadbRequest> = {}): number[] | undefined {
  const choice = chooseMariadb(asked(memory, change))?.memory;
  return choice && [choice.pool, choice.connections, choice.sessionCap ?? 0, choice.packet];
}

describe('default connections, against the reference', () => {
  const member = { galera: true };
  const late = { version: '11.8.6' };
  test.each([
    // 10.11: single, member; 11.8: single, member
    [256, [80, 10, 8, 1], undefined, [66, 10, 8, 1], undefined],
    [384, [199, 10, 8, 1], [107, 10, 8, 1], [186, 10, 8, 1], [93, 10, 8, 1]],
    [512, [282, 12, 8, 2], [190, 12, 8, 2], [269, 12, 8, 2], [176, 12, 8, 2]],
    [1024, [626, 20, 8, 4], [522, 20, 8, 4], [612, 20, 8, 4], [508, 20, 8, 4]],
    // The reference: 1312 and 1296 for single servers. The 41st connection comes at 2050 MiB and takes 12.5 MiB; a pool that is
    // monotone gives them up before.
    [2048, [1296, 40, 8, 4], [1200, 40, 8, 4], [1280, 40, 8, 4], [1184, 40, 8, 4]],
    [4096, [2656, 62, 8, 8], [2544, 62, 8, 8], [2640, 62, 8, 8], [2528, 62, 8, 8]],
    [8192, [5472, 83, 16, 8], [5376, 83, 16, 8], [5456, 83, 16, 8], [5360, 83, 16, 8]],
    [16_384, [10_992, 167, 16, 8], [10_896, 167, 16, 8], [10_976, 167, 16, 8], [10_880, 167, 16, 8]],
    [65_536, [44_672, 504, 16, 16], [44_560, 504, 16, 16], [44_656, 504, 16, 16], [44_544, 504, 16, 16]],
  ])('%d MiB', (memory, single, cluster, singleLate, clusterLate) => {
    expect(chosen(memory)).toEqual(single);
    expect(chosen(memory, member)).toEqual(cluster);
    expect(chosen(memory, late)).toEqual(singleLate);
    expect(chosen(memory, { ...late, ...member })).toEqual(clusterLate);
  });

  test('a version that nobody names counts as a late one', () => {
    expect(chosen(1024, { version: undefined })).toEqual([612, 20, 8, 4]);
    expect(chosen(1024, { version: '11.4.5' })).toEqual([626, 20, 8, 4]);
  });

  test('more cores are more appliers', () => {
    expect(chosen(1024, { galera: true, cores: cores(4) })).toEqual([506, 20, 8, 4]);
    expect(chosen(1024, { galera: true, cores: cores(0.5) })).toEqual([534, 20, 8, 4]);
  });

  test('the performance schema takes its 105 MiB', () => {
    expect(chosen(1024, { fixed: { performanceSchema: true } })).toEqual([523, 20, 8, 4]);
  });

  test('workloads share the memory out differently', () => {
    expect(chosen(8192, { workload: 'edge' })?.slice(0, 2)).toEqual([5728, 41]);
    expect(chosen(8192, { workload: 'mixed' })?.slice(1)).toEqual([50, 32, 8]);
    expect(chosen(8192, { workload: 'analytics' })?.slice(1)).toEqual([28, 64, 8]);
  });

  test('70 % is the most, however few the connections', () => {
    expect(chosen(65_536, { connections: 10 })?.[0]).toBe(45_872);
  });
});

describe('connections that are asked for', () => {
  test.each([
    [512, 20, [200, 20, 8, 2]],
    [1024, 20, [626, 20, 8, 4]],
    // The reference halves the packet at 15 % of the memory; here it gives way before the pool falls below a quarter.
    [1024, 60, [256, 60, 8, 1.75]],
    // The reference keeps packets of 8 MiB and leaves a pool of 1232 MiB, 30 %; here sessions wider than usual give way before half.
    [4096, 110, [2048, 110, 8, 6.25]],
    [4096, 150, [1808, 150, 8, 4]],
    [512, 5, [303, 10, 8, 2]],
  ])('%d MiB with %d', (memory, connections, values) => {
    expect(chosen(memory, { connections })).toEqual(values);
  });

  test('too many are named with what would do', () => {
    const request = asked(512, { connections: 60 });
    expect(chooseMariadb(request)).toBeUndefined();
    // The reference says 711: it does not keep the smaller caches of less than 512 MiB.
    expect(mariadbRemedies(request)).toEqual({ memory: 704, connections: 40, pool: undefined });
    expect(chosen(704, { connections: 60 })?.[0]).toBe(32);
    expect(chosen(703, { connections: 60 })).toBeUndefined();
  });

  test('connections of an extra port are beside them', () => {
    expect(chosen(512, { connections: 20, fixed: { extraConnections: 2 } })?.[0]).toBe(179);
  });
});

describe('a pool that is asked for', () => {
  const share = (value: number) => ({ pool: { share: value } });
  test('stands, with as many connections as fit', () => {
    expect(chosen(1024, share(0.5))).toEqual([512, 20, 8, 4]);
    expect(chosen(1024, share(0.7))?.slice(0, 2)).toEqual([716, 12]);
    expect(chosen(4096, { pool: { size: mebibytes(1024) } })?.slice(0, 2)).toEqual([1024, 62]);
  });

  test('sessions get narrower before it fails', () => {
    expect(chosen(1024, { ...share(0.6), connections: 25 })).toEqual([614, 25, 8, 1.75]);
  });

  test('too large is named with what would do', () => {
    const request = asked(512, share(0.7));
    expect(chooseMariadb(request)).toBeUndefined();
    const { memory, connections, pool } = mariadbRemedies(request);
    expect([memory, connections, pool]).toEqual([683, undefined, 282]);
  });
});

describe('chunks', () => {
  test.each([
    ['10.4.32', true],
    ['10.6.16', true],
    ['10.11.6', true],
    ['10.11.12', false],
    ['10.11', false],
    ['11.2.2', true],
    ['11.4.3', true],
    ['11.4.6', false],
    ['11.8.1', true],
    ['11.8.5', false],
    ['12.0.1', false],
    [undefined, false],
  ])('a pool of %s is rounded up to them: %s', (version, rounded) =>
    expect(hasChunks(version)).toBe(rounded),
  );

  test('a chosen pool is a multiple of what is written', () => {
    expect([282, 1296, 44_672].map(chunkOf)).toEqual([1, 16, 128]);
    for (let memory = 192; memory < 1e6; memory = Math.ceil(memory * 1.1)) {
      const pool = chosen(memory, { version: '10.6.16' })?.[0] ?? 0;
      expect(pool % chunkOf(pool)).toBe(0);
    }
  });

  test('what the server makes of a pool', () => {
    expect(poolInForce(358, '10.6.16', undefined)).toBe(384);
    expect(poolInForce(100, '10.6.16', undefined)).toBe(100);
    expect(poolInForce(1100, '10.4.32', undefined)).toBe(2048);
    expect(poolInForce(358, '10.11.6', undefined)).toBe(360);
    expect(poolInForce(358, '10.6.16', 1)).toBe(358);
    expect(poolInForce(358, '10.11', undefined)).toBe(358);
  });

  test('a chunk that config fixes is heeded', () => {
    expect(chosen(512, { version: '10.6.16', chunk: 128 })?.[0]).toBe(256);
  });
});
