import type { Manifest } from '../../manifests/index.js';

const irregular: Readonly<Record<string, string>> = { Endpoints: 'endpoints' };

/** The name of a kind in URLs and RBAC, as Kubernetes forms it: `NetworkPolicy` is `networkpolicies`. */
export function pluralOf(kind: string): string {
  const known = irregular[kind];
  if (known !== undefined) return known;
  const name = kind.toLowerCase();
  if (/(?:s|x|z|ch|sh)$/.test(name)) return `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}

/** `ConfigMap kube-system/coredns`. */
export function objectName({ kind, namespace, name }: Manifest): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
