import { type ClusterPlan, shellWord } from '../plan/index.js';

/** The command that prints the address to write as kubesliceDNS. */
export function readKubesliceDns({ context }: ClusterPlan): string {
  return `kubectl --context ${context} -n kubeslice-system get service kubeslice-dns -o jsonpath='{.spec.clusterIP}'`;
}

/**
 * The command that saves a cluster's Corefile, run where the topology file lies. A file that is there already is replaced
 * only by one that holds something.
 */
export function saveCorefile({ context }: ClusterPlan, path: string): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const fresh = shellWord(`${path}.new`);
  const read = `kubectl --context ${context} -n kube-system get configmap coredns -o jsonpath='{.data.Corefile}'`;
  const save = `${read} > ${fresh} && test -s ${fresh} && mv ${fresh} ${shellWord(path)}`;
  return folder === '' ? save : `mkdir -p ${shellWord(folder)} && ${save}`;
}
