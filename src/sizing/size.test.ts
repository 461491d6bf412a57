import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fits } from './budget.js';
import { configurationFile, mergeSettings } from './configuration.js';
import type { ServerSizing, SizingRequest } from './request.js';
import { sizeServer } from './size.js';
import { options, request } from './testing.js';
import { cores, type Mebibytes, mebibytes, sizeText } from './units.js';

// What holds for every size. Sweeps collect what is wrong and compare once: expect() a million times takes longer than sizing.

const engines = ['mariadb', 'postgres'] as const;
const workloads = ['oltp', 'mixed', 'analytics', 'edge'] as const;
const versions = ['10.4.32', '10.6.16', '10.11', '11.4.3', '11.8', undefined];

/** 128 MiB to 1 TiB: every tier's edges, and steps that no tier divides. */
const memories: readonly number[] = [
  ...[192, 384, 512, 1024, 2048, 4096, 8192, 16_384, 32_768].flatMap((edge) => [edge - 1, edge, edge + 1]),
  ...Array.from({ length: 70 }, (_, step) => Math.floor(128 * 1.1396 ** step)),
  953.674,
  2 ** 20,
]
  .filter((memory) => memory <= 2 ** 20)
  .sort((a, b) => a - b);

const settingsOf = ({ settings }: ServerSizing): Map<string, unknown> =>
  new Map(settings.map(({ option, value }) => [option, value]));

function sweep(change: Partial<SizingRequest>): string[] {
  const wrong: string[] = [];
  let before: ServerSizing | undefined;
  for (const memory of memories) {
    const sized = sizeServer(request({ ...change, memory: mebibytes(memory) }));
    if (sized.problem) {
      if (before) wrong.push(`${memory} fails, less does not`);
      continue;
    }
    if (!fits(sized.memory)) wrong.push(`${memory} is exceeded`);
    if (before && sized.pool < before.pool) wrong.push(`${memory}: the pool shrinks to ${sized.pool}`);
    if (before && sized.connections < before.connections) wrong.push(`${memory}: fewer connections`);
    if (change.engine !== 'postgres' && sized.pool > 0.7 * memory) wrong.push(`${memory}: above 70 %`);
    before = sized;
  }
  return wrong;
}

describe.each(workloads)('for every memory from 128Mi to 1Ti, %s', (workload) => {
  test.each(['10.6.16', '10.11', '11.8'])('MariaDB %s fits, and more memory never gives less', (version) => {
    for (const galera of [false, true]) {
      for (const connections of [undefined, 151]) {
        expect(sweep({ workload, version, galera, connections })).toEqual([]);
      }
    }
  });

  test('Postgres fits, and more memory never gives less', () => {
    for (const processors of [undefined, cores(32)]) {
      for (const connections of [undefined, 100]) {
        const change = {
          engine: 'postgres',
          version: '17',
          workload,
          cores: processors,
          connections,
        } as const;
        expect(sweep(change)).toEqual([]);
      }
    }
  });

  test.each([
    { options: options({ jit: true }) },
    { options: options({ temp_buffers: '64MB' }) },
    { options: options({ max_parallel_workers_per_gather: 4, max_parallel_workers: 8 }) },
    { workMem: mebibytes(16) },
  ])('Postgres with %j fits, with as many connections as that leaves room for', (change) => {
    expect(sweep({ engine: 'postgres', version: '17', workload, ...change })).toEqual([]);
  });
});

const memory = fc.double({ min: 7, max: 20, noNaN: true }).map((power) => mebibytes(2 ** power));
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });

const fixedMariadb = fc.record(
  {
    max_connections: fc.integer({ min: 1, max: 3000 }),
    max_session_mem_used: fc.constantFrom('4M', '16M', '9223372036854775807'),
    max_allowed_packet: fc.constantFrom('1M', '16M', '1G'),
    performance_schema: fc.boolean(),
    aria_pagecache_buffer_size: fc.constantFrom('8M', '512M'),
    extra_port: fc.constant(3307),
    innodb_buffer_pool_size: fc.constantFrom('100M', '1000000000', '5G'),
    query_cache_size: fc.constantFrom('0', '64M'),
    wsrep_provider_options: fc.constantFrom('gcache.size=2G', 'gcache.mem_size=64M; gcs.fc_limit=9'),
  },
  { requiredKeys: [] },
);
const fixedPostgres = fc.record(
  {
    max_connections: fc.integer({ min: 1, max: 3000 }),
    maintenance_work_mem: fc.constantFrom('16MB', '1GB'),
    autovacuum_work_mem: fc.constantFrom('-1', '256MB'),
    max_parallel_workers_per_gather: fc.integer({ min: 0, max: 8 }),
    temp_buffers: fc.constantFrom('1MB', '64MB'),
    hash_mem_multiplier: fc.constantFrom(1, 4),
    autovacuum: fc.boolean(),
    jit: fc.boolean(),
  },
  { requiredKeys: [] },
);

