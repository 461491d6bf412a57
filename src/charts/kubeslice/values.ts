import type { Plan } from '../../plan/index.js';
import { printYaml } from '../../yaml/print.js';
import type { ValuesFile } from '../system.js';

/**
 * Helm values of the KubeSlice controller on the hub. The prefixes are not a choice: the OCM add-on and the controller
 * look names up by them (kube-slice/kubeslice-controller ocm/helpers.go, util/common.go).
 */
export function controllerValues({ hub, slice }: Plan): readonly ValuesFile[] {
  if (!hub || !slice) return [];
  const endpoint = hub.source.apiServer;
  const values = {
    kubeslice: {
      controller: {
        loglevel: 'info',
        rbacResourcePrefix: 'kubeslice-rbac',
        projectnsPrefix: 'kubeslice',
        ...(endpoint === undefined ? {} : { endpoint }),
      },
    },
    ocm: { enabled: true },
  };
  const header =
    endpoint === undefined
      ? `# kubeslice.controller.endpoint is missing: ${hub.name} has no apiServer in the topology. The runbook sets it on the command line.\n`
      : '';
  return [
    {
      cluster: hub,
      name: 'kubeslice-controller.yaml',
      content: header + printYaml(values),
      pointer: `clusters[${hub.name}]`,
    },
  ];
}
