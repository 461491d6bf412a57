import type { AlteredObject } from '../../changes/index.js';
import { changedNames } from '../changed-options.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { changedObjects, operatorGroup, serverKey, shapeOf } from './changed-objects.js';

/** Fields of the spec that no server reads at its start. */
const idle = new Set([
  'bootstrapFrom',
  'metrics',
  'podDisruptionBudget',
  'primaryService',
  'primaryConnection',
  'rootPasswordSecretKeyRef',
  'secondaryConnection',
  'secondaryService',
  'service',
  'storage',
  'suspend',
  'maintenance',
  'updateStrategy',
]);

/** The same below `galera`: what the operator itself reads. */
const idleOfGalera = new Set(['recovery', 'initJob', 'primary']);

/** Servers of mariadb-operator that a change starts anew. */
export const restart = defineRule({
  id: 'mariadb-operator/restart',
  severity: 'info',
  changeClass: 'restart',
  why: 'every change of the pods restarts every server, and each restart cuts the connections of that server',
  source: 'mariadb-operator/mariadb-operator internal/controller/mariadb_controller_update.go',
  messages: {
    rolls: (p: { database: string; replicas: number; fields: string }) =>
      `all ${p.replicas} servers of ${p.database} restart, the replicas first and one by one, the primary last (${p.fields})`,
    stops: (p: { database: string; fields: string }) =>
      `${p.database} is down while its one server restarts (${p.fields})`,
  },
  checkChange(change, report) {
    const copied = new Set(change.objectsOf('after', 'PhysicalBackup', operatorGroup).map(serverKey));
    for (const object of changedObjects(change, 'MariaDB')) {
      const names = restarting(object);
      if (names.length === 0) continue;
      const { replicas } = shapeOf(object.after);
      const database = object.after.manifest.name;
      const fields = firstOf(names);
      const open =
        replicas > 1
          ? report('rolls', { database, replicas, fields })
          : report('stops', { database, fields });
      const skipped = copied.has(serverKey(object.after))
        ? '; scheduled physical backups are left out until then'
        : '';
      open
        .at(change.placeOf(object))
        .about(change.nameOf(object))
        .fix(
          replicas > 1
            ? `wait until all are ready before the next change${skipped}; when one does not start, no commit mends that: undo it, apply, and delete its pod`
            : `apply it when clients can be without it${skipped}`,
        );
    }
  },
});

/** What makes the servers start anew. */
function restarting(object: AlteredObject): string[] {
  const wasReplicated = shapeOf(object.before).replicas > 1;
  return changedNames(object, ([root, field = '', below]) => {
    if (root !== 'spec' || idle.has(field)) return false;
    // The addresses of all members are in the file of each; a first or last replica is another way of starting.
    if (field === 'replicas') return wasReplicated && shapeOf(object.after).replicas > 1;
    return !(field === 'galera' && below !== undefined && idleOfGalera.has(below));
  });
}
