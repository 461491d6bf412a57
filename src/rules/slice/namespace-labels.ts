import { kubesliceControllerNamespace } from '../../plan/index.js';
import { defineRule } from '../rule.js';

/** The ConfigMap of labels that KubeSlice hands down holds what it hands down. */
export const namespaceLabels = defineRule({
  id: 'slice/namespace-labels',
  severity: 'warning',
  why: 'KubeSlice reads labels and annotations as JSON maps of texts from this ConfigMap and passes over names that hold kubeslice- or kubernetes.io',
  source: 'kubeslice/kubeslice-controller service/namespace_service.go',
  messages: {
    form: (p: { key: string }) => `${p.key} of namespace-labels-config is no JSON map of texts`,
    filtered: (p: { name: string }) => `KubeSlice hands no label or annotation ${p.name} down`,
  },
  checkManifests(manifests, report) {
    for (const { name, namespace, root } of manifests.of('ConfigMap', '')) {
      if (name !== 'namespace-labels-config' || namespace !== kubesliceControllerNamespace) continue;
      for (const key of ['labels', 'annotations']) {
        const field = root.at('data', key);
        if (field.text === undefined) continue;
        const names = namesOf(field.text);
        if (!names) {
          report('form', { key }).at(field.span).fix(`write it like '{"team": "shop"}'`);
          continue;
        }
        const filtered = names.find((each) => each.includes('kubeslice-') || each.includes('kubernetes.io'));
        if (filtered !== undefined)
          report('filtered', { name: filtered }).at(field.span).fix('remove it, or use a name of your own');
      }
    }
  },
});

function namesOf(text: string): string[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.values(value).every((each) => typeof each === 'string') ? Object.keys(value) : undefined;
}
