import { databasesOf } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { exportedServices } from '../exports.js';
import { brokenOwnerLabel } from '../owner-labels.js';
import { defineRule } from '../rule.js';

/** The label of an exported service for the standbys would be a possible one, too. */
export const standbyLabel = defineRule({
  id: 'slice/standby-label',
  severity: 'warning',
  why: 'which services KubeDB exports is decided in code that nobody can read: the primary’s and the replicas’ for certain, the standbys’ perhaps, and then that one is never imported',
  source: 'kubeslice/kubeslice-controller util/reconciliation_utility.go',
  messages: {
    standby: (p: { database: string; piece: string }) =>
      `should KubeDB export ${p.database}-standby, KubeSlice makes the label ${p.piece} of it, which no label may be`,
  },
  checkPlan(plan, report) {
    const { slice } = plan;
    const databases = databasesOf(plan, 'kubedb');
    if (!slice) return;
    for (const database of databases) {
      const { name, namespace, distributed, replicas, source } = database;
      if (!distributed || replicas < 2) continue;
      const brokenOf = (service: string): string | undefined =>
        brokenOwnerLabel('ServiceExportConfig', `${service}-${namespace}-${slice.name}`);
      const piece = brokenOf(`${name}-standby`);
      // What breaks for certain is slice/owner-label.
      if (piece === undefined || exportedServices(database).some((service) => brokenOf(service))) continue;
      report('standby', { database: name, piece })
        .at(valueSpan(source, 'name'))
        .related(valueSpan(source, 'namespace'), 'part of the label')
        .related(valueSpan(slice.source, 'name'), 'part of the label')
        .fix('make the name a few characters shorter while the database does not exist yet');
    }
  },
});
