import { sliceChanges } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { namespacesOnly } from './namespace-places.js';

/** A namespace leaves a slice that stays. */
export const namespaceLeaves = defineRule({
  id: 'slice/namespace-leaves',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'its pods lose their addresses on the slice and keep the sidecars and annotations they got: the worker takes them off Deployments, StatefulSets and DaemonSets, and knows no PetSet',
  source: 'kubeslice/worker-operator issue 116',
  messages: {
    leaves: (p: { slice: string; namespaces: readonly string[] }) =>
      `${listed(p.namespaces)} ${p.namespaces.length === 1 ? 'leaves' : 'leave'} SliceConfig ${p.slice}, with the pods that run there`,
    quota: (p: { slice: string; namespaces: readonly string[] }) =>
      `${listed(p.namespaces)} cannot leave SliceConfig ${p.slice}: a ResourceQuota is there`,
  },
  checkChange(change, report) {
    const quotas = new Set(
      change.objectsOf('before', 'ResourceQuota', '').map(({ manifest }) => manifest.namespace),
    );
    for (const slice of sliceChanges(change)) {
      const namespaces = [...namespacesOnly(slice, 'before').keys()];
      const held = namespaces.filter((name) => quotas.has(name));
      const free = namespaces.filter((name) => !quotas.has(name));
      const name = slice.after?.name ?? '';
      const at = change.placeAt(slice.object, 'slice.namespaces');
      if (free.length > 0)
        report('leaves', { slice: name, namespaces: free })
          .at(at)
          .about(change.nameOf(slice.object))
          .fix(
            'delete its databases first, in a commit of their own; restart what else runs there afterwards',
          );
      if (held.length > 0)
        report('quota', { slice: name, namespaces: held })
          .at(at)
          .about(change.nameOf(slice.object))
          .fix('delete the ResourceQuota first: KubeSlice waits for it');
    }
  },
});
