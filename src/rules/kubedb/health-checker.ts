import { databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** The figures of the health check are above zero. */
export const healthChecker = defineRule({
  id: 'kubedb/health-checker',
  severity: 'error',
  why: 'KubeDB refuses a database whose health check never runs, has no time, or fails before it starts',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go, pkg/webhooks/kubedb/v1/postgres.go',
  messages: {
    figure: (p: { database: string; field: string; value: number }) =>
      `healthChecker.${p.field} of ${p.database} is ${p.value}, and must be above zero`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec } of databaseObjects(manifests)) {
      for (const [field, normal] of [
        ['periodSeconds', 10],
        ['timeoutSeconds', 10],
        ['failureThreshold', 1],
      ] as const) {
        const figure = spec.at('healthChecker', field);
        const value = figure.number;
        if (value === undefined || value > 0) continue;
        report('figure', { database: name, field, value })
          .at(figure.span)
          .fix(`write ${normal}, the default, or remove it`);
      }
    }
  },
});
