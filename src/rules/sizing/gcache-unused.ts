import { keySpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** A write-set cache is asked for only where replicas have one. */
export const gcacheUnused = defineRule({
  id: 'sizing/gcache-unused',
  severity: 'warning',
  why: 'a server that runs alone replicates nothing, so the number is dropped and whatever it was to bridge is not bridged',
  source: 'the sizes of dbspan',
  messages: {
    single: (p: { database: string }) =>
      `${p.database} has one replica, which keeps no write sets for others`,
  },
  checkPlan({ databases }, report) {
    for (const { name, engine, replication, source } of databases) {
      if (engine !== 'mariadb' || replication === 'galera' || source.sizing?.gcache === undefined) continue;
      report('single', { database: name })
        .at(keySpan(source.sizing, 'gcache'))
        .fix('remove it, or place three replicas');
    }
  },
});
