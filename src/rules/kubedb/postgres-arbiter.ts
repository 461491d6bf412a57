import { placedPostgres } from '../placed-databases.js';
import { defineRule } from '../rule.js';

/** A distributed Postgres has an odd number of replicas, so that KubeDB adds no arbiter. In a topology kubedb/replicas sees to it. */
export const postgresArbiter = defineRule({
  id: 'kubedb/postgres-arbiter',
  severity: 'error',
  why: 'KubeDB adds an arbiter to an even number, and on other clusters its pods and those of the database are taken for each other',
  source: 'kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages: {
    even: (p: { database: string; replicas: number }) =>
      `${p.database} is distributed with ${p.replicas} replicas, an even number that KubeDB adds an arbiter to`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec, distributed, replicas } of placedPostgres(manifests)) {
      if (!distributed || replicas < 2 || replicas % 2 !== 0) continue;
      report('even', { database: name, replicas })
        .at(spec.at('replicas').span)
        .fix(`write ${replicas + 1}, and give the PlacementPolicy the index ${replicas}`);
    }
  },
});