const asked: fc.Arbitrary<SizingRequest> = fc
  .record({
    engine: fc.constantFrom(...engines),
    mode: fc.constantFrom('guaranteed', 'guaranteed', 'target', 'asIs'),
    memory,
    version: fc.constantFrom(...versions),
    postgresVersion: fc.constantFrom('10.23', '12.22', '15.18', '17.2', undefined),
    cores: maybe(fc.constantFrom(0.25, 2, 4, 64).map(cores)),
    workload: fc.constantFrom(...workloads),
    galera: fc.boolean(),
    acrossClusters: fc.boolean(),
    connections: maybe(fc.integer({ min: 10, max: 5000 })),
    pool: maybe(
      fc.oneof(
        fc.integer({ min: 1, max: 99 }).map((share) => ({ share: share / 100 })),
        memory.map((size) => ({ size })),
      ),
    ),
    sharedBuffers: maybe(memory),
    workMem: maybe(fc.double({ min: 0.01, max: 200, noNaN: true }).map(mebibytes)),
    volume: maybe(memory.map((size) => mebibytes(size * 16))),
    mariadb: maybe(fixedMariadb),
    postgres: maybe(fixedPostgres),
  })
  .map(({ mariadb, postgres, ...change }) => {
    const own = change.engine === 'mariadb' ? mariadb : postgres;
    return request({
      ...(change as Partial<SizingRequest>),
      galera: change.galera && change.engine === 'mariadb',
      version: change.engine === 'mariadb' ? change.version : change.postgresVersion,
      options: options((own ?? {}) as Record<string, string>),
    });
  });

/** What a user who takes the advice writes; what config says is changed there. */
function withConnections(one: SizingRequest, connections: number): SizingRequest {
  return {
    ...one,
    connections,
    options: one.options.map((each) =>
      each.name === 'max_connections' ? { ...each, value: connections } : each,
    ),
  };
}

function withPool(one: SizingRequest, size: Mebibytes): SizingRequest {
  const value = one.engine === 'mariadb' ? `${size}M` : `${size}MB`;
  return {
    ...one,
    ...(one.engine === 'mariadb' ? { pool: { size } } : { sharedBuffers: size }),
    options: one.options.map((each) => (each.name === 'innodb_buffer_pool_size' ? { ...each, value } : each)),
  };
}

