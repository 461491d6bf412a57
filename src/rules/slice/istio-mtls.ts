import type { Field, Manifest } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { onboardedNamespaces, sliceConfigsOf } from './objects.js';

/** Namespace whose PeerAuthentication holds for the whole mesh. */
const meshNamespace = 'istio-system';

/** Namespaces on a slice do not demand Istio's mutual TLS of every connection. */
export const istioMtls = defineRule({
  id: 'slice/istio-mtls',
  severity: 'warning',
  why: 'where Istio admits nothing but mutual TLS, pods on a slice get into a crash loop',
  source: 'kubeslice/worker-operator issue 331',
  messages: {
    strict: (p: { policy: string; namespace: string; slice: string }) =>
      `the PeerAuthentication ${p.policy} demands mutual TLS in ${p.namespace}, which is on the slice ${p.slice}`,
  },
  checkManifests(manifests, report) {
    const slices = new Map<string, Manifest>();
    for (const config of sliceConfigsOf(manifests)) {
      for (const namespace of onboardedNamespaces(config).keys())
        if (!slices.has(namespace)) slices.set(namespace, config);
    }
    const policies = manifests.of('PeerAuthentication', 'security.istio.io');
    // One of a namespace takes the place of that of the mesh there.
    const own = new Set(
      policies.flatMap(({ namespace, root }) =>
        root.at('spec', 'selector').given || !/^(?:PERMISSIVE|DISABLE|STRICT)$/.test(modeOf(root).text ?? '')
          ? []
          : (namespace ?? []),
      ),
    );
    const first = [...slices.keys()].find((namespace) => !own.has(namespace));
    for (const { name, namespace, root } of policies) {
      const mode = modeOf(root);
      if (mode.text !== 'STRICT' || namespace === undefined) continue;
      const wide = namespace === meshNamespace && !root.at('spec', 'selector').given;
      const concerned = wide ? first : namespace;
      const slice = concerned === undefined ? undefined : slices.get(concerned);
      if (concerned === undefined || !slice) continue;
      report('strict', { policy: name, namespace: concerned, slice: slice.name })
        .at(mode.span, wide ? 'for the whole mesh' : '')
        .related(slice.root.at('metadata', 'name').span, 'the slice')
        .fix(wide ? `add a PeerAuthentication with mode PERMISSIVE in ${concerned}` : 'write PERMISSIVE');
    }
  },
});

function modeOf(root: Field): Field {
  return root.at('spec', 'mtls', 'mode');
}
