import { locationOf, sortDiagnostics } from '../diagnostics/index.js';
import { compile } from '../compile.js';

/** A topology with one database over two clusters, in which every rule is content. Tests change a piece of it. */
export const goodTopology = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata:
  name: shop
clusters:
  - name: fra
    hub: true
    distribution: k3s
    apiServer: https://10.2.0.56:6443
    networkInterface: eth0
    kubesliceDNS: 10.43.0.100
  - name: ams
    distribution: k3s
    networkInterface: eth0
    kubesliceDNS: 10.43.0.101
slice:
  name: shop
  subnet: 10.7.0.0/16
databases:
  - name: orders
    namespace: shop
    provider: kubedb
    engine: mariadb
    version: "11.8.5"
    placement:
      - cluster: fra
        replicas: [0, 2]
      - cluster: ams
        replicas: [1]
    storage:
      size: 20Gi
`;

/** Replaces one piece of a text; throws when it does not occur exactly once, so that a test cannot pass by accident. */
export function change(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`not exactly once in the text: ${from}`);
  return text.replace(from, () => to);
}

/** Findings of a topology as `severity id line:column message`, sorted; notes only when asked for. */
export function findingsOf(text: string, notes = false): string[] {
  return sortDiagnostics(compile([{ name: 't', content: text }]).diagnostics)
    .filter(({ severity }) => notes || severity !== 'info')
    .map((each) => `${each.severity} ${each.id} ${locationOf(each).slice(2)} ${each.message}`);
}
