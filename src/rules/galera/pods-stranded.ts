import { defineRule } from '../rule.js';
import { stranding } from '../stranded-pods.js';
import { listed } from '../words.js';
import { changedSets } from './changed-sets.js';

/** Members that run where a change no longer lets them. */
export const podsStranded = defineRule({
  id: 'galera/pods-stranded',
  severity: 'warning',
  changeClass: 'quorum',
  why: 'a running member stays until its restart, which the change brings about, and then finds no node for the volume that it has: the cluster is one vote short, and the update stops',
  source: 'kubernetes/kubernetes pkg/scheduler/framework/plugins/nodeaffinity/node_affinity.go',
  messages: {
    stranded: (p: { database: string; fields: string }) =>
      `members of ${p.database} may stay Pending when they restart: ${p.fields}`,
  },
  checkChange(change, report) {
    for (const object of changedSets(change)) {
      const template = (side: 'before' | 'after') =>
        object[side].manifest.root.at('spec', 'template', 'spec');
      const found = stranding(template('before'), template('after'));
      if (found.length === 0) continue;
      const isZone = found.some((each) => each.startsWith('they must leave'));
      const isSpread = found.some((each) => each.startsWith('they must spread'));
      report('stranded', { database: object.after.manifest.name, fields: listed(found) })
        .at(
          change.placeAt(
            object,
            isZone ? '.statefulset.arbitrator.zone' : isSpread ? '.spread' : '.scheduling',
          ),
        )
        .about(change.nameOf(object))
        .fix(
          'see where each member runs before (kubectl get pods -o wide); replace the volume of one that must move, as RUNBOOK.md says, while all others are ready',
        );
    }
  },
});
