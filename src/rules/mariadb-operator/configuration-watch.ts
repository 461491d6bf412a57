import { defineRule } from '../rule.js';
import { keyOf, nameSpan, serversOf } from './operator-objects.js';

const label = 'k8s.mariadb.com/watch';

/** A ConfigMap with the configuration of a database has the label by which the operator notices changes. */
export const configurationWatch = defineRule({
  id: 'mariadb-operator/configuration-watch',
  severity: 'warning',
  why: 'a change of the ConfigMap reaches no server until something else restarts it, and then all at an unexpected moment',
  source: 'mariadb-operator/mariadb-operator docs/configuration.md',
  messages: {
    unwatched: (p: { configMap: string; database: string }) =>
      `the operator does not notice changes of ${p.configMap}, the configuration of ${p.database}`,
  },
  checkManifests(manifests, report) {
    const configMaps = new Map(
      manifests.of('ConfigMap', '').map((each) => [keyOf(each.namespace, each.name), each]),
    );
    const reported = new Set<string>();
    for (const { name, namespace, spec } of serversOf(manifests)) {
      const reference = spec.at('myCnfConfigMapKeyRef', 'name');
      const key = keyOf(namespace, reference.text ?? '');
      const configMap = configMaps.get(key);
      if (!configMap || reported.has(key)) continue;
      if (configMap.root.at('metadata', 'labels', label).given) continue;
      reported.add(key);
      report('unwatched', { configMap: configMap.name, database: name })
        .at(nameSpan(configMap))
        .related(reference.span, 'the database')
        .fix(`give it the label ${label}: ""`);
    }
  },
});
