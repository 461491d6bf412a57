import { keySpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { replicasSpan, sitesOf } from '../sites.js';
import { arbitratorOf, votesOf } from '../votes.js';

/** A Galera cluster has an odd number of votes: its replicas, and the arbitrator where there is one. */
export const evenVotes = defineRule({
  id: 'provider/even-votes',
  severity: 'error',
  why: 'half of an even number is no majority: when the network parts the replicas in the middle no half goes on, and the operator’s CRD refuses such a cluster outright',
  source:
    'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_types.go; codership/galera gcomm/src/pc_proto.cpp',
  messages: {
    replicas: (p: { database: string; replicas: number }) =>
      `${p.database} is a Galera cluster of ${p.replicas} replicas, which is an even number`,
    arbitrator: (p: { database: string; replicas: number }) =>
      `${p.database} has ${p.replicas} ${p.replicas === 1 ? 'replica' : 'replicas'} and an arbitrator, which makes an even number of votes`,
  },
  checkPlan(plan, report) {
    for (const database of sitesOf(plan)) {
      const { name, replicas, provider, source } = database;
      const votes = votesOf(database);
      if (votes === undefined || votes % 2 === 1) continue;
      const arbitrator = arbitratorOf(database);
      if (arbitrator && source.statefulset) {
        report('arbitrator', { database: name, replicas })
          .at(keySpan(source.statefulset, 'arbitrator'))
          .related(replicasSpan(database), 'the replicas')
          .fix(
            replicas === 1
              ? 'remove it: one replica needs no vote beside its own'
              : `remove it: ${replicas} replicas have a majority without it; or make them ${replicas - 1}`,
          );
      } else {
        report('replicas', { database: name, replicas })
          .at(replicasSpan(database))
          .fix(
            provider === 'statefulset'
              ? `make it ${replicas + 1}, or add statefulset.arbitrator, a vote without data`
              : `make it ${replicas + 1}; the operator has no arbitrator`,
          );
      }
    }
  },
});
