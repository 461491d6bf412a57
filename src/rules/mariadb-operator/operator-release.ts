import { databasesOf, type Plan } from '../../plan/index.js';
import { headSpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** Another release of the operator: its custom resources first, then itself, then the databases. */
export const operatorRelease = defineRule({
  id: 'mariadb-operator/operator-release',
  severity: 'warning',
  changeClass: 'order',
  why: 'a release whose custom resources are older drops the fields that it does not know, and agents of another release do not understand the operator',
  source: 'mariadb-operator/mariadb-operator docs/helm.md',
  messages: {
    up: (p: { from: string; to: string }) =>
      `mariadb-operator goes from ${p.from} to ${p.to}: first its custom resources, then the operator; then every replicated server restarts for its agent`,
    down: (p: { from: string; to: string }) =>
      `mariadb-operator goes back from ${p.from} to ${p.to}, whose custom resources drop what only the newer ones know`,
  },
  checkChange(change, report) {
    const before = new Map((change.plansBefore ?? []).map((plan) => [plan.name, plan]));
    for (const plan of change.plans) {
      const old = before.get(plan.name);
      if (!old || !runs(plan) || !runs(old)) continue;
      const [from, to] = [old.releases.mariadbOperator, plan.releases.mariadbOperator];
      if (from === to) continue;
      const { releases } = plan.topology;
      report(isNewer(from, to) ? 'up' : 'down', { from, to })
        .at(
          releases?.mariadbOperator === undefined
            ? headSpan(releases ?? plan.topology)
            : valueSpan(releases, 'mariadbOperator'),
        )
        .fix(
          isNewer(from, to)
            ? 'read the notes of the releases in between, and go through the steps of RUNBOOK.md under "Install mariadb-operator" before the commit is applied'
            : 'stay on the newer release; the notes of the releases say no way back',
        );
    }
  },
});

function runs(plan: Plan): boolean {
  return databasesOf(plan, 'mariadb-operator').length > 0;
}

function isNewer(from: string, to: string): boolean {
  const [a, b] = [from, to].map((release) => release.replace(/^v/, '').split(/[.-]/).map(Number));
  for (const [index, part] of (b ?? []).entries()) {
    const difference = part - (a?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
