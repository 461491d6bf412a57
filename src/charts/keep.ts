/**
 * Annotations of an object that others rely on or own in part (a namespace with its data, the cluster's DNS, the OCM
 * agent): a GitOps controller must never delete it because it left the repository, and must apply it field by field.
 *
 * Argo CD: https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/
 * Flux: https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources
 */
export const keep: Readonly<Record<string, string>> = {
  'argocd.argoproj.io/sync-options': 'Delete=false,Prune=false,ServerSideApply=true',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
};
