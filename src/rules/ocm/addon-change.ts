import { fieldAt, isGone, isNew, type ObjectChange } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

/** A KubeSlice add-on refers to the same Cluster for life. */
export const addonChange = defineRule({
  id: 'ocm/addon-change',
  severity: 'warning',
  changeClass: 'restart',
  why: 'OCM renders the worker of the cluster anew at once: with another Cluster it has another name and token, and a name in a selector that Kubernetes does not let change',
  source: 'kube-slice/kubeslice-controller ocm/manager.go, ocm/helpers.go',
  messages: {
    reference: (p: { clusters: readonly string[]; from: string; to: string }) =>
      `the worker of ${firstOf(p.clusters)} was rendered for ${p.from} and would be for ${p.to}`,
    namespace: (p: { cluster: string; from: string; to: string }) =>
      `the worker of ${p.cluster} was installed in ${p.from} and would be in ${p.to}`,
  },
  checkChange(change, report) {
    // Those of all members change together where the project has another name.
    const references = new Map<
      string,
      { object: ObjectChange; cluster: string; from: string; to: string }[]
    >();
    for (const object of change.of('ManagedClusterAddOn', 'addon.open-cluster-management.io')) {
      if (isGone(object) || isNew(object) || !object.before || !object.after) continue;
      const cluster = object.after.manifest.namespace ?? '';
      const [from, to] = [referenceOf(object.before), referenceOf(object.after)];
      if (from !== to) {
        const key = JSON.stringify([from, to].map((each) => each.replace(`/${cluster}`, '/')));
        const present = references.get(key);
        if (present) present.push({ object, cluster, from, to });
        else references.set(key, [{ object, cluster, from, to }]);
      }
      const namespace = fieldAt(object, 'spec', 'installNamespace');
      if (namespace)
        report('namespace', { cluster, from: String(namespace.before), to: String(namespace.after) })
          .at(change.placeOf(object))
          .about(change.nameOf(object, namespace))
          .fix('write kubeslice-system, which the templates of the worker have');
    }
    for (const group of references.values()) {
      const [first] = group;
      if (!first) continue;
      const { from, to } = first;
      const finding = report('reference', { clusters: group.map(({ cluster }) => cluster), from, to })
        .at(change.placeOf(first.object))
        .fix(
          'take the add-on away first and wait until no pod of the worker is left: dbspan plan has the commits',
        );
      for (const { object } of group)
        finding.about(change.nameOf(object, fieldAt(object, 'spec', 'configs')));
    }
  },
});

/** The Cluster that an add-on refers to; of several the last counts. */
function referenceOf({ manifest }: NonNullable<Parameters<typeof fieldAt>[0]['before']>): string {
  const references = manifest.root
    .at('spec', 'configs')
    .items()
    .filter((each) => each.at('resource').text === 'clusters');
  const last = references.at(-1);
  return last ? `${last.at('namespace').text ?? ''}/${last.at('name').text ?? ''}` : 'no Cluster';
}
