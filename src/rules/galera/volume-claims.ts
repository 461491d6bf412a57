import { fieldAt } from '../../changes/index.js';
import { bytes } from '../../topology/index.js';
import { storageClassPath } from '../changed-entries.js';
import { defineRule } from '../rule.js';
import { changedSets, claimsOf } from './changed-sets.js';

/** Claims of a StatefulSet grow, and move to another class, by hand. */
export const volumeClaims = defineRule({
  id: 'galera/volume-claims',
  severity: 'warning',
  changeClass: 'order',
  why: 'a StatefulSet’s claims cannot change: applied as it is, the whole object is refused, and its volumes stay as they are',
  source: 'kubernetes/kubernetes pkg/apis/apps/validation/validation.go',
  messages: {
    grows: (p: { object: string; from: string; to: string }) =>
      `the volumes of ${p.object} grow from ${p.from} to ${p.to}`,
    moves: (p: { object: string; from: string; to: string }) =>
      `the volumes of ${p.object} change their class from ${p.from} to ${p.to}`,
  },
  checkChange(change, report) {
    for (const object of changedSets(change)) {
      const { name } = object.after.manifest;
      const [old, young] = [claimsOf(object.before), claimsOf(object.after)];
      const field = fieldAt(object, 'spec', 'volumeClaimTemplates');
      if (old.size !== undefined && young.size !== undefined && bytes(young.size) > bytes(old.size))
        report('grows', { object: name, from: old.size, to: young.size })
          .at(change.placeAt(object, '.storage.size'))
          .about(change.nameOf(object, field))
          .fix('go through the steps for larger volumes in RUNBOOK.md before it is applied');
      if (old.storageClass === young.storageClass) continue;
      const words = { from: old.storageClass ?? 'not set', to: young.storageClass ?? 'not set' };
      report('moves', { object: name, ...words })
        .at(change.placeAt(object, storageClassPath(change, object)))
        .about(change.nameOf(object, field))
        .fix(
          'go through the steps for another disk in RUNBOOK.md, one replica after the other, before it is applied',
        );
    }
  },
});
