import { databaseObjects, mariadbModeOf } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** The topology of a MariaDB says its mode, has what the mode needs, and is Galera when it is distributed. */
export const topologyMode = defineRule({
  id: 'kubedb/topology-mode',
  severity: 'error',
  why: 'KubeDB fills in no mode where the topology is written without one, fails on a replication without MaxScale, and knows only Galera over several clusters',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go, apis/kubedb/v1/mariadb_helpers.go',
  messages: {
    mode: (p: { database: string }) => `the topology of ${p.database} has no mode`,
    maxscale: (p: { database: string }) => `${p.database} is a MariaDBReplication without maxscale`,
    replicas: (p: { database: string }) => `the maxscale of ${p.database} has no replicas`,
    distributed: (p: { database: string }) =>
      `${p.database} is distributed as a MariaDBReplication, which KubeDB spreads over no clusters`,
  },
  checkManifests(manifests, report) {
    for (const database of databaseObjects(manifests)) {
      if (database.kind !== 'MariaDB') continue;
      const { name, spec } = database;
      const topology = spec.at('topology');
      const mode = topology.at('mode');
      const maxscale = topology.at('maxscale');
      if (topology.given && !mode.given && database.replicas !== 1) {
        report('mode', { database: name }).at(topology.keySpan).fix('write mode: GaleraCluster under it');
      }
      if (mariadbModeOf(database) !== 'MariaDBReplication') continue;
      if (database.distributed) {
        report('distributed', { database: name })
          .at(mode.span)
          .related(spec.at('distributed').span, 'distributed')
          .fix('write GaleraCluster, and remove maxscale');
      } else if (!maxscale.given) {
        report('maxscale', { database: name })
          .at(mode.span)
          .fix('add maxscale with replicas and storage, or write GaleraCluster');
      } else if (!maxscale.at('replicas').given) {
        report('replicas', { database: name }).at(maxscale.keySpan).fix('add replicas: 3 to it');
      }
    }
  },
});
