import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { changedSets, claimsOf, imageOf, membersOf, variableOf } from './changed-sets.js';

/** One large thing in a commit: an image, members, volumes or a forced start. */
export const together = defineRule({
  id: 'galera/together',
  severity: 'warning',
  changeClass: 'order',
  why: 'each needs all members to be well, and takes away one of the ways back of the other',
  source: 'mariadb.com/docs galera-cluster upgrading',
  messages: {
    several: (p: { database: string; what: string }) => `${p.database} changes ${p.what} in one commit`,
  },
  checkChange(change, report) {
    for (const object of changedSets(change)) {
      const [old, young] = [object.before, object.after];
      const isForced =
        variableOf(young, 'FORCE_BOOTSTRAP') !== undefined &&
        variableOf(old, 'FORCE_BOOTSTRAP') !== variableOf(young, 'FORCE_BOOTSTRAP');
      const what = [
        ...(imageOf(old) === imageOf(young) ? [] : ['its image']),
        ...(membersOf(old) === membersOf(young) ? [] : ['the number of its members']),
        ...(claimsOf(old).size === claimsOf(young).size ? [] : ['the size of its volumes']),
        ...(isForced ? ['who starts it by force'] : []),
      ];
      if (what.length < 2) continue;
      report('several', { database: young.manifest.name, what: listed(what) })
        .at(change.placeOf(object))
        .about(change.nameOf(object))
        .fix('dbspan plan says the commits: one thing in each, and all members ready in between');
    }
  },
});
