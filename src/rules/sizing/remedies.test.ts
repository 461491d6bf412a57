import { describe, expect, test } from 'vitest';
import { bytes } from '../../topology/index.js';
import { change, findingsOf, fixesOf } from '../testing.js';
import { alone, sizingFindings, withLines, withPostgres } from './sizing.testing.js';

// What a finding tells people to do is done, each remedy alone, and the finding is gone.

type Topology = (...lines: readonly string[]) => string;

interface Wish {
  readonly memory?: string;
  readonly volume?: string;
  readonly sizing?: Readonly<Record<string, string | number>>;
  readonly config?: Readonly<Record<string, string | number>>;
}

function lineOf(field: string, values: Readonly<Record<string, string | number>> = {}): string[] {
  const pairs = Object.entries(values).map(([name, value]) => `${name}: ${value}`);
  return pairs.length === 0 ? [] : [`${field}: { ${pairs.join(', ')} }`];
}

/** A database of the topology with what is wished for it. */
function written(topology: Topology, { memory, volume = '20Gi', sizing, config }: Wish): string {
  const resources = memory === undefined ? [] : [`resources: { memory: ${memory} }`];
  const text = topology(...resources, ...lineOf('sizing', sizing), ...lineOf('config', config));
  const at = text.lastIndexOf('size: 20Gi');
  return `${text.slice(0, at)}${change(text.slice(at), 'size: 20Gi', `size: ${volume}`)}`;
}

function without<T>(values: Readonly<Record<string, T>> = {}, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([each]) => each !== name));
}

const fieldOf: Readonly<Record<string, string>> = { data: 'data', gcache: 'gcache' };

/** What is wished for once one remedy is followed; undefined for a remedy in other words. */
function followed(wish: Wish, remedy: string): Wish | undefined {
  const [, memory] = /^give it (\S+)$/.exec(remedy) ?? [];
  if (memory !== undefined) return { ...wish, memory };
  const [, connections] = /^at most (\d+) connections$/.exec(remedy) ?? [];
  if (connections !== undefined) {
    const inConfig = wish.config?.['max_connections'] !== undefined;
    return inConfig
      ? { ...wish, config: { ...wish.config, max_connections: Number(connections) } }
      : { ...wish, sizing: { ...wish.sizing, maxConnections: Number(connections) } };
  }
  const [, pool] = /^a pool of (\S+)$/.exec(remedy) ?? [];
  if (pool !== undefined) {
    const config = wish.config?.['innodb_buffer_pool_size'];
    return config === undefined
      ? { ...wish, sizing: { ...wish.sizing, bufferPool: pool } }
      : { ...wish, config: { ...wish.config, innodb_buffer_pool_size: bytes(pool) } };
  }
  const [, buffers] = /^shared_buffers of (\S+)$/.exec(remedy) ?? [];
  if (buffers !== undefined) return { ...wish, sizing: { ...wish.sizing, sharedBuffers: buffers } };
  const [, left] = /^leave out (\S+)$/.exec(remedy) ?? [];
  if (left !== undefined) return { ...wish, config: without(wish.config, left) };
  if (/^sizing\.mode guaranteed without/.test(remedy)) {
    const sizing = without(without(without(wish.sizing, 'mode'), 'bufferPool'), 'sharedBuffers');
    const config = without(without(wish.config, 'innodb_buffer_pool_size'), 'shared_buffers');
    return { ...wish, sizing, config };
  }
  if (/^sizing\.mode guaranteed/.test(remedy)) return { ...wish, sizing: without(wish.sizing, 'mode') };
  const [, volume] = /^make it at least (\S+)$/.exec(remedy) ?? [];
  if (volume !== undefined) return { ...wish, volume };
  const [, name = '', size = ''] = /^lower (\S+) to (\S+)$/.exec(remedy) ?? [];
  const field = fieldOf[name.replace('sizing.', '')];
  if (field !== undefined) return { ...wish, sizing: { ...wish.sizing, [field]: size } };
  if (name in (wish.config ?? {})) return { ...wish, config: { ...wish.config, [name]: size } };
  return undefined;
}

