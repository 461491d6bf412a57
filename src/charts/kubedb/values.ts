import { type ClusterPlan, databasesOf, type Plan } from '../../plan/index.js';
import { printYaml } from '../../yaml/print.js';
import type { ValuesFile } from '../system.js';

const licenceNote = `# The licence never stands in this file or in Git. Give it on the command line, as the runbook shows:
#   --set-file global.license=PATH
# or put it into a Secret with the key key.txt and name that Secret as global.licenseSecretName.
`;

/**
 * Helm values of KubeDB on every cluster it is installed on: the hub, or a database's own. `petset.features.ocm.enabled` gives the agents of the members the right to make
 * ServiceExports; without it no replica gets a name on the slice. Source: kubeops/installer charts/petset/templates/ocm.
 */
export function operatorValues(plan: Plan): readonly ValuesFile[] {
  const distributedOn = new Map<ClusterPlan, boolean>();
  for (const { home, distributed } of databasesOf(plan, 'kubedb'))
    distributedOn.set(home, distributed || distributedOn.get(home) === true);
  return [...distributedOn].map(([cluster, distributed]) => {
    const values = distributed ? printYaml({ petset: { features: { ocm: { enabled: true } } } }) : '';
    return { cluster, name: 'kubedb.yaml', content: licenceNote + values, pointer: 'databases' };
  });
}
