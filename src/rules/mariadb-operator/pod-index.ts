import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

/** The pod that takes the writes is left to the operator. */
export const podIndex = defineRule({
  id: 'mariadb-operator/pod-index',
  severity: 'warning',
  why: 'the operator writes the number of the new pod into this field after each failover, and whatever applies the file again sends the writes back to a pod that may be down',
  source: 'mariadb-operator/mariadb-operator internal/controller/pod_galera_controller.go',
  messages: {
    written: (p: { database: string; index: number }) =>
      `${p.database} says podIndex: ${p.index}, a field the operator changes`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec, galera, replication, replicas } of serversOf(manifests)) {
      for (const way of ['galera', 'replication'] as const) {
        const on = way === 'galera' ? galera : replication;
        const field = spec.at(way, 'primary', 'podIndex');
        const index = field.number;
        if (!on || index === undefined || index < 0 || index >= replicas) continue;
        if (spec.at(way, 'primary', 'autoFailover').flag === false) continue;
        report('written', { database: name, index })
          .at(field.span)
          .fix('remove it; it does not choose the pod that starts a Galera cluster either, which is pod 0');
      }
    }
  },
});
