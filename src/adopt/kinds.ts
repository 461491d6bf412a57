/** API groups of the systems that dbspan writes for. */
export const groups = {
  kubedb: 'kubedb.com',
  kubeslice: 'controller.kubeslice.io',
  placement: 'apps.k8s.appscode.com',
  addOn: 'addon.open-cluster-management.io',
  klusterlet: 'operator.open-cluster-management.io',
  operator: 'k8s.mariadb.com',
  helm: 'helm.cattle.io',
  openshiftDns: 'operator.openshift.io',
} as const;

/** Kinds without a namespace, of those that manifests like these hold. */
const clusterScoped: ReadonlySet<string> = new Set([
  'Namespace.',
  'Node.',
  'PersistentVolume.',
  `PlacementPolicy.${groups.placement}`,
  `Klusterlet.${groups.klusterlet}`,
  `ClusterManager.${groups.klusterlet}`,
  `DNS.${groups.openshiftDns}`,
  'ManagedCluster.cluster.open-cluster-management.io',
  'ManagedClusterSet.cluster.open-cluster-management.io',
  `ClusterManagementAddOn.${groups.addOn}`,
  'CustomResourceDefinition.apiextensions.k8s.io',
  'ClusterRole.rbac.authorization.k8s.io',
  'ClusterRoleBinding.rbac.authorization.k8s.io',
  'StorageClass.storage.k8s.io',
  'PriorityClass.scheduling.k8s.io',
  'ClusterIssuer.cert-manager.io',
  'ValidatingWebhookConfiguration.admissionregistration.k8s.io',
  'MutatingWebhookConfiguration.admissionregistration.k8s.io',
]);

/** Whether objects of a kind live in no namespace. */
export function isClusterScoped(kind: string, group: string): boolean {
  return clusterScoped.has(`${kind}.${group}`);
}

/** The group of an apiVersion; empty for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? '' : apiVersion.slice(0, slash);
}

/** A DNS label, which names of clusters and namespaces are. */
export function isLabel(text: string): boolean {
  return /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(text);
}

/** By what an object is known on its cluster. */
export function identityOf(
  cluster: string,
  kind: string,
  group: string,
  namespace: string | undefined,
  name: string,
): string {
  return `${cluster}\0${kind}.${group}\0${namespace ?? ''}\0${name}`;
}
