import type { System } from '../system.js';
import { KlusterletConfiguration } from './klusterlet-configuration.js';
import { ocmSteps } from './runbook.js';

export { KlusterletConfiguration, type KlusterletConfigurationProps } from './klusterlet-configuration.js';

/** Open Cluster Management: the agent of every member. */
export const ocm: System = {
  name: 'ocm',
  build(charts, { slice }) {
    for (const cluster of slice?.members ?? []) {
      new KlusterletConfiguration(charts.of(cluster.name, '15-klusterlet'), 'klusterlet', { cluster });
    }
  },
  steps: ocmSteps,
};
