import { fieldAt } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { stranding } from '../stranded-pods.js';
import { listed } from '../words.js';
import { changedObjects } from './changed-objects.js';

/** Servers that run where a change no longer lets them. */
export const podsStranded = defineRule({
  id: 'mariadb-operator/pods-stranded',
  severity: 'warning',
  changeClass: 'restart',
  why: 'a running server stays, and its restart, which the change brings about, finds no node: its volume is bound to where it was',
  source: 'mariadb-operator/mariadb-operator internal/controller/mariadb_controller_update.go',
  messages: {
    stranded: (p: { database: string; fields: string }) =>
      `servers of ${p.database} may stay Pending when they restart: ${p.fields}`,
  },
  checkChange(change, report) {
    for (const object of changedObjects(change, 'MariaDB')) {
      const [old, young] = [object.before.manifest.root.at('spec'), object.after.manifest.root.at('spec')];
      const found = stranding(old, young);
      if (found.length === 0) continue;
      report('stranded', { database: object.after.manifest.name, fields: listed(found) })
        .at(
          change.placeAt(
            object,
            fieldAt(object, 'spec', 'topologySpreadConstraints') ? '.spread' : '.scheduling',
          ),
        )
        .about(change.nameOf(object))
        .fix(
          'see where each server runs before (kubectl get pods -o wide); one that hangs gets a new volume: delete its claim and its pod, while all others are ready',
        );
    }
  },
});
