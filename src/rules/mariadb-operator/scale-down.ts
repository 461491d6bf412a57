import { fieldAt } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { changedObjects, shapeOf } from './changed-objects.js';

/** Replicas that go: the highest first, fewer than half at a time, and none of them the primary. */
export const scaleDown = defineRule({
  id: 'mariadb-operator/scale-down',
  severity: 'warning',
  changeClass: 'quorum',
  why: 'those that go all stop at once, and where the rest is no majority of those that were there a Galera cluster stops',
  source: 'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/mariadb_webhook.go',
  messages: {
    fewer: (p: { database: string; from: number; to: number; goes: string; verb: string }) =>
      `${p.database} shrinks from ${p.from} to ${p.to} replicas: ${p.goes} ${p.verb}`,
    minority: (p: { database: string; from: number; to: number }) =>
      `${p.database} would shrink from ${p.from} to ${p.to} replicas at once, which is no majority of those that were there`,
  },
  checkChange(change, report) {
    for (const object of changedObjects(change, 'MariaDB')) {
      const field = fieldAt(object, 'spec', 'replicas');
      const [old, young] = [shapeOf(object.before), shapeOf(object.after)];
      if (!field || young.replicas >= old.replicas || young.replicas < 2) continue;
      const { name } = object.after.manifest;
      const counts = { database: name, from: old.replicas, to: young.replicas };
      const isMinority = young.replication === 'galera' && young.replicas * 2 <= old.replicas;
      const open = isMinority
        ? report('minority', counts)
        : report('fewer', {
            ...counts,
            goes: namesOf(name, young.replicas, old.replicas),
            verb:
              old.replicas - young.replicas === 1
                ? 'goes, and its volume stays'
                : 'go, and their volumes stay',
          });
      open
        .at(change.placeAt(object, '.placement'))
        .about(change.nameOf(object, field))
        .fix(
          isMinority
            ? 'dbspan plan says the commits: fewer than half go in each'
            : `see that the primary is none of them (status.currentPrimaryPodIndex below ${young.replicas}): the webhook refuses the change otherwise; then delete the claims that are left`,
        );
    }
  },
});

function namesOf(name: string, from: number, to: number): string {
  const last = `${name}-${to - 1}`;
  return from === to - 1 ? last : `${name}-${from} to ${last}`;
}
