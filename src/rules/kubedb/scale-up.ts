import {
  changedDatabases,
  ordinalsOf,
  ordinalWords,
  policyNamed,
  policyNameOf,
  replicasOf,
} from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** Replicas that are new. */
export const scaleUp = defineRule({
  id: 'kubedb/scale-up',
  severity: 'info',
  changeClass: 'quorum',
  why: 'each new replica begins with a copy of all data from one that runs, over the slice when it is on another cluster; a replica without an index in the policy is never made',
  source: 'kubedb/docs docs/guides/mariadb/distributed/opsrequest/horizontal_scale.md',
  messages: {
    more: (p: { database: string; from: number; to: number; ordinals: readonly string[] }) =>
      `${p.database} goes from ${p.from} to ${p.to} replicas: ${listed(p.ordinals)}`,
  },
  checkChange(change, report) {
    for (const { object, engine, name, old, young } of changedDatabases(change)) {
      const [from, to] = [replicasOf(old), replicasOf(young)];
      // From one MariaDB to several is told of by kubedb/mode-changed.
      if (to <= from || (engine === 'mariadb' && from === 1)) continue;
      const clusters = ordinalsOf(policyNamed(change, 'after', policyNameOf(young)));
      const ordinals = Array.from({ length: to - from }, (_, index) => from + index);
      report('more', { database: name, from, to, ordinals: ordinalWords(ordinals, clusters) })
        .at(change.placeAt(object, '.placement'))
        .about(change.nameOf(object))
        .fix(
          clusters.size > 0
            ? 'apply the policy first, then let a request of type HorizontalScaling add them: dbspan plan has the commands'
            : 'let a request of type HorizontalScaling add them: dbspan plan has the commands',
        );
    }
  },
});
