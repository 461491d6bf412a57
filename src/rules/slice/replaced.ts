import { sliceChanges } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { databasesOn, isReplaced } from './changed.js';

/** A slice that databases are on keeps its name, its project and its hub. */
export const replaced = defineRule({
  id: 'slice/replaced',
  severity: 'error',
  changeClass: 'destructive',
  why: 'another name is another slice: the old one must let go of every namespace first, which cuts all replicas off from each other, and a namespace that is used again in a new slice keeps imports without endpoints',
  source: 'kubeslice/worker-operator issue 438',
  messages: {
    replaced: (p: { old: string; young: string; databases: readonly string[] }) =>
      `the slice ${p.old} becomes ${p.young}, another one, under the replicas of ${firstOf(p.databases)}`,
  },
  checkChange(change, report) {
    for (const slice of sliceChanges(change)) {
      const { object, before, after } = slice;
      if (!before || !after || !isReplaced(change, slice)) continue;
      report('replaced', {
        old: `${before.namespace}/${before.name}`,
        young: `${after.namespace}/${after.name}`,
        databases: databasesOn(change, before.namespaces.keys()),
      })
        .at(change.placeAt(object, 'slice.name'))
        .about(change.nameOf(object))
        .fix(
          'keep its name, its project and its hub; or take the databases away first, and make them anew in other namespaces',
        );
    }
  },
});
