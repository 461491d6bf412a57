import { keySpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { replicasSpan, sitesOf } from '../sites.js';

/** Members that are asked at a start at most, as `maxReplicas` has it. */
const mostMembers = 15;

/** An ordinal that is named is that of a replica, and the members that are known are not fewer than there are. */
export const ordinalRange = defineRule({
  id: 'provider/ordinal-range',
  severity: 'error',
  why: 'the operator refuses a pod that does not exist, and without one the setting waits for a replica that never comes',
  source: 'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/mariadb_webhook.go',
  messages: {
    force: (p: { database: string; ordinal: number; last: number }) =>
      `${p.database} is to be bootstrapped from replica ${p.ordinal}, and its last one is ${p.last}`,
    alone: (p: { database: string }) =>
      `${p.database} is no Galera cluster, and nothing of it is bootstrapped`,
    partition: (p: { database: string; partition: number; last: number }) =>
      `${p.database} takes changes from replica ${p.partition} on, and its last one is ${p.last}`,
    many: (p: { database: string; replicas: number }) =>
      `${p.database} has ${p.replicas} replicas, and the census of a StatefulSet counts up to ${mostMembers}`,
    members: (p: { database: string; members: number; replicas: number }) =>
      `${p.database} has ${p.replicas} replicas, and maxReplicas is ${p.members}`,
  },
  checkPlan(plan, report) {
    for (const database of sitesOf(plan)) {
      const { name, replicas, replication, source } = database;
      const { statefulset, mariadbOperator } = source;
      const last = replicas - 1;
      const force = (statefulset ?? mariadbOperator)?.forceBootstrap;
      if (force && database.provider === 'mariadb-operator' && replication !== 'galera') {
        report('alone', { database: name })
          .at(keySpan(mariadbOperator ?? {}, 'forceBootstrap'))
          .fix('remove it');
      } else if (force && force.ordinal > last) {
        report('force', { database: name, ordinal: force.ordinal, last })
          .at(valueSpan(force, 'ordinal'))
          .related(replicasSpan(database), 'the replicas')
          .fix(`write the ordinal of the replica with the newest data, 0 to ${last}`);
      }
      const { partition = 0, maxReplicas } = statefulset ?? {};
      if (statefulset && partition > last) {
        report('partition', { database: name, partition, last })
          .at(valueSpan(statefulset, 'partition'))
          .related(replicasSpan(database), 'the replicas')
          .fix(`write ${last} for a canary, or remove it`);
      }
      if (database.provider === 'statefulset' && replicas > mostMembers) {
        report('many', { database: name, replicas })
          .at(replicasSpan(database))
          .fix(`write ${mostMembers} or fewer: every commit waits for all of them`);
        continue;
      }
      if (statefulset && maxReplicas !== undefined && maxReplicas < replicas) {
        report('members', { database: name, members: maxReplicas, replicas })
          .at(valueSpan(statefulset, 'maxReplicas'))
          .related(replicasSpan(database), 'the replicas')
          .fix(`write ${replicas} or more, or remove it`);
      }
    }
  },
});
