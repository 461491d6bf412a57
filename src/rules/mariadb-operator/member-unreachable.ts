import { keySpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

/** The members of several clusters can be reached from outside their clusters. */
export const memberUnreachable = defineRule({
  id: 'mariadb-operator/member-unreachable',
  severity: 'info',
  why: 'the other clusters connect to the host of a member, and a service without a load balancer answers inside its own cluster only, unless something else brings them there',
  source: 'mariadb-operator/mariadb-operator docs/multi-cluster.md',
  messages: {
    inside: (p: { database: string; hosts: readonly string[] }) =>
      `${p.database} is followed at ${firstOf(p.hosts)}, and its services have no address outside their clusters`,
  },
  checkTopology({ databases }, report) {
    for (const { name, service, mariadbOperator } of databases) {
      const multiCluster = mariadbOperator?.multiCluster;
      if (!multiCluster || (service?.exposure ?? 'cluster') !== 'cluster') continue;
      report('inside', { database: name, hosts: multiCluster.members.map(({ host }) => host) })
        .at(keySpan(multiCluster, 'members'))
        .fix(
          'write service: { exposure: internal-load-balancer }, or bring these hosts to the primary services yourself',
        );
    }
  },
});
