import type { Plan } from '../../plan/index.js';
import { printYaml } from '../../yaml/print.js';
import type { ValuesFile } from '../system.js';

const licenceNote = `# The licence never stands in this file or in Git. Give it on the command line, as the runbook shows:
#   --set-file global.license=PATH
# or put it into a Secret with the key key.txt and name that Secret as global.licenseSecretName.
`;

/**
 * Helm values of KubeDB on the hub. `petset.features.ocm.enabled` gives the agents of the members the right to make
 * ServiceExports; without it no replica gets a name on the slice. Source: kubeops/installer charts/petset/templates/ocm.
 */
export function operatorValues({ hub, slice, databases }: Plan): readonly ValuesFile[] {
  const home = slice ? hub : databases[0]?.home;
  if (!home || databases.length === 0) return [];
  const distributed = databases.some((database) => database.distributed);
  const values = distributed ? printYaml({ petset: { features: { ocm: { enabled: true } } } }) : '';
  return [{ cluster: home, name: 'kubedb.yaml', content: licenceNote + values, pointer: 'databases' }];
}
