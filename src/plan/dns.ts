import type { Cluster } from '../topology/index.js';
import { addServerBlock, forwardedTo, hasDefaultServer, serverBlock } from './corefile.js';

/** Why a cluster's forwarding of slice.local cannot be written yet, or never by a manifest. */
export type ManualReason =
  /** `kubesliceDNS` is not known yet. */
  | 'address-unknown'
  /** The distribution's CoreDNS imports nothing, and the topology names no `corefile`. */
  | 'corefile-unnamed'
  /** The `corefile` named does not exist yet. */
  | 'corefile-absent'
  /** The `corefile` named cannot be read. */
  | 'corefile-unreadable'
  /** The `corefile` already forwards slice.local to another address. */
  | 'corefile-conflict'
  /** How this distribution's DNS is configured is not known. */
  | 'distribution-unknown';

/** How slice.local reaches kubeslice-dns on one cluster. */
export type DnsPlan =
  /** A key of its own in the ConfigMap kube-system/coredns-custom, which the distribution's Corefile imports. */
  | { readonly kind: 'coredns-custom'; readonly address: string; readonly block: string }
  /** The whole Corefile, in the ConfigMap kube-system/coredns. */
  | { readonly kind: 'corefile'; readonly address: string; readonly corefile: string }
  /** Values of the packaged chart, in a HelmChartConfig. */
  | { readonly kind: 'helm-chart-config'; readonly address: string }
  /** A server of the DNS operator. */
  | { readonly kind: 'dns-operator'; readonly address: string }
  /** A stub domain of kube-dns. */
  | { readonly kind: 'kube-dns'; readonly address: string }
  /** Configuration of the managed add-on: not a Kubernetes object. */
  | { readonly kind: 'eks-addon'; readonly address: string; readonly corefile: string }
  | {
      readonly kind: 'manual';
      readonly reason: ManualReason;
      readonly address: string | undefined;
      /** What is wrong with an unreadable file. */
      readonly problem?: string;
      /** Where a conflicting file forwards slice.local; empty when that could not be read. */
      readonly found?: string;
    };

/** What reading a file that a topology refers to gave: its text, why it cannot be read, or undefined: it does not exist. */
export type FileContent = string | { readonly problem: string } | undefined;

/** Reads a file that a topology refers to, by its path relative to the topology's own. */
export type ReadFile = (path: string) => FileContent;

/** How slice.local is forwarded on a member. Source of each distribution's way: the table of docs/dns.md. */
export function planDns(cluster: Cluster, readFile: ReadFile): DnsPlan {
  const address = cluster.kubesliceDNS;
  if (address === undefined) return { kind: 'manual', reason: 'address-unknown', address };
  switch (cluster.distribution) {
    case 'k3s':
    case 'aks':
      return { kind: 'coredns-custom', address, block: serverBlock(address) };
    case 'rke2':
      return { kind: 'helm-chart-config', address };
    case 'openshift':
      return { kind: 'dns-operator', address };
    case 'gke':
      return { kind: 'kube-dns', address };
    case 'kubeadm':
    case 'kind':
    case 'eks':
      return planCorefile(cluster, address, readFile);
    case 'other':
      return { kind: 'manual', reason: 'distribution-unknown', address };
  }
}

function planCorefile(cluster: Cluster, address: string, readFile: ReadFile): DnsPlan {
  if (cluster.corefile === undefined) return { kind: 'manual', reason: 'corefile-unnamed', address };
  const current = readFile(cluster.corefile);
  if (current === undefined) return { kind: 'manual', reason: 'corefile-absent', address };
  if (typeof current !== 'string') {
    return { kind: 'manual', reason: 'corefile-unreadable', address, problem: current.problem };
  }
  if (!hasDefaultServer(current)) {
    const problem = 'it has no server for the zone `.`, so the cluster could resolve nothing else';
    return { kind: 'manual', reason: 'corefile-unreadable', address, problem };
  }
  const known = forwardedTo(current);
  if (known !== undefined && known !== address)
    return { kind: 'manual', reason: 'corefile-conflict', address, found: known };
  const corefile = known === address ? current : addServerBlock(current, address);
  return { kind: cluster.distribution === 'eks' ? 'eks-addon' : 'corefile', address, corefile };
}
