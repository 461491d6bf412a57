import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

/** Several replicas replicate in one way, and what replicates has several. */
export const replicas = defineRule({
  id: 'mariadb-operator/replicas',
  severity: 'error',
  why: "the operator's webhook refuses the database",
  source: 'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/mariadb_webhook.go',
  messages: {
    both: (p: { database: string }) => `${p.database} has both Galera and replication switched on`,
    alone: (p: { database: string; replicas: number; way: string }) =>
      `${p.database} has ${p.way} switched on, and ${p.replicas} ${p.replicas === 1 ? 'replica' : 'replicas'}`,
    several: (p: { database: string; replicas: number }) =>
      `${p.database} has ${p.replicas} replicas, and neither Galera nor replication between them`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec, galera, replication, replicas } of serversOf(manifests)) {
      const field = spec.at('replicas');
      if (galera && replication) {
        report('both', { database: name })
          .at(spec.at('replication', 'enabled').span)
          .related(spec.at('galera', 'enabled').span, 'Galera')
          .fix('remove one of them');
      } else if (galera || replication) {
        const way = galera ? 'galera' : 'replication';
        // An even number in Galera is what mariadb-operator/even-replicas is about.
        if (replicas > 1 || (galera && replicas % 2 === 0)) continue;
        report('alone', { database: name, replicas, way: galera ? 'Galera' : 'replication' })
          .at(field.given ? field.span : spec.at(way, 'enabled').span)
          .fix(`write replicas: ${galera ? 3 : 2}, or switch ${way} off`);
      } else if (replicas > 1) {
        // One without `enabled` is what mariadb-operator/enabled-unsaid is about.
        const meant = (['galera', 'replication'] as const).some(
          (way) => spec.at(way).given && !spec.at(way, 'enabled').given,
        );
        if (meant) continue;
        report('several', { database: name, replicas })
          .at(field.span)
          .fix('write galera: { enabled: true } or replication: { enabled: true }, or one replica');
      }
    }
  },
});
