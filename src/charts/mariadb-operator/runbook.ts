import { databasesOf, type Plan } from '../../plan/index.js';
import type { RunbookStep } from '../runbook-step.js';
import { createDatabases } from './runbook-databases.js';
import { byEntry } from './runbook-facts.js';
import { installK3s } from './runbook-k3s.js';
import { mend } from './runbook-mending.js';
import { installOperator, prepare, remove } from './runbook-operator.js';
import { makeSecrets } from './runbook-secrets.js';
import { connect, verify } from './runbook-verify.js';

/** mariadb-operator: the clusters, the operator, the databases, what they must show, and what to do when they do not. */
export function mariadbOperatorSteps(plan: Plan): readonly RunbookStep[] {
  const databases = databasesOf(plan, 'mariadb-operator');
  if (databases.length === 0) return [];
  const entries = byEntry(databases);
  return [
    ...installK3s(plan),
    prepare(databases),
    installOperator(plan),
    ...entries.flatMap(makeSecrets),
    ...createDatabases(databases),
    ...entries.map(verify),
    ...entries.map(connect),
    ...mend(entries),
    remove(databases),
  ];
}
