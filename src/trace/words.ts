import { type DatabasePlan, startOf } from '../plan/index.js';
import { sizeText } from '../sizing/index.js';

/** `[0, 2] on fra + [1] on ams`: what the replicas of a database add up from. */
export function placementWords({ placements }: DatabasePlan): string {
  return placements.map(({ cluster, ordinals }) => `[${ordinals.join(', ')}] on ${cluster.name}`).join(' + ');
}

/** What a start may take, in its parts. */
export function startWords(database: DatabasePlan): string {
  const { parts, total } = startOf(database);
  const told = parts.map(({ part, time, how }) => `${part} ${Math.round(time)} s (${how})`);
  return `${Math.round(total)} s = ${told.join(' + ')}`;
}

/** What a server needs to stop. */
export function stopWords({ sizing, engine }: DatabasePlan): string {
  const pool = engine === 'mariadb' ? 'innodb_buffer_pool_size' : 'shared_buffers';
  return `time to write 90 % of ${pool}, ${sizeText(sizing.pool)}, at 30Mi/s, and 45 s; 120 to 3600 s`;
}
