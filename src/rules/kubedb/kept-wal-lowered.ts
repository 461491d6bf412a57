import type { Field } from '../../manifests/index.js';
import { changedDatabases } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';

/** What KubeDB keeps when nothing is said, in MB. */
const usual = 1536;

/** A Postgres keeps its WAL for as long as a standby may be away. */
export const keptWalLowered = defineRule({
  id: 'kubedb/kept-wal-lowered',
  severity: 'warning',
  changeClass: 'quorum',
  why: 'a standby that was away for longer than the kept WAL reaches cannot catch up, and needs a new copy of all data',
  source: 'kubedb/apimachinery apis/kubedb/v1/postgres_helpers.go',
  messages: {
    lowered: (p: { database: string; from: number; to: number }) =>
      `${p.database} keeps ${p.to} MB of WAL for its standbys, not ${p.from} MB any more`,
  },
  checkChange(change, report) {
    for (const { object, engine, name, old, young } of changedDatabases(change)) {
      if (engine !== 'postgres') continue;
      const [from, to] = [keptWal(old), keptWal(young)];
      if (from === undefined || to === undefined || to >= from) continue;
      report('lowered', { database: name, from, to })
        .at(change.placeAt(object, '.kubedb.walKeepSize'))
        .about(change.nameOf(object))
        .fix(
          'see that no standby is behind before it is applied, and that an outage of the usual length still fits',
        );
    }
  },
});

/** Undefined for a way of keeping WAL that does not count in MB. */
function keptWal(spec: Field): number | undefined {
  const policy = spec.at('replication', 'walLimitPolicy').text;
  if (policy !== undefined && policy !== 'WALKeepSize') return undefined;
  return spec.at('replication', 'walKeepSize').number ?? usual;
}
