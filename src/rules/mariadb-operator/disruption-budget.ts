import { defineRule } from '../rule.js';
import { objectsOf } from './operator-objects.js';

/** A disruption budget says either how many pods stay or how many may go. */
export const disruptionBudget = defineRule({
  id: 'mariadb-operator/disruption-budget',
  severity: 'error',
  why: "the operator's webhook refuses a budget with neither of the two figures, or with both",
  source: 'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/mariadb_webhook.go',
  messages: {
    both: (p: { name: string }) => `the budget of ${p.name} has both minAvailable and maxUnavailable`,
    neither: (p: { name: string }) => `the budget of ${p.name} has neither minAvailable nor maxUnavailable`,
  },
  checkManifests(manifests, report) {
    for (const { name, root } of [...objectsOf(manifests, 'MariaDB'), ...objectsOf(manifests, 'MaxScale')]) {
      const budget = root.at('spec', 'podDisruptionBudget');
      const [least, most] = ['minAvailable', 'maxUnavailable'].map((each) => budget.at(each));
      if (!budget.given || !least || !most || least.given !== most.given) continue;
      if (most.given)
        report('both', { name }).at(most.span).related(least.span, 'the other').fix('remove one');
      else
        report('neither', { name })
          .at(budget.keySpan)
          .fix('write maxUnavailable: 1, or remove podDisruptionBudget');
    }
  },
});
