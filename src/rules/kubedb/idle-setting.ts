import { keySpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import {
  databaseObjects,
  isDistributed,
  mariadbModeOf,
  placementPolicies,
  policyField,
} from './database-objects.js';

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
    clusters: (p: { database: string; policy: string }) =>
      `${p.database} is not distributed, so the clusters of its PlacementPolicy ${p.policy} mean nothing`,
  },
  checkPlan({ databases }, report) {
    for (const { name, engine, replicas, source } of databases) {
      if (engine !== 'mariadb' || replicas !== 1 || source.kubedb?.wsrepSSTMethod === undefined) continue;
      report('transfer', { database: name }).at(keySpan(source.kubedb, 'wsrepSSTMethod')).fix('remove it');
    }
  },
  checkManifests(manifests, report) {
    const policies = placementPolicies(manifests);
    for (const database of databaseObjects(manifests)) {
      const { kind, name, spec } = database;
      const mode = kind === 'MariaDB' ? mariadbModeOf(database) : undefined;
      const method = spec.at('wsrepSSTMethod');
      if (mode === 'single' && method.given)
        report('transfer', { database: name }).at(method.keySpan).fix('remove it');
      const maxscale = spec.at('topology', 'maxscale');
      if (mode === 'GaleraCluster' && maxscale.given) {
        report('maxscale', { database: name })
          .at(maxscale.keySpan)
          .fix('remove it, or write mode: MariaDBReplication');
      }
      const field = policyField(database);
      const spread = policies.get(field.text ?? '')?.root.at('spec', 'clusterSpreadConstraint');
      if (isDistributed(database) || !spread?.given) continue;
      report('clusters', { database: name, policy: field.text ?? '' })
        .at(field.span, 'all replicas start on the cluster of the database object')
        .related(spread.keySpan, 'the clusters')
        .fix(
          'write distributed: true if the replicas belong to these clusters; it must not change once they run',
        );
    }
  },
});
