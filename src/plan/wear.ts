import type { Setting } from '../sizing/index.js';
import type { Database } from '../topology/index.js';

/** Settings that write less to the volume, when the topology asks for that. */
export function wearSettings({ storage }: Database): Setting[] {
  if (!storage.wearSaving) return [];
  const why = 'storage.wearSaving';
  return [
    { option: 'skip-log-bin', value: true, why: `${why}: no binary log` },
    {
      option: 'innodb_flush_log_at_trx_commit',
      value: 2,
      why: `${why}: a loss of power loses up to a second of commits`,
    },
  ];
}
