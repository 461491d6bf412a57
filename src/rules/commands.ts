import type { ClusterPlan } from '../plan/index.js';

/** The command that prints the address to write as kubesliceDNS. */
export function readKubesliceDns({ context }: ClusterPlan): string {
  return `kubectl --context ${context} -n kubeslice-system get service kubeslice-dns -o jsonpath='{.spec.clusterIP}'`;
}

/** The command that saves a cluster's Corefile, run where the topology file lies. */
export function saveCorefile({ context }: ClusterPlan, path: string): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const save = `kubectl --context ${context} -n kube-system get configmap coredns -o jsonpath='{.data.Corefile}' > ${shellWord(path)}`;
  return folder === '' ? save : `mkdir -p ${shellWord(folder)} && ${save}`;
}

function shellWord(text: string): string {
  return /^[A-Za-z0-9._/@:+][A-Za-z0-9._/@:+-]*$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
