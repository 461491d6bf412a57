import type { Manifest, ManifestSet } from '../../manifests/index.js';
import { nearest } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { onboardedNamespaces, sliceConfigsOf } from './objects.js';

/** A ServiceExport exports from a namespace on its slice, under names nobody else has there. KubeDB writes its own. */
export const serviceExport = defineRule({
  id: 'slice/service-export',
  severity: 'error',
  why: 'pods outside the slice have no address on it, so that the exported name resolves to nothing; and the worker refuses an alias that another export of the slice has',
  source:
    'kubeslice/worker-operator api/v1beta1/serviceexport_types.go, controllers/serviceexport/reconciler.go',
  messages: {
    slice: (p: { name: string; slice: string }) =>
      `the ServiceExport ${p.name} is for ${p.slice}, which no SliceConfig here is called`,
    namespace: (p: { name: string; slice: string; namespace: string }) =>
      `the ServiceExport ${p.name} exports from ${p.namespace}, which is not on the slice ${p.slice}`,
    alias: (p: { alias: string; name: string; other: string }) =>
      `the ServiceExports ${p.other} and ${p.name} have the same alias ${p.alias}`,
  },
  checkManifests(manifests, report) {
    const slices = slicesByName(manifests);
    const aliases = new Map<string, { readonly id: string; readonly object: Manifest }>();
    for (const object of manifests.of('ServiceExport', 'networking.kubeslice.io')) {
      const { name, namespace, root } = object;
      const place = root.at('spec', 'slice');
      const slice = place.text ?? '';
      const configs = slices.get(slice);
      if (slices.size > 0 && slice !== '' && !configs) {
        const meant = nearest(slice, [...slices.keys()]);
        report('slice', { name, slice })
          .at(place.span)
          .fix(meant ? `did you mean ${meant}?` : 'write the name of a SliceConfig');
      } else if (
        configs &&
        namespace !== undefined &&
        !configs.some((config) => onboardedNamespaces(config).has(namespace))
      ) {
        report('namespace', { name, slice, namespace })
          .at(root.at('metadata', 'namespace').span)
          .related(configs[0]?.root.at('metadata', 'name').span ?? place.span, 'the slice')
          .fix(`add ${namespace} to applicationNamespaces of ${slice}`);
      }
      const id = `${namespace ?? ''}/${name}`;
      for (const { text, span } of root.at('spec', 'aliases').items()) {
        if (!text) continue;
        const first = aliases.get(`${slice}/${text}`);
        if (!first) aliases.set(`${slice}/${text}`, { id, object });
        if (!first || first.id === id) continue;
        report('alias', { alias: text, name, other: first.object.name })
          .at(span, 'again here')
          .related(first.object.root.at('spec', 'aliases').span, 'first here')
          .fix('keep it in one of the two');
      }
    }
  },
});

/** A ServiceExport lies in another cluster than the SliceConfig and names it without its project. */
function slicesByName(manifests: ManifestSet): ReadonlyMap<string, Manifest[]> {
  const slices = new Map<string, Manifest[]>();
  for (const config of sliceConfigsOf(manifests)) {
    const same = slices.get(config.name);
    if (same) same.push(config);
    else slices.set(config.name, [config]);
  }
  return slices;
}
