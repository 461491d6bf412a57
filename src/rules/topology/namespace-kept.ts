import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

/** A namespace that leaves the output stays on the cluster. */
export const namespaceKept = defineRule({
  id: 'topology/namespace-kept',
  severity: 'info',
  changeClass: 'cosmetic',
  why: 'namespaces are never pruned, for the volumes in them: nothing is deleted, and nobody keeps it any more',
  source: 'argoproj/argo-cd docs/user-guide/sync-options.md',
  messages: {
    kept: (p: { namespace: string; clusters: readonly string[] }) =>
      `Namespace ${p.namespace} leaves the output and stays on ${firstOf(p.clusters)}`,
  },
  checkChange(change, report) {
    const removed = new Set(change.clusters.removed);
    const gone = new Map<string, Extract<(typeof change.objects)[number], { kind: 'removed' }>[]>();
    for (const object of change.of('Namespace', '')) {
      if (object.kind !== 'removed' || removed.has(object.before.cluster)) continue;
      const { name } = object.before.manifest;
      const present = gone.get(name);
      if (present) present.push(object);
      else gone.set(name, [object]);
    }
    for (const [namespace, objects] of gone) {
      const [first] = objects;
      if (!first) continue;
      const clusters = objects.map(({ before }) => before.cluster);
      const finding = report('kept', { namespace, clusters })
        .at(change.placeAt(first, 'databases'))
        .fix(`delete it by hand where its volumes are not needed: kubectl delete namespace ${namespace}`);
      for (const object of objects) finding.about(change.nameOf(object));
    }
  },
});
