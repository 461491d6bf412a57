import { databasesOf } from '../../plan/index.js';
import { keySpan } from '../../topology/index.js';
import { databaseObjects, mariadbModeOf } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** A setting is one that the database, as it is set up, makes use of. */
export const idleSetting = defineRule({
  id: 'kubedb/idle-setting',
  severity: 'warning',
  why: 'KubeDB accepts the setting and does nothing with it, so the database runs otherwise than the file says',
  source: 'kubedb/apimachinery apis/kubedb/v1/mariadb_types.go, apis/kubedb/v1/mariadb_helpers.go',
  messages: {
    transfer: (p: { database: string }) =>
      `wsrepSSTMethod does nothing for ${p.database}, which has a single replica`,
    maxscale: (p: { database: string }) =>
      `${p.database} has maxscale, which only a MariaDBReplication makes use of`,
  },
  checkPlan(plan, report) {
    const databases = databasesOf(plan, 'kubedb');
    for (const { name, engine, replicas, source } of databases) {
      if (engine !== 'mariadb' || replicas !== 1 || source.kubedb?.wsrepSSTMethod === undefined) continue;
      report('transfer', { database: name }).at(keySpan(source.kubedb, 'wsrepSSTMethod')).fix('remove it');
    }
  },
  checkManifests(manifests, report) {
    for (const database of databaseObjects(manifests)) {
      const { kind, name, spec } = database;
      const mode = kind === 'MariaDB' ? mariadbModeOf(database) : undefined;
      const method = spec.at('wsrepSSTMethod');
      // rsync is what the API server fills in itself, also for a single replica.
      if (mode === 'single' && method.given && method.text !== 'rsync')
        report('transfer', { database: name }).at(method.keySpan).fix('remove it');
      const maxscale = spec.at('topology', 'maxscale');
      if (mode === 'GaleraCluster' && maxscale.given) {
        report('maxscale', { database: name })
          .at(maxscale.keySpan)
          .fix('remove it, or write mode: MariaDBReplication');
      }
    }
  },
});
