import type { SizingRequest } from './request.js';
import { mebibytes } from './units.js';

/** A request for one MariaDB server of 1 GiB of which nothing else is said, and what a test changes of it. */
export function request(change: Partial<SizingRequest> = {}): SizingRequest {
  return {
    engine: 'mariadb',
    mode: 'guaranteed',
    memory: mebibytes(1024),
    version: '10.11',
    cores: undefined,
    workload: 'oltp',
    galera: false,
    standbys: false,
    acrossClusters: false,
    roundTrip: undefined,
    connections: undefined,
    pool: undefined,
    sharedBuffers: undefined,
    workMem: undefined,
    gcache: undefined,
    volume: undefined,
    data: undefined,
    keptWal: undefined,
    options: [],
    ...change,
  };
}

/** Options as a map. */
export function options(
  values: Readonly<Record<string, string | number | boolean>>,
): SizingRequest['options'] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}
