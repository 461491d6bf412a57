import { kubesliceWorkerNamespace } from '../../plan/index.js';
import { defineRule } from '../rule.js';

const annotation = 'addon.open-cluster-management.io/v1alpha1-install-namespace';

/** The KubeSlice worker is installed where its templates expect it. */
export const addonNamespace = defineRule({
  id: 'ocm/addon-namespace',
  severity: 'error',
  why: 'the worker’s objects and the names in its certificates say kubeslice-system whatever namespace it is installed into, so elsewhere it never comes up',
  source: 'kube-slice/kubeslice-controller ocm/manager.go, ocm/manifests/kubeslice-worker/',
  messages: {
    other: (p: { cluster: string; namespace: string }) =>
      `the add-on kubeslice of ${p.cluster} is installed into ${p.namespace}, not into ${kubesliceWorkerNamespace}`,
    unsaid: (p: { cluster: string }) =>
      `the add-on kubeslice of ${p.cluster} does not say installNamespace, which puts it into open-cluster-management-agent-addon`,
    pruned: (p: { cluster: string }) =>
      `the add-on kubeslice of ${p.cluster} says installNamespace, which v1beta1 does not have`,
  },
  checkManifests(manifests, report) {
    for (const addOn of manifests.of('ManagedClusterAddOn', 'addon.open-cluster-management.io')) {
      const { name, namespace, apiVersion, root } = addOn;
      if (name !== 'kubeslice') continue;
      const cluster = namespace ?? 'this cluster';
      const beta = apiVersion.endsWith('/v1beta1');
      const field = root.at('spec', 'installNamespace');
      const place = beta ? root.at('metadata', 'annotations', annotation) : field;
      if (beta && field.given) {
        report('pruned', { cluster })
          .at(field.keySpan)
          .fix('write apiVersion: addon.open-cluster-management.io/v1alpha1, which every OCM release has');
      } else if (!place.given) {
        report('unsaid', { cluster })
          .at(beta ? root.at('apiVersion').span : root.at('spec').keySpan)
          .fix(
            beta
              ? 'write apiVersion: addon.open-cluster-management.io/v1alpha1 and installNamespace: kubeslice-system'
              : 'write installNamespace: kubeslice-system',
          );
      } else if (place.text !== undefined && place.text !== kubesliceWorkerNamespace) {
        report('other', { cluster, namespace: place.text })
          .at(place.span)
          .fix(`write ${kubesliceWorkerNamespace}`)
          .edit(place.span, kubesliceWorkerNamespace);
      }
    }
  },
});
