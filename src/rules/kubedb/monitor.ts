import { databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** Monitoring says who scrapes, and the exporter listens where an ordinary user may. */
export const monitor = defineRule({
  id: 'kubedb/monitor',
  severity: 'error',
  why: 'KubeDB refuses monitoring without an agent, and an exporter on a port below 1024 or above 65535',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go, pkg/webhooks/kubedb/v1/postgres.go',
  messages: {
    agent: (p: { database: string }) => `the monitoring of ${p.database} has no agent`,
    port: (p: { database: string; port: number }) =>
      `the exporter of ${p.database} would listen on port ${p.port}`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec } of databaseObjects(manifests)) {
      const monitoring = spec.at('monitor');
      if (!monitoring.given) continue;
      const agent = monitoring.at('agent');
      if (!agent.given || agent.text === '') {
        report('agent', { database: name })
          .at(monitoring.keySpan)
          .fix('write agent: prometheus.io/operator with a ServiceMonitor, or agent: prometheus.io/builtin');
      }
      const port = monitoring.at('prometheus', 'exporter', 'port');
      const number = port.number;
      if (number === undefined || (number >= 1024 && number <= 65_535)) continue;
      report('port', { database: name, port: number }).at(port.span).fix('remove it; 56790 is the default');
    }
  },
});
