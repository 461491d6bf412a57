import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

/** A cluster that still serves is not recovered. */
export const recoveryEager = defineRule({
  id: 'mariadb-operator/recovery-eager',
  severity: 'warning',
  why: 'recovery stops the pods that are left, which serve, when another takes longer than clusterHealthyTimeout to come back',
  source: 'mariadb-operator/mariadb-operator docs/galera.md',
  messages: {
    size: (p: { database: string; pods: number }) =>
      `${p.database} is recovered as soon as fewer than ${p.pods} pods are in the cluster`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec, galera, replicas } of serversOf(manifests)) {
      const recovery = spec.at('galera', 'recovery');
      const field = recovery.at('minClusterSize');
      if (!galera || recovery.at('enabled').flag !== true) continue;
      const percent = /^(\d+)%$/.exec(field.text ?? '')?.[1];
      const pods = percent === undefined ? field.number : Math.ceil((Number(percent) * replicas) / 100);
      if (pods === undefined || pods <= 1 || pods > replicas) continue;
      report('size', { database: name, pods }).at(field.span).fix('write 1, or leave it out');
    }
  },
});
