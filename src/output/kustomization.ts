/** A `kustomization.yaml`; a type and not an interface, so that it is a `JsonValue`. */
export type Kustomization = {
  readonly apiVersion: 'kustomize.config.k8s.io/v1beta1';
  readonly kind: 'Kustomization';
  readonly sortOptions: { readonly order: 'fifo' };
  readonly resources: readonly string[];
};

/**
 * The kustomization that builds `resources` (paths relative to its own directory) in the order given.
 *
 * `sortOptions` is what keeps the order of the waves: without it kustomize sorts by kind. Only the kustomization that
 * is built counts, those that it includes do not, so every one carries it. Needs kustomize 5.0 or kubectl 1.27.
 * https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/sortoptions/
 */
export function kustomization(resources: readonly string[]): Kustomization {
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    sortOptions: { order: 'fifo' },
    resources: [...resources],
  };
}
