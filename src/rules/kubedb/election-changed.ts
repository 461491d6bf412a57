import type { Field } from '../../manifests/index.js';
import { quantity } from '../../manifests/quantity.js';
import { changedDatabases, specDiffers } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';

/** How soon a Postgres elects another primary. */
export const electionChanged = defineRule({
  id: 'kubedb/election-changed',
  severity: 'info',
  changeClass: 'quorum',
  why: 'the coordinators read their timing at their start: while replicas restart one after another, some wait longer for the primary than others, and those with less patience call elections',
  source: 'kubedb/apimachinery apis/kubedb/v1/postgres_helpers.go',
  messages: {
    timing: (p: { database: string; from: string; to: string }) =>
      `the coordinators of ${p.database} wait ${p.to} for a primary before they elect another, not ${p.from}`,
    other: (p: { database: string }) => `how ${p.database} elects its primary changes`,
  },
  checkChange(change, report) {
    for (const database of changedDatabases(change)) {
      if (database.engine !== 'postgres' || !specDiffers(database, 'leaderElection')) continue;
      const { object, name, old, young } = database;
      const [from, to] = [patience(old), patience(young)];
      const open =
        from === undefined || to === undefined || from === to
          ? report('other', { database: name })
          : report('timing', { database: name, from, to });
      open
        .at(change.placeAt(object, '.kubedb.leaderElection'))
        .about(change.nameOf(object))
        .fix(
          'do it when the links between the clusters are quiet; a failover then takes as long as the new timing says',
        );
    }
  },
});

/** Ticks times their period; without the block as the webhook fills it in. */
function patience(spec: Field): string | undefined {
  const election = spec.at('leaderElection');
  if (!election.given) return '3 s';
  const period = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(election.at('period').text ?? '100ms');
  const ticks = quantity(election.at('electionTick').value ?? 10)?.nano;
  if (!period || ticks === undefined) return undefined;
  const seconds =
    (Number(period[1]) * (period[2] === 's' ? 1000 : 1) * Number(ticks / 1_000_000_000n)) / 1000;
  return `${seconds} s`;
}
