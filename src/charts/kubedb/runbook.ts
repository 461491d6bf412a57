import { databasesOf, type Plan } from '../../plan/index.js';
import type { RunbookStep } from '../runbook-step.js';
import { createDatabases, placeReplicas, prepareDatabase } from './runbook-databases.js';
import { byHome } from './runbook-facts.js';
import { installOperator, prepare } from './runbook-operator.js';
import { connect, verifyDatabase, verifyNames } from './runbook-verify.js';
import { operatorValues } from './values.js';

/** KubeDB: the operator, the placement, the databases, and what they must show in the end. */
export function kubedbSteps(plan: Plan): readonly RunbookStep[] {
  const { slice } = plan;
  const databases = databasesOf(plan, 'kubedb');
  if (databases.length === 0) return [];
  const homes = byHome(databases);
  const values = operatorValues(plan);
  return [
    prepare(databases),
    ...homes.map((home) => installOperator(plan, home, values)),
    ...homes.flatMap(placeReplicas),
    ...databases.flatMap(prepareDatabase),
    ...homes.map(createDatabases),
    ...databases.map(verifyDatabase),
    ...(slice ? [verifyNames(slice, databases)] : []),
    ...databases.map(connect),
  ];
}