/** The remedies of the first finding of a rule that begins so. */
function remediesOf(text: string, begin: string): string[] {
  const index = findingsOf(text, true).findIndex((each) => each.split(' ')[1]?.startsWith(begin));
  if (index === -1) return [];
  return (fixesOf(text)[index] ?? '').split(
    /,? or (?=give|at most|a pool|shared_|leave|sizing\.mode|make|lower)/,
  );
}

const topologies: Readonly<Record<string, Topology>> = { galera: withLines, alone, postgres: withPostgres };

const memories = ['128Mi', '256Mi', '512Mi', undefined, '2Gi', '8Gi'];

const wishes: Readonly<Record<string, readonly Wish[]>> = {
  mariadb: [
    {},
    { sizing: { maxConnections: 100 } },
    { sizing: { maxConnections: 2000 } },
    { sizing: { bufferPool: '90%' } },
    { sizing: { bufferPool: '600Mi', maxConnections: 60 } },
    { sizing: { mode: 'target' } },
    { sizing: { mode: 'target', bufferPool: '70%', maxConnections: 20 } },
    { sizing: { mode: 'target', bufferPool: '300Mi', maxConnections: 200 } },
    { config: { max_connections: 400 } },
    { config: { innodb_buffer_pool_size: '3G' } },
    { config: { max_session_mem_used: '1G' } },
    { config: { max_allowed_packet: '256M' } },
    { config: { 'aria-pagecache-buffer-size': '2G' } },
    { config: { key_buffer_size: '1G' }, sizing: { maxConnections: 40 } },
  ],
  postgres: [
    {},
    { sizing: { maxConnections: 100 } },
    { sizing: { sharedBuffers: '900Mi' } },
    { sizing: { sharedBuffers: '900Mi', maxConnections: 90 } },
    { sizing: { workMem: '200Mi' } },
    { sizing: { mode: 'target' } },
    { sizing: { mode: 'target', sharedBuffers: '400Mi', maxConnections: 60 } },
    { config: { max_connections: 300 } },
    { config: { work_mem: '1GB' } },
    { config: { maintenance_work_mem: '4GB' } },
    { config: { autovacuum_work_mem: '2GB' } },
    { config: { max_parallel_workers_per_gather: 8, work_mem: '64MB' } },
  ],
};

describe.each(Object.entries(topologies))('the remedies for too little memory: %s', (name, topology) => {
  const own = wishes[name === 'postgres' ? 'postgres' : 'mariadb'] ?? [];
  test.each(own.map((wish) => [JSON.stringify(wish), wish] as const))('%s', (_, wish) => {
    for (const memory of memories) {
      const asked: Wish = memory === undefined ? wish : { ...wish, memory };
      for (const remedy of remediesOf(written(topology, asked), 'sizing/memory-')) {
        const change = followed(asked, remedy);
        expect(change, remedy).toBeDefined();
        const left = change && sizingFindings(written(topology, change));
        expect(
          left?.filter((each) => each.includes('sizing/memory-')),
          `${memory}: ${remedy}`,
        ).toEqual([]);
      }
    }
  });
});

describe.each(Object.entries(topologies))('the remedies for too small a volume: %s', (name, topology) => {
  const own: Wish[] =
    name === 'postgres'
      ? [{}, { sizing: { data: '30Gi' } }, { config: { max_wal_size: '20GB' } }]
      : [
          {},
          { sizing: { data: '30Gi' } },
          { config: { innodb_log_file_size: '20G' } },
          { sizing: { mode: 'target', maxConnections: 10 } },
          ...(name === 'galera'
            ? [{ sizing: { gcache: '200Gi' } }, { sizing: { gcache: '9Gi', data: '9Gi' } }]
            : []),
        ];
  test.each(own.map((wish) => [JSON.stringify(wish), wish] as const))('%s', (_, wish) => {
    for (const volume of ['300Mi', '1Gi', '3Gi', '20Gi']) {
      const asked: Wish = { ...wish, volume };
      for (const remedy of remediesOf(written(topology, asked), 'sizing/volume-')) {
        const change = followed(asked, remedy);
        expect(change, remedy).toBeDefined();
        const left = change && sizingFindings(written(topology, change));
        expect(
          left?.filter((each) => each.includes('sizing/volume-')),
          `${volume}: ${remedy}`,
        ).toEqual([]);
      }
    }
  });
});
