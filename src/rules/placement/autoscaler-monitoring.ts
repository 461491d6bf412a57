import { databaseObjects } from '../database-objects.js';
import { policiesByName } from '../placement-policies.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

const autoscalers = { mariadb: 'MariaDBAutoscaler', postgres: 'PostgresAutoscaler' } as const;

/** The policy of a distributed database with an autoscaler says where each cluster’s Prometheus is. */
export const autoscalerMonitoring = defineRule({
  id: 'placement/autoscaler-monitoring',
  severity: 'warning',
  why: 'usage is asked of the Prometheus of each cluster, from the replica there: where none is named nothing is measured and nothing is scaled',
  source: 'kubedb/docs docs/guides/mariadb/distributed/autoscaler',
  messages: {
    none: (p: { autoscaler: string; database: string; clusters: readonly string[] }) =>
      `${p.autoscaler} scales ${p.database}, whose policy names no Prometheus for ${listed(p.clusters)}`,
  },
  checkManifests(manifests, report) {
    const policies = policiesByName(manifests);
    const databases = new Map(
      databaseObjects(manifests).map((each) => [`${each.engine}/${each.namespace}/${each.name}`, each]),
    );
    for (const engine of ['mariadb', 'postgres'] as const) {
      for (const autoscaler of manifests.of(autoscalers[engine], 'autoscaling.kubedb.com')) {
        const reference = autoscaler.root.at('spec', 'databaseRef', 'name');
        const database = databases.get(`${engine}/${autoscaler.namespace}/${reference.text}`);
        const policy = database?.distributed ? policies.get(database.policy) : undefined;
        const [first, ...others] = (policy?.rules ?? []).filter(({ field }) => {
          const prometheus = field.at('monitoring', 'prometheus');
          return !prometheus.at('url').given && !prometheus.at('appBindingRef').given;
        });
        if (!database || !first) continue;
        report('none', {
          autoscaler: autoscaler.name,
          database: database.name,
          clusters: [first, ...others].map(({ cluster }) => cluster ?? ''),
        })
          .at(first.field.at('clusterName').span)
          .related(reference.span, 'the autoscaler')
          .fix(
            'write monitoring.prometheus.url in each rule, as a pod of that cluster reaches its own Prometheus',
          );
      }
    }
  },
});
