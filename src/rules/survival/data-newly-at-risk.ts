import { aboutDatabase, changedDatabases, saidAt } from '../changed-databases.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

/** What a loss left safe it still leaves safe. Losses after which writes stop as well are told by survival/no-longer-survived. */
export const dataNewlyAtRisk = defineRule({
  id: 'survival/data-newly-at-risk',
  severity: 'warning',
  changeClass: 'quorum',
  why: 'until now every answered commit outlived this loss, and from this commit on some may be gone with it',
  source: 'kubedb/apimachinery apis/kubedb/v1/postgres_types.go',
  messages: {
    commits: (p: { database: string; losses: readonly string[] }) =>
      `answered commits of ${p.database} may now be lost with ${firstOf(p.losses)}`,
    copies: (p: { database: string; losses: readonly string[] }) =>
      `no copy of ${p.database} is left running now after the loss of ${firstOf(p.losses)}`,
  },
  checkChange(change, report) {
    for (const database of changedDatabases(change)) {
      const { source, impact } = database;
      const losses = impact.worse.filter(
        ({ what, stoodThere }) => stoodThere && what.includes('data') && !what.includes('writes'),
      );
      const [first] = losses;
      if (!first) continue;
      const open = report(first.after.data === 'copies-lost' ? 'copies' : 'commits', {
        database: source.name,
        losses: losses.map(({ words }) => words),
      }).at(
        saidAt(source, 'kubedb.streamingMode', 'mariadbOperator.replication', 'replication', 'placement'),
      );
      aboutDatabase(open, change, database).fix(
        `keep a replica that confirms each commit, or accept it: dbspan whatif --lose ${first.text} tells what happens then`,
      );
    }
  },
});
