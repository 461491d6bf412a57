import { databasesOf, type Plan } from '../../plan/index.js';
import type { RunbookStep } from '../runbook-step.js';
import { createDatabases, makeSecrets, prepareClusters } from './runbook-create.js';
import { byEntry } from './runbook-facts.js';
import { mend } from './runbook-mend.js';
import { connect, verifyDatabase } from './runbook-verify.js';

/** Galera without an operator: what a person does, on the first day and on the bad ones. */
export function galeraSteps(plan: Plan): readonly RunbookStep[] {
  const entries = byEntry(databasesOf(plan, 'statefulset'));
  if (entries.length === 0) return [];
  return [
    prepareClusters(entries),
    ...entries.map(makeSecrets),
    createDatabases(entries),
    ...entries.map(verifyDatabase),
    ...entries.map(connect),
    ...entries.flatMap(mend),
  ];
}
