import {
  fits,
  type Mebibytes,
  percent,
  type Seconds,
  type SizingRequest,
  sizeText,
} from '../../sizing/index.js';
import { mebibytesText, type Sized } from './sized.js';

// What is said of sizes, in sentences.

/** `MariaDB`, `member of a Galera cluster`, `Postgres`. */
export function serverName({ engine, galera }: Pick<SizingRequest, 'engine' | 'galera'>): string {
  if (engine === 'postgres') return 'Postgres';
  return galera ? 'member of a Galera cluster' : 'MariaDB';
}

/** Whether the memory is enough, in one sentence; `name` goes before it. */
export function verdict({ request, sizing }: Sized): string {
  const { memory, engine } = request;
  const server = `a ${serverName(request)}`;
  const cache = engine === 'postgres' ? 'shared_buffers' : 'a pool';
  const pool = `${cache} of ${sizeText(sizing.pool)} (${percent(sizing.pool / memory)})`;
  const connections = counted(sizing.connections);
  if (sizing.problem === undefined) {
    const work = sizing.settings.find(({ option }) => option === 'work_mem');
    const sessions = work ? `, ${connections} and work_mem ${work.value}` : ` and ${connections}`;
    const bound = sizing.bounded ? '' : ', as measured loads go; nothing bounds its sessions';
    return `${sizeText(memory)} holds ${server} with ${pool}${sessions}${bound}`;
  }
  if (request.mode === 'guaranteed') {
    return `${sizeText(memory)} does not hold ${server}${demands(request)}`;
  }
  return `${sizeText(memory)} is not enough for ${server} with ${pool} and ${connections}: at worst it takes ${sizeText(sizing.memory.total)}, reserve and all`;
}

/** What was asked for beside the memory. */
function demands({ pool, sharedBuffers, workMem, connections }: SizingRequest): string {
  const parts: string[] = [];
  if (pool)
    parts.push('share' in pool ? `a pool of ${percent(pool.share)}` : `a pool of ${sizeText(pool.size)}`);
  if (sharedBuffers !== undefined) parts.push(`shared_buffers of ${sizeText(sharedBuffers)}`);
  if (workMem !== undefined) parts.push(`work_mem of ${sizeText(workMem)}`);
  if (connections !== undefined) parts.push(counted(connections));
  return parts.length === 0 ? '' : ` with ${parts.join(' and ')}`;
}

function counted(connections: number): string {
  return `${connections} connection${connections === 1 ? '' : 's'}`;
}

/** What would make a server fit, each alone; empty when nothing would. */
export function remedies({ request, sizing }: Sized): string[] {
  const { memory, connections, pool } = sizing.problem ?? {};
  const found: string[] = [];
  if (memory !== undefined) found.push(`${mebibytesText(memory)} of memory`);
  if (connections !== undefined) found.push(`at most ${counted(connections)}`);
  if (pool !== undefined) {
    const cache = request.engine === 'postgres' ? 'shared_buffers' : 'a pool';
    found.push(`${cache} of at most ${sizeText(pool)}`);
  }
  return found;
}

/** Whether a volume is given and is too small. */
export function outgrowsVolume({ sizing: { volume } }: Sized): boolean {
  return volume !== undefined && !fits(volume);
}

const steps = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'm'],
  [1, 's'],
] as const;

/** A time in its two largest units: `2h 5m`. */
export function timeText(time: Seconds): string {
  if (!Number.isFinite(time)) return 'never';
  let left = Math.ceil(time);
  const parts: string[] = [];
  for (const [length, unit] of steps) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0 || (unit === 's' && parts.length === 0)) parts.push(`${count}${unit}`);
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(' ');
}

/** A size in the unit of its table, so that a column can be read down. */
export function columnSize(size: Mebibytes, limit: Mebibytes): string {
  return limit >= 16_384 ? `${(size / 1024).toFixed(2)}Gi` : `${size.toFixed(1)}Mi`;
}
