import { roughSizeText } from '../../sizing/index.js';
import { aboutDatabase, changedDatabases, saidAt } from '../changed-databases.js';
import { defineRule } from '../rule.js';

/** Below this share of what it was it is told. */
const least = 0.75;

/** A volume keeps the room for data that a running database may already use. */
export const dataRoomSmaller = defineRule({
  id: 'sizing/data-room-smaller',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'a database that runs may hold more than that already, and a full volume stops it',
  source: 'codership/galera gcache/src/gcache_rb_store.cpp',
  messages: {
    smaller: (p: { database: string; from: string; to: string }) =>
      `the volumes of ${p.database} have room for ${p.to} of data, ${p.from} until now`,
  },
  checkChange(change, report) {
    for (const database of changedDatabases(change)) {
      const { source, before, after } = database;
      const [from, to] = [before.server.dataRoom, after.server.dataRoom];
      // A smaller volume is refused by others, and data that is said is judged against what there is.
      if (from === undefined || to === undefined || after.storage < before.storage) continue;
      if (after.server.data !== undefined || to >= from * least) continue;
      const open = report('smaller', {
        database: source.name,
        from: roughSizeText(from),
        to: roughSizeText(to),
      }).at(saidAt(source, 'sizing.gcache', 'kubedb.walKeepSize', 'sizing', 'config', 'resources.memory'));
      aboutDatabase(open, change, database).fix(
        'look at how much is used (df on the volume), say it as sizing.data, or make storage.size larger in the same commit',
      );
    }
  },
});
