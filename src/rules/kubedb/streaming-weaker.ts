import { changedDatabases } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';

/** What a Postgres confirms is on a standby for as long as it was promised. */
export const streamingWeaker = defineRule({
  id: 'kubedb/streaming-weaker',
  severity: 'warning',
  changeClass: 'quorum',
  why: 'what is confirmed is then on the primary alone for a moment: when it crashes, the standby that takes over has never heard of it',
  source: 'kubedb/apimachinery apis/kubedb/v1/postgres_types.go',
  messages: {
    weaker: (p: { database: string }) =>
      `${p.database} no longer waits for a standby before it confirms a commit`,
  },
  checkChange(change, report) {
    for (const { object, engine, name, old, young } of changedDatabases(change)) {
      if (engine !== 'postgres' || old.at('streamingMode').text !== 'Synchronous') continue;
      if (young.at('streamingMode').text === 'Synchronous') continue;
      report('weaker', { database: name })
        .at(change.placeAt(object, '.kubedb.streamingMode'))
        .about(change.nameOf(object))
        .fix('write streamingMode: Synchronous again, unless the last commits may be lost');
    }
  },
});
