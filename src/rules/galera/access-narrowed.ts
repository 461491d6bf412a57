import { defineRule } from '../rule.js';
import { databaseKey } from './changed-sets.js';
import { callersOf } from './policy-callers.js';

/** Who reached a database and no longer does. */
export const accessNarrowed = defineRule({
  id: 'galera/access-narrowed',
  severity: 'info',
  changeClass: 'security',
  why: 'new connections from there are dropped without an answer as soon as the policy is applied',
  source: 'kubernetes/api networking/v1/types.go',
  messages: {
    narrower: (p: { database: string; callers: string }) => `${p.callers} no longer reach ${p.database}`,
  },
  checkChange(change, report) {
    for (const object of change.of('NetworkPolicy', 'networking.k8s.io')) {
      if (object.kind !== 'changed') continue;
      const kept = new Set(callersOf(object.after));
      const lost = callersOf(object.before).filter((caller) => !kept.has(caller));
      if (lost.length === 0) continue;
      const key = databaseKey(object.after);
      report('narrower', { database: key.slice(key.lastIndexOf('\n') + 1), callers: lost.join(', ') })
        .at(change.placeAt(object, '.service'))
        .about(change.nameOf(object))
        .fix('see that no client is left there');
    }
  },
});