describe('whatever is asked', () => {
  test('the budget is within the limit, or the problem names what would do', () => {
    fc.assert(
      fc.property(asked, (one) => {
        const { problem, memory: budget } = sizeServer(one);
        if (!problem) {
          expect(fits(budget)).toBe(true);
          return;
        }
        const { memory: least, connections, pool } = problem;
        if (least !== undefined) {
          expect(sizeServer({ ...one, memory: least }).problem).toBeUndefined();
          const less = mebibytes(least - 1);
          if (less > one.memory) expect(sizeServer({ ...one, memory: less }).problem).toBeDefined();
        }
        if (connections !== undefined) {
          expect(sizeServer(withConnections(one, connections)).problem).toBeUndefined();
        }
        if (pool !== undefined) expect(sizeServer(withPool(one, pool)).problem).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  test('more connections never give a larger pool', () => {
    fc.assert(
      fc.property(
        asked,
        fc.integer({ min: 10, max: 3000 }),
        fc.integer({ min: 1, max: 200 }),
        (one, count, more) => {
          const guaranteed = { ...one, mode: 'guaranteed', options: [] } as const;
          const few = sizeServer({ ...guaranteed, connections: count });
          const many = sizeServer({ ...guaranteed, connections: count + more });
          if (many.problem) return;
          expect(few.problem).toBeUndefined();
          expect(many.pool).toBeLessThanOrEqual(few.pool);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('what is written, read back, takes no more than was computed', () => {
    fc.assert(
      fc.property(asked, (one) => {
        const sized = sizeServer({ ...one, mode: 'guaranteed' });
        if (sized.problem) return;
        const written = mergeSettings(sized.settings, one.options);
        const back = sizeServer({
          ...one,
          mode: 'asIs',
          connections: undefined,
          pool: undefined,
          sharedBuffers: undefined,
          workMem: undefined,
          gcache: undefined,
          options: written.map(({ option, value }) => ({ name: option, value })),
        });
        expect(back.memory.total).toBeLessThanOrEqual(sized.memory.total + 0.01);
        expect(back.memory.total).toBeGreaterThan(sized.memory.total - 17);
        expect(back.connections).toBe(sized.connections);
        expect(back.gcache).toBe(sized.gcache);
        expect(back.volume?.total ?? 0).toBeLessThanOrEqual((sized.volume?.total ?? 0) + 0.01);
      }),
      { numRuns: 100 },
    );
  });

  test('the pool is 70 % or what the rest leaves, but for rounding and steps', () => {
    for (const size of [256, 512, 768, 1024, 3000, 4096, 9000, 16_384, 65_536]) {
      const { memory: budget, pool, perConnection } = sizeServer(request({ memory: mebibytes(size) }));
      const free = budget.limit - budget.total;
      if (pool < 0.7 * size - 16 && size !== 768 && size !== 3000) {
        expect(free).toBeLessThan(17 + perConnection * 1.1);
      }
    }
  });

  test('the same request gives the same sizes', () => {
    fc.assert(
      fc.property(asked, (one) => {
        expect(sizeServer(one)).toEqual(sizeServer(structuredClone(one)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('absurd values', () => {
  const values = [
    '-1',
    '18446744073709551615',
    '0',
    '',
    'x',
    Number.POSITIVE_INFINITY,
    Number.NaN,
    1e21,
    true,
    false,
  ];
  const names = {
    mariadb: [
      'innodb_buffer_pool_size',
      'max_connections',
      'max_session_mem_used',
      'max_allowed_packet',
      'table_open_cache',
      'wsrep_provider_options',
      'innodb_log_file_size',
      'query_cache_size',
      'wsrep_slave_threads',
      'innodb_buffer_pool_chunk_size',
    ],
    postgres: [
      'shared_buffers',
      'max_connections',
      'work_mem',
      'maintenance_work_mem',
      'max_wal_size',
      'autovacuum_max_workers',
      'max_parallel_workers',
      'temp_buffers',
      'wal_keep_size',
    ],
  };

  test.each(engines)('%s: never throw and never give what is no number', (engine) => {
    const wrong: string[] = [];
    for (const mode of ['guaranteed', 'target', 'asIs'] as const) {
      for (const size of [0, 1, 512, 1e15]) {
        for (const name of names[engine]) {
          for (const value of values) {
            const one = request({
              engine,
              mode,
              galera: engine === 'mariadb',
              memory: mebibytes(size),
              volume: mebibytes(size),
              version: engine === 'mariadb' ? '10.6' : '17',
              cores: cores(4),
              options: [{ name, value }],
            });
            const sized = sizeServer(one);
            const figures = [
              ...sized.memory.parts,
              ...(sized.volume?.parts ?? []),
              { size: sized.pool },
              { size: sized.connections },
            ];
            const text = configurationFile(engine, sized.settings) ?? '';
            if (
              figures.some(({ size: figure }) => Number.isNaN(figure)) ||
              /^[^#].*(?:NaN|Infinity|undefined)/m.test(text)
            )
              wrong.push(`${mode} ${size} ${name}=${value}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

test('names what the guide asks for: 512Mi, 70 %, 20 connections', () => {
  const guide = request({ memory: mebibytes(512), pool: { share: 0.7 }, connections: 20 });
  const { problem } = sizeServer(guide);
  expect(problem && [sizeText(problem.memory ?? mebibytes(0)), problem.connections, problem.pool]).toEqual([
    '1085Mi',
    undefined,
    200,
  ]);
  const target = sizeServer({ ...guide, mode: 'target' });
  expect(settingsOf(target)).toEqual(
    new Map<string, unknown>([
      ['innodb_buffer_pool_size', '358M'],
      ['max_connections', 20],
    ]),
  );
  expect(target.bounded).toBe(false);
  expect(fits(target.memory)).toBe(false);
});

test('two thousand databases are sized in no time', () => {
  const started = performance.now();
  for (let index = 0; index < 2000; index++) {
    sizeServer(request({ memory: mebibytes(512 + index), connections: 200, galera: index % 2 === 0 }));
  }
  // A quarter of a second; more on a machine that is busy.
  expect(performance.now() - started).toBeLessThan(15_000);
});
