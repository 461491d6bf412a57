import type { System } from '../system.js';
import { KubesliceProject } from './project.js';
import { KubesliceRegistration } from './registration.js';
import { kubesliceSteps } from './runbook.js';
import { KubesliceSlice } from './slice.js';
import { controllerValues } from './values.js';

export { KubesliceProject, type KubesliceProps } from './project.js';
export { KubesliceRegistration, type KubesliceRegistrationProps } from './registration.js';
export { KubesliceSlice } from './slice.js';

/** KubeSlice: project, registration and slice, all on the hub. */
export const kubeslice: System = {
  name: 'kubeslice',
  build(charts, { hub, slice }) {
    if (!hub || !slice) return;
    new KubesliceProject(charts.of(hub.name, '20-kubeslice-project'), 'project', { slice });
    for (const cluster of slice.members) {
      new KubesliceRegistration(charts.of(hub.name, '30-registration'), cluster.name, { slice, cluster });
    }
    new KubesliceSlice(charts.of(hub.name, '40-slice'), 'slice', { slice });
  },
  values: controllerValues,
  steps: kubesliceSteps,
};
