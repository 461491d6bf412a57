import { defineRule } from '../rule.js';
import { isPodOf, serversOf } from './operator-objects.js';

/** A cluster is not told for ever from which pod to start. */
export const forcedBootstrap = defineRule({
  id: 'mariadb-operator/forced-bootstrap',
  severity: 'warning',
  why: 'each later recovery starts from this pod too, whoever has the newest data then, and the others are overwritten from it',
  source: 'mariadb-operator/mariadb-operator docs/galera.md',
  messages: {
    left: (p: { database: string; pod: string }) =>
      `${p.database} starts from ${p.pod} whenever it is recovered`,
  },
  checkManifests(manifests, report) {
    for (const server of serversOf(manifests)) {
      const { name, spec, galera } = server;
      const field = spec.at('galera', 'recovery', 'forceClusterBootstrapInPod');
      if (!galera || !field.text || !isPodOf(server, field.text)) continue;
      report('left', { database: name, pod: field.text })
        .at(field.span)
        .fix('apply it once, and take it out of the file as soon as the cluster runs');
    }
  },
});
