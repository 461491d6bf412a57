/** A server option with the field of the topology it comes from. */
export interface Setting {
  readonly option: string;
  readonly value: string | number | boolean;
  readonly from: string;
}

/** What a topology asks for outright, in units. Nothing here is chosen by dbspan. */
export interface RequestedSizes {
  /** Memory limit of the database container in bytes. */
  readonly memory: number;
  readonly bufferPool: { readonly bytes: number } | { readonly share: number } | undefined;
  readonly maxConnections: number | undefined;
  /** Bytes. */
  readonly gcache: number | undefined;
  /** Bytes. */
  readonly sharedBuffers: number | undefined;
  /** Bytes. */
  readonly workMem: number | undefined;
}

const mebibyte = 2 ** 20;
const kibibyte = 2 ** 10;

/** MariaDB options for the sizes asked for. Sizes are rounded down to whole mebibytes, at least one. */
export function mariadbSettings(sizes: RequestedSizes, galera: boolean): Setting[] {
  const settings: Setting[] = [];
  const { bufferPool, maxConnections, gcache } = sizes;
  if (bufferPool) {
    const pool = 'bytes' in bufferPool ? bufferPool.bytes : sizes.memory * bufferPool.share;
    settings.push({ option: 'innodb_buffer_pool_size', value: mebibytes(pool), from: 'sizing.bufferPool' });
  }
  if (maxConnections !== undefined) {
    settings.push({ option: 'max_connections', value: maxConnections, from: 'sizing.maxConnections' });
  }
  if (gcache !== undefined && galera) {
    settings.push({
      option: 'wsrep_provider_options',
      value: `gcache.size=${mebibytes(gcache)}`,
      from: 'sizing.gcache',
    });
  }
  return settings;
}

/** Postgres settings for the sizes asked for. */
export function postgresSettings(sizes: RequestedSizes): Setting[] {
  const settings: Setting[] = [];
  const { sharedBuffers, workMem, maxConnections } = sizes;
  if (sharedBuffers !== undefined) {
    settings.push({
      option: 'shared_buffers',
      value: kilobytes(sharedBuffers),
      from: 'sizing.sharedBuffers',
    });
  }
  if (workMem !== undefined)
    settings.push({ option: 'work_mem', value: kilobytes(workMem), from: 'sizing.workMem' });
  if (maxConnections !== undefined) {
    settings.push({ option: 'max_connections', value: maxConnections, from: 'sizing.maxConnections' });
  }
  return settings;
}

function mebibytes(bytes: number): string {
  return `${Math.max(1, Math.floor(bytes / mebibyte))}M`;
}

/** Postgres reads MB and kB as powers of 1024. */
function kilobytes(bytes: number): string {
  const whole = Math.max(64, Math.floor(bytes / kibibyte));
  return whole % 1024 === 0 ? `${whole / 1024}MB` : `${whole}kB`;
}

/** Bytes that hold `seconds` of write sets at `bytesPerSecond`. */
export function gcacheFor(seconds: number, bytesPerSecond: number): number {
  return Math.ceil(seconds * bytesPerSecond);
}
