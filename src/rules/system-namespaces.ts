import { kubedbNamespace } from '../plan/index.js';

/** How the namespaces of systems start, and whose they are. */
const owners = [
  ['kube-', 'Kubernetes'],
  ['kubeslice-', 'KubeSlice'],
  ['open-cluster-management', 'Open Cluster Management'],
] as const satisfies readonly (readonly [start: string, owner: string])[];

/** The system that a namespace belongs to by its name: it makes, empties and deletes it as it needs. */
export function ownerOf(namespace: string): string | undefined {
  return owners.find(([start]) => namespace.startsWith(start))?.[1];
}

/** Whether the hub has a namespace of this name for something else than a cluster. */
export function isTakenOnHub(namespace: string): boolean {
  return namespace === 'default' || namespace === kubedbNamespace || ownerOf(namespace) !== undefined;
}

/** A name like this one that the hub has for nothing. */
export function freeClusterName(name: string): string {
  let rest = name;
  for (let owner = ownerStart(rest); owner !== undefined; owner = ownerStart(rest))
    rest = rest.slice(owner.length).replace(/^-+/, '');
  return rest === '' || isTakenOnHub(rest) ? `cluster-${rest || '1'}` : rest;
}

function ownerStart(name: string): string | undefined {
  return owners.find(([start]) => name.startsWith(start))?.[0];
}

const keptOff: ReadonlySet<string> = new Set([
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'kubeslice-system',
  'kubeslice-controller',
  'spire',
  'istio-system',
]);

/** Whether KubeSlice keeps a namespace off every slice. Source: kubeslice/worker-operator controllers/slice/namespaces.go. */
export function isKeptOff(namespace: string): boolean {
  return keptOff.has(namespace) || ownerOf(namespace) === 'Open Cluster Management';
}
