import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

/** `replicasAllowEvenNumber` stands only where there is an even number to allow. */
export const evenFlag = defineRule({
  id: 'mariadb-operator/even-flag',
  severity: 'warning',
  why: 'the field does nothing for a cluster that runs; it only lets a later change to an even number through, which splits in halves without a majority',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_types.go',
  messages: {
    odd: (p: { database: string; replicas: number }) =>
      `${p.database} allows an even number of replicas, and has ${p.replicas}`,
    standalone: (p: { database: string }) =>
      `${p.database} allows an even number of replicas, which only Galera needs`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec, galera, replicas } of serversOf(manifests)) {
      const flag = spec.at('replicasAllowEvenNumber');
      if (flag.flag !== true || (galera && replicas % 2 === 0)) continue;
      const open = galera
        ? report('odd', { database: name, replicas })
        : report('standalone', { database: name });
      open.at(flag.span).fix('remove the line');
    }
  },
});
