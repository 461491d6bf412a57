import { fieldAt } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { arbitrated, changedSets, databaseKey, membersOf } from './changed-sets.js';

/** Members that go: the highest first, and fewer than half of all votes at a time. */
export const scaleDown = defineRule({
  id: 'galera/scale-down',
  severity: 'warning',
  changeClass: 'quorum',
  why: 'those that go all stop at once, and where the rest is no majority of the votes that were there, one of them that is killed instead of stopped ends the cluster',
  source: 'kubernetes/kubernetes pkg/controller/statefulset/stateful_set_control.go',
  messages: {
    fewer: (p: { database: string; from: number; to: number; goes: string }) =>
      `${p.database} shrinks from ${p.from} to ${p.to} members: ${p.goes}`,
    minority: (p: { database: string; from: number; to: number; votes: number; left: number }) =>
      `${p.database} would shrink from ${p.from} to ${p.to} members at once: ${p.left} of ${p.votes} votes stay, which is no majority`,
  },
  checkChange(change, report) {
    const [old, young] = [arbitrated(change, 'before'), arbitrated(change, 'after')];
    for (const object of changedSets(change)) {
      const [from, to] = [membersOf(object.before), membersOf(object.after)];
      if (to >= from) continue;
      const { name } = object.after.manifest;
      const key = databaseKey(object.after);
      const votes = from + (old.has(key) ? 1 : 0);
      const left = to + (old.has(key) && young.has(key) ? 1 : 0);
      const counts = { database: name, from, to };
      const isMinority = left * 2 <= votes;
      const goes =
        from - to === 1
          ? `${name}-${to} goes, and its volume stays`
          : `${name}-${to} to ${name}-${from - 1} go, and their volumes stay`;
      const open = isMinority
        ? report('minority', { ...counts, votes, left })
        : report('fewer', { ...counts, goes });
      open
        .at(change.placeAt(object, '.placement'))
        .about(change.nameOf(object, fieldAt(object, 'spec', 'replicas')))
        .fix(
          isMinority
            ? 'dbspan plan says the commits: fewer than half of the votes go in each'
            : `apply it while all members are ready; afterwards kubectl rollout restart statefulset ${name}, so that the others no longer ask for those that went, and delete their claims`,
        );
    }
  },
});
