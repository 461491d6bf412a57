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

/** Replicas that go, the highest ordinals first. */
export const scaleDown = defineRule({
  id: 'kubedb/scale-down',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'their servers go, and of a distributed database the work orders of their volumes stay: an ordinal that comes back on the same cluster starts with the stale data, on another with none',
  source:
    'kubeops/petset pkg/controller/petset/pet_set.go; kubedb/docs docs/guides/mariadb/distributed/opsrequest/horizontal_scale.md',
  messages: {
    fewer: (p: { database: string; from: number; to: number; ordinals: readonly string[] }) =>
      `${p.database} goes from ${p.from} to ${p.to} ${p.to === 1 ? 'replica' : 'replicas'}: ${listed(p.ordinals)} ${p.from - p.to === 1 ? 'goes' : 'go'}`,
  },
  checkChange(change, report) {
    for (const { object, engine, name, old, young } of changedDatabases(change)) {
      const [from, to] = [replicasOf(old), replicasOf(young)];
      // From several MariaDB to one is told of by kubedb/mode-changed.
      if (to >= from || (engine === 'mariadb' && to === 1)) continue;
      const clusters = ordinalsOf(policyNamed(change, 'before', policyNameOf(old)));
      const ordinals = Array.from({ length: from - to }, (_, index) => to + index);
      report('fewer', { database: name, from, to, ordinals: ordinalWords(ordinals, clusters) })
        .at(change.placeAt(object, '.placement'))
        .about(change.nameOf(object))
        .fix(
          'let a request of type HorizontalScaling remove them while all others are in sync, then trim the policy, and delete the work orders of their volumes: dbspan plan has the commits and commands',
        );
    }
  },
});
