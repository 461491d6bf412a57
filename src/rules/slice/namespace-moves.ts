import { type SliceChange, sliceChanges } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { isReplaced } from './changed.js';

/** A namespace does not change from one slice to another. */
export const namespaceMoves = defineRule({
  id: 'slice/namespace-moves',
  severity: 'warning',
  changeClass: 'order',
  why: 'KubeSlice refuses the namespace on the second slice until the first has let it go, and unless it is deleted in between its ServiceImports stay without endpoints',
  source:
    'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go; kubeslice/worker-operator issue 438',
  messages: {
    moves: (p: { namespaces: readonly string[]; from: string; to: string }) =>
      `${listed(p.namespaces)} ${p.namespaces.length === 1 ? 'changes' : 'change'} from the slice ${p.from} to the slice ${p.to}`,
  },
  checkChange(change, report) {
    const slices = sliceChanges(change).filter((slice) => !isReplaced(change, slice));
    const left = new Map<string, SliceChange>();
    for (const slice of slices) for (const place of placesOf(slice, 'before')) left.set(place, slice);
    for (const slice of slices) {
      const found = new Map<SliceChange, Set<string>>();
      for (const place of placesOf(slice, 'after')) {
        const owner = left.get(place);
        if (!owner || owner === slice) continue;
        const names = found.get(owner) ?? new Set();
        found.set(owner, names.add(place.slice(place.indexOf(' ') + 1)));
      }
      for (const [owner, names] of found)
        report('moves', {
          namespaces: [...names],
          from: owner.before?.name ?? '',
          to: slice.after?.name ?? '',
        })
          .at(change.placeAt(slice.object, 'slice.namespaces'))
          .about(change.nameOf(slice.object))
          .about(change.nameOf(owner.object))
          .fix(
            'give the new slice namespaces of its own; or delete and make the namespace anew between two commits',
          );
    }
  },
});

/** `cluster namespace` that a slice has on one side alone. */
function* placesOf({ before, after, goes, comes }: SliceChange, side: 'before' | 'after'): Generator<string> {
  const [here, there] =
    side === 'before' ? [before, goes ? undefined : after] : [after, comes ? undefined : before];
  for (const [namespace, clusters] of here?.namespaces ?? [])
    for (const cluster of clusters)
      if (!there?.namespaces.get(namespace)?.has(cluster)) yield `${cluster} ${namespace}`;
}
