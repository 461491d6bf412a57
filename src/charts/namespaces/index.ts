import type { System } from '../system.js';
import { DatabaseNamespaces } from './database-namespaces.js';
import { namespacesSteps } from './runbook.js';

export { DatabaseNamespaces, type DatabaseNamespacesProps } from './database-namespaces.js';

/** Namespaces on every cluster that needs them. */
export const namespaces: System = {
  name: 'namespaces',
  build(charts, { clusters }) {
    for (const cluster of clusters) {
      if (cluster.namespaces.length === 0) continue;
      new DatabaseNamespaces(charts.of(cluster.name, '10-namespaces'), 'namespaces', { cluster });
    }
  },
  steps: namespacesSteps,
};
