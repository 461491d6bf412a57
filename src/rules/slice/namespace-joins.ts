import { sliceChanges } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { namespacesOnly } from './namespace-places.js';

/** A namespace joins a slice that is there. */
export const namespaceJoins = defineRule({
  id: 'slice/namespace-joins',
  severity: 'info',
  changeClass: 'restart',
  why: 'pods that run there already stay off the slice until they are made anew, and from now on no pod is made there while the worker’s webhook is down',
  source: 'kubeslice/worker-operator pkg/webhook/pod/webhook.go',
  messages: {
    joins: (p: { slice: string; namespaces: readonly string[] }) =>
      `${listed(p.namespaces)} ${p.namespaces.length === 1 ? 'joins' : 'join'} SliceConfig ${p.slice}`,
  },
  checkChange(change, report) {
    for (const slice of sliceChanges(change)) {
      const namespaces = [...namespacesOnly(slice, 'after').keys()];
      if (namespaces.length === 0) continue;
      report('joins', { slice: slice.after?.name ?? '', namespaces })
        .at(change.placeAt(slice.object, 'slice.namespaces'))
        .about(change.nameOf(slice.object))
        .fix('restart what runs there already, once the namespace carries the label of the slice');
    }
  },
});
